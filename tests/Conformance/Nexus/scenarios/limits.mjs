// What is refused, and what is too much.
import { endpoint, op, cancelOp, pollNexus, succeed, begin, refuse, pending } from '../steps.mjs';

export default ({ scenario, cmd, raw }) => {

scenario('schedule to close timeout is cut to that of the run', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t, { scheduleToCloseTimeout: '1h' }), op(t)], { workflowRunTimeout: '60s' });
  t.see('history', (await t.history(run)).slice(4, 6));
});

scenario('too little time left', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t, { scheduleToCloseTimeout: '100ms' })]);
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(5, 6));
});

scenario('refused commands', async (t) => {
  await endpoint(t);
  const tries = {
    'no attributes': { commandType: 'SCHEDULE_NEXUS_OPERATION' },
    'unknown endpoint': op(t, { endpoint: 'nobody' }),
    'long service': op(t, { service: 's'.repeat(1001) }),
    'long operation': op(t, { operation: 'o'.repeat(1001) }),
    'no names': op(t, { service: '', operation: '' }),
    'negative timeout': op(t, { scheduleToCloseTimeout: '-1s' }),
    'forbidden header': op(t, { nexusHeader: { 'request-timeout': '1s' } }),
    'forbidden header in capitals': op(t, { nexusHeader: { 'Operation-Timeout': '1s' } }),
    'large header': op(t, { nexusHeader: { k: 'v'.repeat(10_000) } }),
    'cancel without attributes': { commandType: 'REQUEST_CANCEL_NEXUS_OPERATION' },
    'cancel of nothing': cancelOp(0),
    'cancel of an unknown one': cancelOp(77),
  };
  for (const [name, command] of Object.entries(tries)) {
    const queue = t.id(`q-${name.replaceAll(' ', '-')}`);
    await t.start({ workflowId: t.id(name.replaceAll(' ', '-')), taskQueue: queue });
    const task = await t.poll({ queue });
    t.see(name, await t.error(t.complete(task, [command])).then((o) => (o.answered ? 'answered' : o)));
  }
});

scenario('refused command fails the task', async (t) => {
  const run = await t.start();
  await t.error(t.complete(await t.poll(), [op(t, { endpoint: 'nobody' })]));
  t.see('history', (await t.history(run)).slice(3));
});

scenario('too large an input', async (t) => {
  await endpoint(t);
  const run = await t.start();
  t.see('answer', await t.error(t.complete(await t.poll(), [op(t, { input: raw({ encoding: 'binary/plain' }, Buffer.alloc(2 * 1024 * 1024 + 1)) })])));
  t.see('closed', t.plain(await t.closed(run)));
});

scenario('too many pending operations', async (t) => {
  await endpoint(t);
  const run = await t.begin(Array.from({ length: 30 }, () => op(t)));
  await t.signal(run, 'go');
  t.see('answer', await t.error(t.complete(await t.poll(), [op(t)])));
  t.see('event', (await t.history(run)).at(-1));
});

scenario('long operation token', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  t.see('answer', await t.error(begin(t, await pollNexus(t), 'x'.repeat(4097))));
  await t.sleep(500);
  t.see('pending', await pending(t, run));
  t.see('history', (await t.history(run)).slice(5));
});

scenario('no operation token', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  t.see('answer', await t.error(begin(t, await pollNexus(t), '')));
  await t.sleep(400);
  t.see('history', (await t.history(run)).slice(5));
  t.see('pending', await pending(t, run));
});

scenario('refused answers', async (t) => {
  t.see('no token', await t.error(t.workflow.respondNexusTaskCompleted({})));
  t.see('broken token', await t.error(t.workflow.respondNexusTaskCompleted({ taskToken: Buffer.from('xx') })));
  t.see('fail without token', await t.error(t.workflow.respondNexusTaskFailed({})));
  t.see('fail with a broken token', await t.error(t.workflow.respondNexusTaskFailed({ taskToken: Buffer.from('xx') })));
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  t.see('fail without error', await t.error(t.workflow.respondNexusTaskFailed({ taskToken: task.taskToken })));
  t.see('details that are no JSON', await t.error(t.workflow.respondNexusTaskFailed({ taskToken: task.taskToken, error: { errorType: 'INTERNAL', failure: { message: 'm', details: Buffer.from('no json') } } })));
  t.see('operation error with details that are no JSON', await t.error(refuse(t, task, 'failed', { message: 'm', details: Buffer.from('no json') })));
  t.see('other namespace', await t.error(t.workflow.respondNexusTaskCompleted({ taskToken: task.taskToken, namespace: 'temporal-system', response: { startOperation: { syncSuccess: {} } } })));
  t.see('nothing', await t.error(t.workflow.respondNexusTaskCompleted({ taskToken: task.taskToken })));
  await t.sleep(500);
  t.see('pending', await pending(t, run));
  t.see('poll without a queue', await t.error(t.workflow.pollNexusTaskQueue({})));
});

scenario('headers that a workflow may not set', async (t) => {
  await endpoint(t);
  const names = ['request-timeout', 'operation-timeout', 'accept-encoding', 'accept', 'via', 'content-type', 'content-length', 'authorization', 'user-agent', 'x-forwarded-for',
    'nexus-link', 'nexus-request-id', 'nexus-operation-token', 'nexus-callback-url', 'xdc-redirection', 'xdc-redirection-api', 'temporal-callback-token', 'host', 'source', 'nexus-callback-source', 'cf-connecting-ip', 'temporal-nexus-failure-source', 'x-temporal-x'];
  const seen = {};
  for (const name of names) {
    const queue = t.id(`q-${name}`);
    await t.start({ workflowId: t.id(name), taskQueue: queue });
    seen[name] = await t.error(t.complete(await t.poll({ queue }), [op(t, { nexusHeader: { [name]: 'v' } })])).then((o) => (o.answered ? 'taken' : o.message));
  }
  t.see('names', seen);
  const sizes = {};
  for (const size of [4094, 4095, 4096, 8190, 8191, 8192]) {
    const queue = t.id(`q-${size}`);
    await t.start({ workflowId: t.id(`${size}`), taskQueue: queue });
    sizes[size] = await t.error(t.complete(await t.poll({ queue }), [op(t, { nexusHeader: { kk: 'v'.repeat(size - 2) } })])).then((o) => (o.answered ? 'taken' : o.message));
  }
  t.see('sizes', sizes);
});

scenario('too large a result', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  t.see('answer', await t.error(succeed(t, await pollNexus(t), raw({ encoding: 'binary/plain' }, Buffer.alloc(2 * 1024 * 1024 + 1)))));
  await t.sleep(400);
  t.see('pending', await pending(t, run));
  t.see('history', (await t.history(run)).slice(5));
});
};
