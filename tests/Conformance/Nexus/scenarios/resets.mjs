// Resets of callers and of handlers.
import { endpoint, op, pollNexus, succeed, begin, pending, shownCallbacks, startHandler } from '../steps.mjs';

export default ({ scenario, cmd }) => {

scenario('reset before the operation', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  await succeed(t, await pollNexus(t));
  await t.step([cmd.complete()]);
  const { runId } = await t.workflow.resetWorkflowExecution({ workflowExecution: run, reason: 'r', workflowTaskFinishEventId: 4 });
  t.see('history', await t.history({ workflowId: run.workflowId, runId }));
});

scenario('reset after the operation was scheduled', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t), cmd.timer('t', '1h')]);
  await t.signal(run, 'go');
  await t.step([]);
  const task = await pollNexus(t);
  const handler = await startHandler(t, task);
  await begin(t, task);
  await t.step([]);
  const { runId } = await t.workflow.resetWorkflowExecution({ workflowExecution: run, reason: 'r', workflowTaskFinishEventId: 10 });
  const next = { workflowId: run.workflowId, runId };
  t.see('pending', await pending(t, next));
  t.see('history', await t.history(next));
  await t.step([cmd.complete('result')], {}, { queue: t.id('handler-queue') });
  await t.hasEvent(next, 'NEXUS_OPERATION_COMPLETED');
  t.see('history after the callback', (await t.history(next)).slice(10));
  await t.until(async () => (await t.describe(handler)).callbacks[0].state >= 4);
  t.see('callbacks', await shownCallbacks(t, handler));
});

scenario('reset after it was scheduled takes up its completion', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t, { operation: 'first' }), op(t, { operation: 'second' })]);
  await t.signal(run, 'go');
  await t.step([]);
  const tasks = [await pollNexus(t), await pollNexus(t)];
  await succeed(t, tasks.find((task) => task.request.startOperation.operation === 'first'));
  await t.step([cmd.complete()]);
  const { runId } = await t.workflow.resetWorkflowExecution({ workflowExecution: run, reason: 'r', workflowTaskFinishEventId: 10 });
  const next = { workflowId: run.workflowId, runId };
  t.see('history', (await t.history(next)).slice(4));
  t.see('pending', (await pending(t, next)).length);
  const { runId: bare } = await t.workflow.resetWorkflowExecution({ workflowExecution: { workflowId: run.workflowId, runId: run.runId }, reason: 'r', workflowTaskFinishEventId: 10, resetReapplyExcludeTypes: ['NEXUS'] });
  t.see('history without', (await t.history({ workflowId: run.workflowId, runId: bare })).slice(4));
});

scenario('reset of a workflow with a callback', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  const handler = await startHandler(t, task);
  await begin(t, task);
  await t.step([]);
  await t.step([cmd.timer('t', '1h')], {}, { queue: t.id('handler-queue') });
  const { runId } = await t.workflow.resetWorkflowExecution({ workflowExecution: handler, reason: 'r', workflowTaskFinishEventId: 4 });
  const next = { workflowId: handler.workflowId, runId };
  t.see('callbacks of the old run', await shownCallbacks(t, handler));
  t.see('callbacks of the new run', await shownCallbacks(t, next));
  await t.step([cmd.complete('again')], {}, { queue: t.id('handler-queue') });
  await t.hasEvent(run, 'NEXUS_OPERATION_COMPLETED');
  t.see('result', (await t.history(run)).slice(8));
});
};
