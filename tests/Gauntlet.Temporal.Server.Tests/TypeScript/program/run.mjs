// Runs a worker of the official TypeScript SDK against a server and writes, as one JSON document, what it saw.
//   node run.mjs HOST:PORT FILE [MAX_CACHED_WORKFLOWS]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client, Connection, ScheduleOverlapPolicy, WorkflowFailedError, WorkflowUpdateFailedError } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import * as activities from './activities.js';
import { nexusChecks } from './nexus-checks.mjs';
import { greeter } from './nexus-handler.js';
import * as flows from './workflows.js';

const [address, file, cached] = process.argv.slice(2);
const taskQueue = `typescript-${process.pid}`;
Runtime.install({ logger: new DefaultLogger('ERROR') });

const native = await NativeConnection.connect({ address });
const connection = await Connection.connect({ address });
const client = new Client({ connection });
await connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: { TsKeyword: 2 } });
const worker = await Worker.create({
  connection: native, taskQueue, activities, nexusServices: [greeter],
  workflowsPath: fileURLToPath(new URL('./workflows.js', import.meta.url)),
  ...(cached === undefined ? {} : { maxCachedWorkflows: Number(cached) }),
});

const id = (name) => `${taskQueue}-${name}`;
const start = (flow, ...args) => client.workflow.start(flow, { taskQueue, workflowId: id(flow.name), args });
const run = (flow, ...args) => client.workflow.execute(flow, { taskQueue, workflowId: id(flow.name), args });
const failure = async (promise) => { try { return { answered: await promise }; } catch (error) { return error; } };
const until = async (ask) => { for (let i = 0; i < 300; i++) { const value = await ask(); if (value) return value; await new Promise((r) => setTimeout(r, 50)); } throw new Error(`never true: ${ask}`); };

const checks = {
  activities: () => run(flows.activities, 'Ann'),

  'failure of an activity': async () => {
    const error = await failure(run(flows.failing));
    if (!(error instanceof WorkflowFailedError)) throw error;
    const { type, message, nonRetryable, details } = error.cause.cause;
    return { type, message, nonRetryable, details };
  },

  'signals, queries, updates': async () => {
    const handle = await start(flows.counter, 10);
    await handle.signal(flows.add, 5);
    const queried = await handle.query(flows.total);
    const changed = await handle.executeUpdate(flows.change, { args: [7] });
    const rejected = await failure(handle.executeUpdate(flows.change, { args: [-1] }));
    if (!(rejected instanceof WorkflowUpdateFailedError)) throw rejected;
    await handle.signal(flows.finish);
    return { queried, changed, rejected: rejected.cause.message, result: await handle.result(), 'query after the end': await handle.query(flows.total) };
  },

  'signal with start': async () => {
    const handle = await client.workflow.signalWithStart(flows.waits, { taskQueue, workflowId: id('signal-with-start'), signal: 'word', signalArgs: ['hi'] });
    return handle.result();
  },

  children: () => run(flows.parent),

  timers: () => run(flows.timers),

  'cancellation of an activity': async () => {
    const handle = await start(flows.cancellable);
    await until(async () => (await handle.describe()).raw.pendingActivities?.[0]?.lastHeartbeatTime);
    await handle.cancel();
    return handle.result();
  },

  'cancellation of a workflow': async () => {
    const handle = await start(flows.cancelledWhileAsleep);
    await until(async () => (await handle.fetchHistory()).events.length > 4);
    await handle.cancel();
    const error = await failure(handle.result());
    return { cause: error.cause?.name, status: (await handle.describe()).status.name };
  },

  'continue as new': () => run(flows.continues, 2),

  'memo, search attributes, patch': async () => {
    const result = await run(flows.attributed);
    const { memo, searchAttributes } = await client.workflow.getHandle(id('attributed')).describe();
    const found = await until(async () => { for await (const w of client.workflow.list({ query: "TsKeyword = 'blue' AND ExecutionStatus = 'Completed'" })) return w.workflowId; return ''; });
    return { result, memo, attribute: searchAttributes.TsKeyword, found: found === id('attributed') };
  },

  terminate: async () => {
    const handle = await client.workflow.start(flows.waits, { taskQueue, workflowId: id('terminated') });
    await handle.terminate('enough');
    const error = await failure(handle.result());
    return { cause: error.cause?.name, message: error.cause?.message };
  },

  schedules: async () => {
    const handle = await client.schedule.create({
      scheduleId: id('schedule'),
      spec: { intervals: [{ every: '1s' }] },
      policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL },
      action: { type: 'startWorkflow', workflowType: flows.scheduled, args: ['on time'], taskQueue, workflowId: id('scheduled') },
      state: { paused: true },
    });
    await handle.trigger();
    const first = await until(async () => (await handle.describe()).info.recentActions[0]);
    const result = await client.workflow.getHandle(first.action.workflow.workflowId).result();
    await handle.unpause();
    await until(async () => (await handle.describe()).info.numActionsTaken >= 2);
    await handle.update((previous) => ({ ...previous, spec: { calendars: [{ hour: 3 }] } }));
    const { spec, state } = await handle.describe();
    const listed = await until(async () => { for await (const s of client.schedule.list()) if (s.scheduleId === id('schedule')) return true; return false; });
    await handle.delete();
    const gone = await failure(handle.describe());
    return { result, intervals: spec.intervals?.length ?? 0, hours: spec.calendars[0].hour, paused: state.paused, listed, gone: gone.constructor.name };
  },
};

const seen = {};
await worker.runUntil(async () => {
  const all = { ...checks, ...await nexusChecks({ connection, taskQueue, run, client, id }) };
  for (const [name, check] of Object.entries(all)) {
    const began = Date.now();
    try {
      seen[name] = await Promise.race([check(), new Promise((_, no) => setTimeout(() => no(new Error('took longer than 30 s')), 30_000).unref())]);
    } catch (error) {
      seen[name] = { error: `${error.stack ?? error}`, cause: `${error.cause?.message ?? ''} ${error.cause?.cause?.message ?? ''}` };
    }
    if (process.env.VERBOSE) console.error(`${name}: ${Date.now() - began} ms`);
  }
});
await native.close();
await connection.close();
writeFileSync(file, `${JSON.stringify(seen, null, 2)}\n`);
process.exit(0);
