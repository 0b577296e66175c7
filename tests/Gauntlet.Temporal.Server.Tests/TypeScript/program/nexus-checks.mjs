// What a caller sees of Nexus operations, and what its history and the handler's say of each other.
import * as flows from './workflows.js';

export async function nexusChecks({ connection, taskQueue, run, client, id }) {
  const endpoint = `${taskQueue}-endpoint`;
  await connection.operatorService.createNexusEndpoint({ spec: { name: endpoint, target: { worker: { namespace: 'default', taskQueue } } } });

  // The real server takes a moment until it uses a new endpoint.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const events = async (workflowId) => (await client.workflow.getHandle(workflowId).fetchHistory()).events;
  return {
    'nexus: answers': () => run(flows.nexusAnswers, endpoint),
    'nexus: a workflow for an operation': () => run(flows.nexusHandsOver, endpoint),
    'nexus: links both ways': async () => {
      const caller = await events(id('nexusHandsOver'));
      const started = caller.find((e) => e.nexusOperationStartedEventAttributes);
      const [work] = await events(`${id('nexusHandsOver')}-fails-work`);
      const forth = started.links.map((l) => l.workflowEvent);
      const back = work.workflowExecutionStartedEventAttributes.completionCallbacks[0].links.map((l) => l.workflowEvent);
      return {
        forth: forth.map((l) => [l.workflowId.replace(taskQueue, ''), l.eventRef.eventType]),
        beside: work.links.length,
        back: back.map((l) => [l.workflowId.replace(taskQueue, ''), l.eventRef.eventType, `${l.eventRef.eventId}`]),
      };
    },
    'nexus: cancellation': () => run(flows.nexusCancels, endpoint),
  };
}
