// What the scenarios share: a caller, a hand-driven worker of an endpoint, and how to show what they see.
/** Makes an endpoint that leads to the scenario's own queue, and waits until the server uses it. */
export async function endpoint(t, target = { worker: { namespace: 'default', taskQueue: t.queue } }, name = t.id('ep')) {
  const { endpoint: made } = await t.operator.createNexusEndpoint({ spec: { name, target } });
  await t.sleep(2_000);
  return made;
}

export const op = (t, over = {}, extra = {}) => ({
  commandType: 'SCHEDULE_NEXUS_OPERATION',
  scheduleNexusOperationCommandAttributes: { endpoint: t.id('ep'), service: 'svc', operation: 'op', input: 'in', ...over }, ...extra,
});
export const cancelOp = (scheduledEventId) => ({
  commandType: 'REQUEST_CANCEL_NEXUS_OPERATION', requestCancelNexusOperationCommandAttributes: { scheduledEventId },
});

/** Polls one Nexus task; undefined when none comes in time. */
export async function pollNexus(t, limit = 15_000, queue = t.queue) {
  const one = new AbortController();
  const timer = setTimeout(() => one.abort(), limit);
  try {
    const task = await t.workflow.pollNexusTaskQueue({ taskQueue: queue, identity: 'handler' }, { timeout: limit + 10_000, signal: one.signal });
    return task.taskToken?.length ? task : undefined;
  } catch (error) {
    if (error.code !== 1 && error.code !== 4) throw error;
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** What a task says, without what differs from one server to the next. */
export function shown(t, task) {
  const view = t.view(task);
  const start = view.request?.startOperation;
  if (start?.callback) start.callback = start.callback.replace(/:\d+\//, ':<port>/');
  if (start?.callbackHeader) start.callbackHeader = Object.fromEntries(Object.keys(start.callbackHeader).map((k) => [k, '<value>']));
  for (const key of ['operation-timeout', 'request-timeout', 'Request-Timeout']) if (view.request?.header?.[key]) view.request.header[key] = '<duration>';
  return view;
}

export const succeed = (t, task, payload = 'out', links) => t.workflow.respondNexusTaskCompleted({
  taskToken: task.taskToken, identity: 'handler', response: { startOperation: { syncSuccess: { payload, links } } },
});
export const begin = (t, task, operationToken = 'token', links) => t.workflow.respondNexusTaskCompleted({
  taskToken: task.taskToken, identity: 'handler', response: { startOperation: { asyncSuccess: { operationToken, links } } },
});
export const refuse = (t, task, operationState, failure) => t.workflow.respondNexusTaskCompleted({
  taskToken: task.taskToken, identity: 'handler', response: { startOperation: { operationError: { operationState, failure } } },
});
export const fail = (t, task, errorType, failure, retryBehavior) => t.workflow.respondNexusTaskFailed({
  taskToken: task.taskToken, identity: 'handler', error: { errorType, failure, retryBehavior },
});
export const pending = async (t, run) => t.plain((await t.describe(run)).pendingNexusOperations ?? []);
/** Which of two time limits of the same length comes first is a matter of chance on the real server. */
export const timedOut = (operations) => operations.map((o) => {
  if (/^request timed out$|UPSTREAM_TIMEOUT/.test(o.lastAttemptFailure?.message)) o.lastAttemptFailure = '<timed out>';
  return o;
});
export const callbackOf = (task) => ({ nexus: { url: task.request.startOperation.callback, header: task.request.startOperation.callbackHeader } });
export const shownCallbacks = async (t, run) => t.plain((await t.describe(run)).callbacks ?? []).map((c) => {
  if (c.callback?.nexus) c.callback.nexus = { url: c.callback.nexus.url?.replace(/:\d+\//, ':<port>/'), header: Object.keys(c.callback.nexus.header ?? {}) };
  return c;
});
export const plainHistory = async (t, run) => (await t.history(run)).map((event) => {
  for (const a of Object.values(event)) for (const c of [...(a.completionCallbacks ?? []), ...(a.attachedCompletionCallbacks ?? [])]) {
    if (c.nexus) c.nexus = { url: c.nexus.url?.replace(/:\d+\//, ':<port>/'), header: Object.keys(c.nexus.header ?? {}) };
  }
  return event;
});

/** A handler's workflow that reports to the operation's callback when it closes. */
export async function startHandler(t, task, over = {}) {
  return t.start({ workflowId: t.id('handler'), taskQueue: t.id('handler-queue'), requestId: task.request.startOperation.requestId,
    completionCallbacks: [callbackOf(task)], links: [link(task)], ...over });
}
export const link = (task) => {
  const url = new URL(task.request.startOperation.links[0].url);
  const [, , namespace, , workflowId, runId] = url.pathname.split('/').map(decodeURIComponent);
  return { workflowEvent: { namespace, workflowId, runId, eventRef: { eventId: Number(url.searchParams.get('eventID')), eventType: 'NEXUS_OPERATION_SCHEDULED' } } };
};
