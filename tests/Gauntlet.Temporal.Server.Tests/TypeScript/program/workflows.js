// Workflows of the official TypeScript SDK: one for each thing that a worker asks of a server.
import {
  allHandlersFinished, ApplicationFailure, CancellationScope, CancelledFailure, condition, continueAsNew, defineQuery, defineSignal, defineUpdate,
  executeChild, getExternalWorkflowHandle, isCancellation, ParentClosePolicy, patched, proxyActivities, proxyLocalActivities, setHandler, sleep,
  startChild, upsertMemo, upsertSearchAttributes, workflowInfo,
} from '@temporalio/workflow';

const acts = proxyActivities({ startToCloseTimeout: '30s', retry: { initialInterval: '50ms', maximumAttempts: 5 } });
const beating = proxyActivities({ startToCloseTimeout: '30s', heartbeatTimeout: '5s', cancellationType: 'WAIT_CANCELLATION_COMPLETED', retry: { maximumAttempts: 1 } });
const local = proxyLocalActivities({ startToCloseTimeout: '10s' });

export const add = defineSignal('add');
export const total = defineQuery('total');
export const change = defineUpdate('change');
export const finish = defineSignal('finish');

export async function activities(name) {
  const greeting = await acts.greet(name);
  const flaky = await acts.failsTwice(workflowInfo().workflowId);
  const [a, b, c] = await Promise.all([acts.double(1), acts.double(2), acts.double(3)]);
  return { greeting, flaky, sum: a + b + c, local: await local.double(21) };
}

export async function failing() {
  await acts.refuse();
}

export async function counter(start) {
  let value = start;
  let done = false;
  setHandler(add, (n) => { value += n; });
  setHandler(finish, () => { done = true; });
  setHandler(total, () => value);
  setHandler(
    change,
    async (n) => { await sleep(5); value = n; return await acts.double(n); },
    { validator: (n) => { if (n < 0) throw ApplicationFailure.nonRetryable('negative', 'Refused'); } });
  await condition(() => done);
  await condition(allHandlersFinished);
  return value;
}

export async function child(n) {
  await sleep(10);
  return n * 2;
}

export async function waits() {
  let word = '';
  setHandler(defineSignal('word'), (w) => { word = w; });
  await condition(() => word !== '');
  return word;
}

export async function parent() {
  const both = await Promise.all([executeChild(child, { args: [1] }), executeChild(child, { args: [2] })]);
  const waiting = await startChild(waits, { parentClosePolicy: ParentClosePolicy.TERMINATE });
  await getExternalWorkflowHandle(waiting.workflowId).signal('word', 'hello');
  return [...both, await waiting.result()];
}

export async function timers() {
  const order = [];
  await Promise.all([sleep(60).then(() => order.push('long')), sleep(20).then(() => order.push('short'))]);
  const raced = await condition(() => false, 30);
  await CancellationScope.cancellable(async () => {
    const sleeping = sleep('1 hour');
    CancellationScope.current().cancel();
    await sleeping;
  }).catch((error) => order.push(isCancellation(error) ? 'cancelled' : 'failed'));
  return { order, raced };
}

export async function cancellable() {
  try {
    await beating.beatForEver();
  } catch (error) {
    if (!isCancellation(error)) throw error;
    return await CancellationScope.nonCancellable(() => acts.greet('cleaned up'));
  }
}

export async function cancelledWhileAsleep() {
  try {
    await sleep('1 hour');
  } catch (error) {
    if (error instanceof CancelledFailure) throw error;
    return 'not cancelled';
  }
}

export async function continues(left) {
  if (left > 0) await continueAsNew(left - 1);
  return workflowInfo().historyLength;
}

export async function attributed() {
  upsertMemo({ note: 'kept' });
  upsertSearchAttributes({ TsKeyword: ['blue'] });
  await sleep(1);
  return patched('one') ? 'patched' : 'not patched';
}

export async function scheduled(word) {
  return word;
}

export * from './nexus-workflows.js';
