// The handler's side: answers at once, refuses, breaks, comes round at the third attempt, and hands over to a workflow.
import * as nexus from 'nexus-rpc';
import { WorkflowRunOperationHandler, startWorkflow } from '@temporalio/nexus';
import { service } from './nexus-service.js';

const attempts = new Map();

export const greeter = nexus.serviceHandler(service, {
  hello: async (ctx, name) => ({ greeting: `hello ${name}`, header: ctx.headers['my-header'], links: ctx.inboundLinks.length, callback: ctx.callbackUrl !== undefined }),
  refuses: async (_ctx, state) => { throw new nexus.OperationError(state, 'not today'); },
  breaks: async (_ctx, type) => { throw new nexus.HandlerError(type, 'cannot'); },
  flaky: async (ctx) => {
    const attempt = (attempts.get(ctx.requestId) ?? 0) + 1;
    attempts.set(ctx.requestId, attempt);
    if (attempt < 3) throw new nexus.HandlerError('UNAVAILABLE', 'in a moment');
    return attempt;
  },
  works: new WorkflowRunOperationHandler((ctx, input) => startWorkflow(ctx, 'nexusWork', { workflowId: `${input.id}-work`, args: [input] })),
});
