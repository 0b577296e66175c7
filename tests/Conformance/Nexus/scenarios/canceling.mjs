// Cancel requests.
import { endpoint, op, cancelOp, pollNexus, shown, succeed, begin, fail, pending } from '../steps.mjs';

export default ({ scenario }) => {

scenario('cancel of one that has not started', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const nexus = await pollNexus(t);
  await t.signal(run, 'go');
  const task = await t.poll();
  t.see('cancel', await t.error(t.complete(task, [cancelOp(5)])).then((o) => (o.answered ? 'answered' : o)));
  await t.sleep(500);
  t.see('pending', await pending(t, run));
  t.see('history', (await t.history(run)).slice(5));
  t.see('late', await t.error(succeed(t, nexus)));
  await t.sleep(500);
  t.see('history after the answer', (await t.history(run)).slice(8));
  t.see('pending after the answer', await pending(t, run));
});

scenario('scheduled and canceled in one completion', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t), cancelOp(5)]);
  await t.sleep(500);
  t.see('pending', await pending(t, run));
  t.see('history', (await t.history(run)).slice(4));
  t.see('task', await pollNexus(t, 1_500).then((task) => (task ? shown(t, task) : 'none')));
});

scenario('cancel twice', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  await begin(t, await pollNexus(t));
  await t.step([cancelOp(5)]);
  await t.signal(run, 'go');
  t.see('again', await t.error(t.complete(await t.poll(), [cancelOp(5)])));
});

scenario('cancel of one that has ended', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  await succeed(t, await pollNexus(t));
  t.see('answer', await t.error(t.complete(await t.poll(), [cancelOp(5)])));
});

scenario('cancel of one that has ended meanwhile', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const nexus = await pollNexus(t);
  await t.signal(run, 'go');
  const task = await t.poll();
  await succeed(t, nexus);
  await t.sleep(500);
  t.see('answer', await t.error(t.complete(task, [cancelOp(5)])).then((o) => (o.answered ? 'answered' : o)));
  t.see('history', (await t.history(run)).slice(5));
});

for (const type of ['NOT_FOUND', 'INTERNAL']) {
  scenario(`cancel request fails: ${type}`, async (t) => {
    await endpoint(t);
    const run = await t.begin([op(t)]);
    await begin(t, await pollNexus(t));
    await t.step([cancelOp(5)]);
    await fail(t, await pollNexus(t), type, { message: 'gone' });
    await t.until(async () => (await t.describe(run)).pendingNexusOperations[0]?.cancellationInfo?.lastAttemptFailure, { every: 20 });
    t.see('pending', await pending(t, run));
    t.see('history', (await t.history(run)).slice(5));
    if (type === 'INTERNAL') t.see('again', shown(t, await pollNexus(t)));
  });
}

scenario('cancel asked before it starts is sent once it has', async (t) => {
  await endpoint(t);
  const run = await t.begin([op(t)]);
  const task = await pollNexus(t);
  await t.signal(run, 'go');
  await t.step([cancelOp(5)]);
  t.see('pending', await pending(t, run));
  t.see('start', await t.error(begin(t, task)));
  await t.sleep(500);
  t.see('pending after', await pending(t, run));
  t.see('task', await pollNexus(t, 1_500).then((x) => (x ? shown(t, x) : 'none')));
});
};
