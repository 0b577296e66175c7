// Workflows of the official TypeScript SDK; types and payloads agree with those of the .NET classes beside which they run.
const wf = require('@temporalio/workflow');

const { noop } = wf.proxyActivities({ startToCloseTimeout: '1 minute' });
const local = wf.proxyLocalActivities({ startToCloseTimeout: '1 minute' });

// Benchmarks.
exports.BenchNothing = async () => {};

exports.BenchActivities = async (count, atOnce) => {
  let left = count;
  const lane = async () => {
    while (left-- > 0) await noop();
  };
  await Promise.all(Array.from({ length: Math.min(count, atOnce) }, lane));
};

const go = wf.defineSignal('Go');
exports.BenchIdle = async () => {
  let released = false;
  wf.setHandler(go, () => void (released = true));
  await wf.condition(() => released);
};

// Interoperation: each calls the other's, by type.
exports.TsCallsDotnet = async (name) => {
  const dotnet = wf.proxyActivities({ startToCloseTimeout: '1 minute', taskQueue: name.activityQueue });
  const greeting = await dotnet.DotnetGreet(name.who);
  const child = await wf.executeChild('DotnetChild', { args: [{ text: greeting, times: 2 }], taskQueue: name.workflowQueue });
  return `ts(${child})`;
};

exports.TsChild = async (input) => Array(input.times).fill(input.text).join('+');

const add = wf.defineUpdate('Add');
const total = wf.defineQuery('Total');
const stop = wf.defineSignal('Stop');
exports.SharedCounter = async (start) => {
  let sum = start;
  let stopped = false;
  wf.setHandler(add, (n) => (sum += n), { validator: (n) => { if (n < 0) throw wf.ApplicationFailure.create({ message: 'negative', type: 'Negative' }); } });
  wf.setHandler(total, () => sum);
  wf.setHandler(stop, () => void (stopped = true));
  await wf.condition(() => stopped);
  return sum;
};

exports.SharedSteps = async (input) => {
  const shared = wf.proxyActivities({ startToCloseTimeout: '1 minute', retry: { maximumAttempts: 3, initialInterval: '10ms' } });
  const first = await shared.SharedGreet(input.who);
  await wf.sleep(10);
  const second = await local.SharedLocal(first);
  let failed;
  try {
    await shared.SharedFail(input.who);
  } catch (e) {
    failed = e.cause.message;
  }
  const child = await wf.executeChild('SharedChild', { args: [{ text: second, times: 2 }], workflowId: `${wf.workflowInfo().workflowId}/child` });
  return `${child}|${failed}`;
};

exports.SharedChild = async (input) => Array(input.times).fill(input.text).join('+');
