// Operations that their handler goes on with: a workflow that tells of its end.
import { endpoint, link, op, cancelOp, pollNexus, shown, begin, pending, callbackOf, shownCallbacks, plainHistory, startHandler } from '../steps.mjs';

export default ({ scenario, cmd }) => {

scenario('asynchronous: started, canceled, completed by its callback', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  const handler = await startHandler(t, task);
  t.see('start of the handler', handler.response);
  await begin(t, task, 'the-token', [{ url: `temporal:///namespaces/default/workflows/${handler.workflowId}/${handler.runId}/history?eventID=1&eventType=WorkflowExecutionStarted&referenceType=EventReference`, type: 'temporal.api.common.v1.Link.WorkflowEvent' }]);
  t.see('next', await t.step([cancelOp(5)]));
  t.see('pending', await pending(t, run));
  const cancel = await pollNexus(t);
  t.see('cancel task', shown(t, cancel));
  t.see('pending while it is asked', await pending(t, run));
  t.see('respond', await t.error(t.workflow.respondNexusTaskCompleted({ taskToken: cancel.taskToken, identity: 'handler', response: { cancelOperation: {} } })));
  await t.hasEvent(run, 'NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED');
  t.see('pending after', await pending(t, run));
  t.see('callbacks', await shownCallbacks(t, handler));
  await t.step([cmd.complete('result')], {}, { queue: t.id('handler-queue') });
  await t.hasEvent(run, 'NEXUS_OPERATION_COMPLETED');
  t.see('task', await t.step([cmd.complete()]));
  t.see('history', await t.history(run));
  await t.until(async () => (await t.describe(handler)).callbacks[0].state !== 2);
  t.see('callbacks after', await shownCallbacks(t, handler));
  t.see('history of the handler', await plainHistory(t, handler));
});

const ends = {
  failed: async (t, h) => t.step([cmd.fail('boom')], {}, { queue: t.id('handler-queue') }),
  canceled: async (t, h) => t.step([cmd.cancelWorkflow('details')], {}, { queue: t.id('handler-queue') }),
  terminated: async (t, h) => t.terminate(h),
  'timed out': async () => {},
  'completed without a result': async (t, h) => t.step([cmd.complete()], {}, { queue: t.id('handler-queue') }),
  'completed with two results': async (t, h) => t.step([{ commandType: 'COMPLETE_WORKFLOW_EXECUTION', completeWorkflowExecutionCommandAttributes: { result: [1, 2] } }], {}, { queue: t.id('handler-queue') }),
  'continued as new, then completed': async (t, h) => {
    await t.step([cmd.continueAsNew({})], {}, { queue: t.id('handler-queue') });
    t.see('callbacks of the first run', await shownCallbacks(t, h));
    const next = await t.nextRun(h);
    const [first] = await plainHistory(t, next);
    first['1 WORKFLOW_EXECUTION_STARTED'].firstWorkflowTaskBackoff = '<duration>';
    t.see('start of the second run', first);
    t.see('callbacks of the second run', await shownCallbacks(t, next));
    await t.step([cmd.complete('second')], {}, { queue: t.id('handler-queue') });
  },
};

for (const [name, end] of Object.entries(ends)) {
  scenario(`callback of a workflow that has ${name}`, async (t) => {
    await endpoint(t);
    const run = await t.begin([op(t)]);
    const task = await pollNexus(t);
    const handler = await startHandler(t, task, name === 'timed out' ? { workflowRunTimeout: '1s' } : {});
    await begin(t, task);
    await t.step([]);
    await end(t, handler);
    t.see('next', await t.step([cmd.complete()]));
    t.see('history', (await t.history(run)).slice(8, 10));
    await t.until(async () => (await t.describe({ workflowId: handler.workflowId })).callbacks[0].state !== 2);
    t.see('callbacks', await shownCallbacks(t, { workflowId: handler.workflowId }));
  });
}

scenario('callback comes before the answer', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  const handler = await startHandler(t, task);
  await t.step([cmd.complete('early')], {}, { queue: t.id('handler-queue') });
  await t.hasEvent(run, 'NEXUS_OPERATION_COMPLETED');
  t.see('answer', await t.error(begin(t, task)));
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(4));
  await t.until(async () => (await t.describe(handler)).callbacks[0].state >= 4);
  t.see('callbacks', await shownCallbacks(t, handler));
});

scenario('callback to a caller that has closed', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  const handler = await startHandler(t, task);
  await begin(t, task);
  await t.step([cmd.complete()]);
  t.see('pending', await pending(t, run));
  await t.step([cmd.complete('late')], {}, { queue: t.id('handler-queue') });
  await t.until(async () => (await t.describe(handler)).callbacks[0].state >= 4);
  t.see('callbacks', await shownCallbacks(t, handler));
});

scenario('start with callbacks: what is refused', async (t) => {
  const start = (completionCallbacks, name) => t.error(t.start({ workflowId: t.id(name), completionCallbacks })).then((o) => (o.answered ? 'answered' : o));
  t.see('many', await start(Array.from({ length: 33 }, () => ({ nexus: { url: 'http://localhost:1/x' } })), 'many'));
  t.see('long url', await start([{ nexus: { url: `http://localhost:1/${'x'.repeat(1000)}` } }], 'long'));
  t.see('no url', await start([{ nexus: {} }], 'none'));
  t.see('no variant', await start([{}], 'variant'));
  t.see('internal', await start([{ internal: {} }], 'internal'));
  t.see('ftp', await start([{ nexus: { url: 'ftp://localhost/x' } }], 'ftp'));
  t.see('no host', await start([{ nexus: { url: 'http:///x' } }], 'host'));
  t.see('system', await start([{ nexus: { url: 'temporal://system' } }], 'system'));
  t.see('large header', await start([{ nexus: { url: 'http://localhost:1/x', header: { k: 'v'.repeat(9000) } } }], 'header'));
});

scenario('callbacks are attached to a running workflow', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  const first = await t.start({ workflowId: t.id('handler'), taskQueue: t.id('handler-queue') });
  const handler = await startHandler(t, task, { workflowIdConflictPolicy: 'USE_EXISTING', onConflictOptions: { attachRequestId: true, attachCompletionCallbacks: true, attachLinks: true } });
  t.see('start', handler.response);
  await begin(t, task);
  await t.step([]);
  t.see('callbacks', await shownCallbacks(t, handler));
  await t.step([cmd.complete('shared')], {}, { queue: t.id('handler-queue') });
  t.see('next', await t.step([cmd.complete()]));
  t.see('history', (await t.history(run)).slice(8, 10));
  t.see('history of the handler', await plainHistory(t, first));
});

scenario('callback that comes twice', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  const handler = await startHandler(t, task);
  const other = await startHandler(t, task, { workflowId: t.id('other'), requestId: t.uuid(), taskQueue: t.id('other-queue') });
  await begin(t, task);
  await t.step([]);
  await t.step([cmd.complete('one')], {}, { queue: t.id('handler-queue') });
  await t.hasEvent(run, 'NEXUS_OPERATION_COMPLETED');
  await t.step([cmd.complete('two')], {}, { queue: t.id('other-queue') });
  await t.until(async () => (await t.describe(other)).callbacks[0].state >= 4);
  t.see('callbacks', await shownCallbacks(t, other));
  t.see('history', (await t.history(run)).slice(9));
});

scenario('many callbacks and their headers', async (t) => {
  await endpoint(t);
  await t.begin([op(t)]);
  const callback = callbackOf(await pollNexus(t));
  const sizes = {};
  for (const size of [4000, 8000, 8191, 9000]) {
    sizes[size] = await t.error(t.start({ workflowId: t.id(`${size}`), completionCallbacks: [{ nexus: { url: callback.nexus.url, header: { kk: 'v'.repeat(size - 2) } } }] })).then((o) => (o.answered ? 'taken' : o.message));
  }
  t.see('sizes', sizes);
  t.see('callbacks', (await t.start({ workflowId: t.id('many'), completionCallbacks: Array.from({ length: 32 }, () => callback) })).response);
  const attach = (n) => t.error(t.start({ workflowId: t.id('many'), workflowIdConflictPolicy: 'USE_EXISTING', completionCallbacks: Array.from({ length: n }, () => callback), onConflictOptions: { attachRequestId: true, attachCompletionCallbacks: true } }));
  t.see('one more', await attach(1));
  t.see('without the request id', await t.error(t.start({ workflowId: t.id('many'), workflowIdConflictPolicy: 'USE_EXISTING', onConflictOptions: { attachCompletionCallbacks: true } })));
});

scenario('links of a callback are not told twice', async (t) => {
  await endpoint(t);
  await t.begin([op(t)]);
  const task = await pollNexus(t);
  const callback = { ...callbackOf(task), links: [link(task)] };
  const other = { workflowEvent: { namespace: 'default', workflowId: 'w', runId: t.uuid() } };
  const first = await startHandler(t, task, { completionCallbacks: [callback], links: [link(task), other] });
  t.see('history', (await plainHistory(t, first))[0]);
  await startHandler(t, task, { requestId: t.uuid(), completionCallbacks: [callback], links: [link(task), other], workflowIdConflictPolicy: 'USE_EXISTING', onConflictOptions: { attachRequestId: true, attachCompletionCallbacks: true, attachLinks: true } });
  t.see('attached', (await plainHistory(t, first)).at(-1));
});
};
