// Operations that are answered, at once or in time.
import { endpoint, op, pollNexus, shown, succeed, pending } from '../steps.mjs';

export default ({ scenario, cmd }) => {

scenario('answers at once', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t, { nexusHeader: { 'my-key': 'v', Other: 'w' } }, { userMetadata: { summary: 'call it' } })]);
  const task = await pollNexus(t);
  t.see('task', shown(t, task));
  t.see('respond', await t.error(succeed(t, task)));
  t.see('again', await t.error(succeed(t, task)));
  t.see('next', await t.step([cmd.complete()]));
  t.see('history', await t.history(run));
});

scenario('answers at once with links', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  await succeed(t, task, 'out', [
    { url: 'temporal:///namespaces/default/workflows/w%2Fx/7d2f1f0e-7b8e-4b11-9a1e-0c1b2f3a4d5e/history?eventID=1&eventType=WorkflowExecutionStarted&referenceType=EventReference', type: 'temporal.api.common.v1.Link.WorkflowEvent' },
    { url: 'http://elsewhere/x', type: 'something.else' },
    { url: 'temporal:///namespaces/default/workflows/broken', type: 'temporal.api.common.v1.Link.WorkflowEvent' },
  ]);
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(4, 6));
});

scenario('empty answer', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t, { input: undefined })]);
  const task = await pollNexus(t);
  t.see('task', shown(t, task));
  await succeed(t, task, undefined);
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(4, 6));
});

scenario('nobody takes it: schedule to close timeout', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t, { scheduleToCloseTimeout: '2s' })]);
  t.see('pending', await pending(t, run));
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(4, 6));
});

scenario('schedule to close timeout reaches the handler', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t, { scheduleToCloseTimeout: '3s' })]);
  const task = await pollNexus(t);
  t.see('task', shown(t, task));
  await t.step([cmd.complete()]);
  t.see('late', await t.error(succeed(t, task)));
  t.see('history', (await t.history(run)).slice(4, 6));
});

scenario('completes while a workflow task is started: buffered', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const nexus = await pollNexus(t);
  await t.signal(run, 'go');
  const task = await t.poll();
  await succeed(t, nexus);
  await t.sleep(500);
  t.see('during the task', (await t.history(run)).length);
  t.see('pending', await pending(t, run));
  await t.signal(run, 'go');
  await t.complete(task);
  t.see('next', await t.step([cmd.complete()]));
  t.see('history', (await t.history(run)).slice(5));
});

scenario('caller is terminated while a task is out', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  await t.terminate(run);
  t.see('answer', await t.error(succeed(t, task)));
  await t.sleep(300);
  t.see('history', (await t.history(run)).slice(4));
});

scenario('pollers of the queue', async (t) => {
  const poll = pollNexus(t, 1_500);
  await t.sleep(500);
  const response = await t.workflow.describeTaskQueue({ taskQueue: t.queue, taskQueueType: 'NEXUS' });
  t.see('pollers', (response.pollers ?? []).map((p) => p.identity));
  const all = t.plain(await t.workflow.describeTaskQueue({ taskQueue: t.queue, apiMode: 'ENHANCED', taskQueueTypes: ['NEXUS'], reportPollers: true, reportStats: true }));
  t.see('enhanced', JSON.parse(JSON.stringify(all, (k, v) => (k === 'lastAccessTime' ? undefined : v))));
  await poll;
});

scenario('answer without a payload', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  t.see('answer', await t.error(t.workflow.respondNexusTaskCompleted({ taskToken: task.taskToken, response: { startOperation: { syncSuccess: {} } } })));
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(5, 6));
});
};
