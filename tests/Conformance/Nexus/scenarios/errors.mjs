// Answers that are errors, and endpoints that are not well.
import { endpoint, op, pollNexus, shown, succeed, refuse, fail, pending, timedOut } from '../steps.mjs';

export default ({ scenario, cmd }) => {

for (const state of ['failed', 'canceled']) {
  scenario(`operation error: ${state}`, async (t) => {
    await endpoint(t);
    const run = await t.begin([op(t)]);
    const task = await pollNexus(t);
    t.see('respond', await t.error(refuse(t, task, state, { message: 'no', metadata: { k: 'v' }, details: Buffer.from('{"a":1}') })));
    await t.step([cmd.complete()]);
    t.see('history', (await t.history(run)).slice(4, 6));
  });
}

scenario('operation error: unknown state', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  t.see('respond', await t.error(refuse(t, task, 'sleepy', { message: 'no' })));
  await t.sleep(400);
  t.see('pending', await pending(t, run));
  t.see('events', (await t.history(run)).slice(5));
});

scenario('operation error with a Temporal failure', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  const details = Buffer.from(JSON.stringify({ applicationFailureInfo: { type: 'Mine', nonRetryable: true } }));
  await refuse(t, task, 'failed', { message: 'no', metadata: { type: 'temporal.api.failure.v1.Failure' }, details });
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(5, 6));
});

for (const type of ['BAD_REQUEST', 'UNAUTHENTICATED', 'UNAUTHORIZED', 'NOT_FOUND', 'NOT_IMPLEMENTED', 'CONFLICT', 'STRANGE']) {
  scenario(`handler error ${type}`, async (t) => {
    await endpoint(t);
    const run = await t.begin([op(t)]);
    const task = await pollNexus(t);
    t.see('respond', await t.error(fail(t, task, type, { message: 'bad', metadata: { k: 'v' }, details: Buffer.from('1') })));
    await t.sleep(400);
    t.see('pending', await pending(t, run));
    t.see('history', (await t.history(run)).slice(5, 6));
  });
}

for (const type of ['INTERNAL', 'UNAVAILABLE', 'UPSTREAM_TIMEOUT', 'RESOURCE_EXHAUSTED', 'REQUEST_TIMEOUT']) {
  scenario(`handler error ${type} is tried again`, async (t) => {
    await endpoint(t);
    const run = await t.begin([op(t)]);
    await fail(t, await pollNexus(t), type, { message: 'later' });
    await t.until(async () => (await t.describe(run)).pendingNexusOperations[0]?.lastAttemptFailure, { every: 20 });
    t.see('pending', await pending(t, run));
    const task = await pollNexus(t);
    t.see('task', shown(t, task));
    t.see('pending again', await pending(t, run));
    await succeed(t, task);
    await t.step([cmd.complete()]);
    t.see('history', (await t.history(run)).slice(4, 6));
  });
}

scenario('handler error with retry behavior', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  await fail(t, await pollNexus(t), 'BAD_REQUEST', { message: 'later' }, 'RETRYABLE');
  await t.until(async () => (await t.describe(run)).pendingNexusOperations[0]?.lastAttemptFailure, { every: 20 });
  t.see('pending', await pending(t, run));
  await fail(t, await pollNexus(t), 'INTERNAL', { message: 'never' }, 'NON_RETRYABLE');
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(5, 6));
});

scenario('handler error without a failure', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  t.see('respond', await t.error(fail(t, await pollNexus(t), 'BAD_REQUEST')));
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(5, 6));
});

scenario('nobody takes it: the attempt times out', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  await t.until(async () => (await t.describe(run)).pendingNexusOperations[0]?.lastAttemptFailure, { limit: 25_000 });
  t.see('pending', timedOut(await pending(t, run)));
}, { limit: 40_000 });

scenario('taken and not answered: the attempt times out', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  await t.until(async () => (await t.describe(run)).pendingNexusOperations[0]?.lastAttemptFailure, { limit: 25_000 });
  t.see('pending', timedOut(await pending(t, run)));
  t.see('late', await t.error(succeed(t, task)));
}, { limit: 40_000 });

scenario('answer of the wrong kind', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  t.see('respond', await t.error(t.workflow.respondNexusTaskCompleted({ taskToken: task.taskToken, response: { cancelOperation: {} } })));
  await t.sleep(400);
  t.see('pending', await pending(t, run));
  t.see('history', (await t.history(run)).slice(5));
});

scenario('endpoint changes its target while attempts fail', async (t) => {
  const made = await endpoint(t);
  const run = await t.begin([op(t)]);
  await fail(t, await pollNexus(t), 'INTERNAL', { message: 'later' });
  await t.operator.updateNexusEndpoint({ id: made.id, version: made.version, spec: { name: t.id('ep'), target: { worker: { namespace: 'default', taskQueue: t.id('other') } } } });
  const task = await pollNexus(t, 15_000, t.id('other'));
  t.see('task', task ? shown(t, task) : 'none');
});

scenario('endpoint goes away while attempts fail', async (t) => {
  const made = await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  await t.operator.deleteNexusEndpoint({ id: made.id, version: made.version });
  await t.sleep(2_000);
  await fail(t, task, 'INTERNAL', { message: 'later' });
  await t.step([cmd.complete()]);
  t.see('history', (await t.history(run)).slice(5, 6));
});

scenario('circuit breaker', async (t) => {
  await endpoint(t);
  const run = await t.begin(Array.from({ length: 8 }, () => op(t)));
  for (let i = 0; i < 8; i++) {
    const task = await pollNexus(t, 2_500);
    if (!task) { t.see('no task', i); break; }
    await fail(t, task, 'UNAVAILABLE', { message: 'down' });
  }
  await t.sleep(300);
  t.see('pending', (await pending(t, run)).map((o) => `${o.state} ${o.attempt} ${o.blockedReason ?? ''}`).sort());
  await t.sleep(2_500);
  t.see('pending later', (await pending(t, run)).map((o) => `${o.state} ${o.blockedReason ?? ''}`).sort());
});
};
