// The caller's side of Nexus operations, and the workflow that a handler hands over to.
import {
  ApplicationFailure, CancellationScope, continueAsNew, createNexusServiceClient, isCancellation, sleep, workflowInfo,
} from '@temporalio/workflow';
import { service } from './nexus-service.js';

const told = (error) => ({ name: error.name, message: error.message, type: error.type, cause: error.cause && told(error.cause) });
const failure = async (promise) => { try { return { answered: await promise }; } catch (error) { return told(error); } };

export async function nexusAnswers(endpoint) {
  const client = createNexusServiceClient({ endpoint, service });
  return {
    hello: await client.executeOperation('hello', 'Ann', { headers: { 'my-header': 'h' } }),
    failed: await failure(client.executeOperation('refuses', 'failed')),
    canceled: await failure(client.executeOperation('refuses', 'canceled')),
    broken: await failure(client.executeOperation('breaks', 'BAD_REQUEST')),
    late: await failure(client.executeOperation('breaks', 'INTERNAL', { scheduleToCloseTimeout: '1s' })),
    flaky: await client.executeOperation('flaky', null),
  };
}

export async function nexusHandsOver(endpoint) {
  const client = createNexusServiceClient({ endpoint, service });
  const id = workflowInfo().workflowId;
  const handle = await client.startOperation('works', { id: `${id}-done`, rounds: 2 });
  const result = await handle.result();
  const failed = await failure(client.executeOperation('works', { id: `${id}-fails`, fails: true }));
  return { token: handle.token !== undefined, result, failed };
}

export async function nexusCancels(endpoint) {
  const client = createNexusServiceClient({ endpoint, service });
  const scope = new CancellationScope();
  const started = await scope.run(() => client.startOperation('works', { id: `${workflowInfo().workflowId}-long`, sleeps: true }));
  scope.cancel();
  try {
    return { answered: await started.result() };
  } catch (error) {
    return { canceled: isCancellation(error), error: told(error) };
  }
}

export async function nexusWork(input) {
  if (input.fails) throw ApplicationFailure.nonRetryable('work is too hard', 'Hard');
  if (input.sleeps) await sleep('1h');
  if (input.rounds > 0) await continueAsNew({ ...input, rounds: input.rounds - 1 });
  return `worked for ${input.rounds === 0 ? 'long' : 'a moment'}`;
}
