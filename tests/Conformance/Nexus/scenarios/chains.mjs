// Callbacks where a chain of runs goes on, is replaced or begun anew, and operations whose events wait for a task's end.
import { endpoint, op, cancelOp, pollNexus, fail, begin, succeed, pending, shownCallbacks, plainHistory, startHandler, callbackOf } from '../steps.mjs';

export default ({ scenario, cmd }) => {

const states = async (t, run) => (await shownCallbacks(t, run)).map((c) => c.state);
const nexus = async (t, run) => (await t.history(run)).filter((e) => Object.keys(e)[0].includes('NEXUS'));

async function called(t, over = {}) {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  const handler = await startHandler(t, task, over);
  await begin(t, task);
  await t.step([]);
  return { run, handler, task };
}

scenario('a handler that is retried tells of its last end', async (t) => {
  const { run, handler } = await called(t, { retryPolicy: { initialInterval: '1s', maximumAttempts: 2 } });
  await t.step([cmd.fail('once')], {}, { queue: t.id('handler-queue') });
  const next = await t.nextRun(handler);
  t.see('first run', await states(t, handler));
  t.see('start of the second', (await plainHistory(t, next))[0]);
  await t.step([cmd.fail('twice')], {}, { queue: t.id('handler-queue') });
  await t.hasEvent(run, 'NEXUS_OPERATION_FAILED');
  t.see('history', (await nexus(t, run)).slice(1));
  await t.until(async () => (await states(t, next))[0] !== 'STANDBY');
  t.see('first run at the end', await states(t, handler));
});

scenario('a handler that another start replaces', async (t) => {
  const { run, handler } = await called(t);
  await t.start({ workflowId: t.id('handler'), taskQueue: t.id('handler-queue'), workflowIdConflictPolicy: 'TERMINATE_EXISTING' });
  await t.hasEvent(run, 'NEXUS_OPERATION_FAILED');
  t.see('history', (await nexus(t, run)).slice(2));
  await t.until(async () => (await states(t, handler))[0] === 'SUCCEEDED');
});

scenario('a handler that is reset after its end', async (t) => {
  const { run, handler } = await called(t);
  await t.step([cmd.complete('first')], {}, { queue: t.id('handler-queue') });
  await t.hasEvent(run, 'NEXUS_OPERATION_COMPLETED');
  await t.until(async () => (await states(t, handler))[0] === 'SUCCEEDED');
  const { runId } = await t.workflow.resetWorkflowExecution({ workflowExecution: handler, reason: 'r', workflowTaskFinishEventId: 4 });
  const next = { workflowId: handler.workflowId, runId };
  t.see('callbacks of the new run', await shownCallbacks(t, next));
  await t.step([cmd.complete('second')], {}, { queue: t.id('handler-queue') });
  await t.until(async () => (await states(t, next))[0] === 'FAILED');
  t.see('callbacks after its end', await shownCallbacks(t, next));
});

scenario('starts and ends while a task is started', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  await t.signal(run, 'go');
  const workflowTask = await t.poll();
  const handler = await startHandler(t, task);
  await begin(t, task);
  await t.signal(run, 'again');
  await t.step([cmd.complete('quick')], {}, { queue: t.id('handler-queue') });
  await t.until(async () => (await states(t, handler))[0] === 'SUCCEEDED');
  t.see('pending', await pending(t, run));
  t.see('events', (await t.history(run)).length);
  await t.complete(workflowTask);
  t.see('history', (await t.history(run)).slice(8));
});

scenario('a workflow task fails while an operation has ended', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  await t.signal(run, 'go');
  const workflowTask = await t.poll();
  await succeed(t, task);
  await t.sleep(300);
  await t.failTask(workflowTask);
  t.see('next', await t.step([cmd.complete()]));
  t.see('history', (await t.history(run)).slice(7));
});

scenario('closing with an unseen end', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  await t.signal(run, 'go');
  const workflowTask = await t.poll();
  await succeed(t, task);
  await t.sleep(300);
  t.see('answer', await t.error(t.complete(workflowTask, [cmd.complete()])));
});

scenario('cancel request that nobody takes', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  await begin(t, await pollNexus(t));
  await t.step([cancelOp(5)]);
  await t.until(async () => (await t.describe(run)).pendingNexusOperations[0]?.cancellationInfo?.lastAttemptFailure, { limit: 20_000 });
  const [shown] = await pending(t, run);
  shown.cancellationInfo.lastAttemptFailure = '<timed out>';
  t.see('pending', shown);
}, { limit: 40_000 });

scenario('callbacks of a start that another request repeats', async (t) => {
  await endpoint(t);
  await t.begin([op(t)]);
  const task = await pollNexus(t);
  const requestId = t.uuid();
  const start = () => t.start({ workflowId: t.id('handler'), requestId, completionCallbacks: [callbackOf(task)] });
  const first = await start();
  t.see('again', (await start()).response);
  t.see('callbacks', (await shownCallbacks(t, first)).length);
  const attach = { workflowIdConflictPolicy: 'USE_EXISTING', requestId: t.uuid(), completionCallbacks: [callbackOf(task)], onConflictOptions: { attachRequestId: true, attachCompletionCallbacks: true } };
  t.see('attached', (await t.start({ workflowId: t.id('handler'), ...attach })).response);
  t.see('attached again', (await t.start({ workflowId: t.id('handler'), ...attach })).response);
  t.see('callbacks at the end', (await shownCallbacks(t, first)).length);
  t.see('events', (await plainHistory(t, first)).length);
});

scenario('refused for good after it was tried again', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  await fail(t, await pollNexus(t), 'INTERNAL', { message: 'later' });
  await fail(t, await pollNexus(t), 'NOT_FOUND', { message: 'never' });
  await t.step([cmd.complete()]);
  t.see('history', (await nexus(t, run)).slice(1));
});
};
