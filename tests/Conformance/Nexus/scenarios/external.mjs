// Endpoints elsewhere: the server calls a URL, and takes callbacks over HTTP.
import http from 'node:http';
import { endpoint, op, cancelOp, pending } from '../steps.mjs';

export default ({ scenario, cmd }) => {

/** A handler on loopback: answers each request as told, and remembers it. */
async function listen(t, ...answers) {
  const requests = [];
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
      const { status = 200, headers = {}, body = '' } = answers[Math.min(requests.length, answers.length) - 1];
      response.writeHead(status, headers);
      response.end(body);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  await endpoint(t, { external: { url: `http://127.0.0.1:${server.address().port}/base` } });
  return requests;
}

const unfold = (text) => text.replace(/127\.0\.0\.1(:|%3A)\d+/g, '<address>');
const VARIES = ['operation-timeout', 'request-timeout', 'nexus-callback-temporal-callback-token', 'nexus-callback-source'];
const shownRequest = ({ method, url, headers, body }) => ({
  method, url: unfold(url), body,
  headers: Object.fromEntries(Object.entries(headers).sort().map(([k, v]) => [k, VARIES.includes(k) ? '<value>' : unfold(v)])),
});
const json = (value, more = {}) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(value), ...more });
const attempted = (t, run) => t.until(async () => (await t.describe(run)).pendingNexusOperations[0]?.lastAttemptFailure, { every: 20 });

/** Tells the operation of its end, as a handler does. */
async function callBack(request, state, { headers = {}, body = '' } = {}) {
  const url = new URL(request.url, 'http://x').searchParams.get('callback');
  const own = Object.fromEntries(Object.entries(request.headers).filter(([k]) => k.startsWith('nexus-callback-')).map(([k, v]) => [k.slice('nexus-callback-'.length), v]));
  const response = await fetch(url, { method: 'POST', body, headers: { ...own, 'nexus-operation-state': state, ...headers } });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

scenario('answers at once', async (t) => {
  const requests = await listen(t, json('out'));
  const run = await t.begin([op(t, { scheduleToCloseTimeout: '30s', nexusHeader: { 'My-Key': 'v' } })]);
  await t.step([cmd.complete()]);
  t.see('request', shownRequest(requests[0]));
  t.see('history', (await t.history(run)).slice(5, 6));
});

for (const [name, answer] of Object.entries({
  'a text': { headers: { 'content-type': 'text/plain' }, body: 'plain' },
  'a text in a character set': { headers: { 'content-type': 'application/json; charset=utf-8' }, body: '1' },
  'bytes': { headers: { 'content-type': 'application/octet-stream' }, body: 'bytes' },
  'nothing': { body: '' },
  'a payload': { headers: { 'content-type': 'application/x-temporal-payload' }, body: Buffer.from([0x12, 0x01, 0x31]) },
})) {
  scenario(`answers with ${name}`, async (t) => {
    await listen(t, answer);
    const run = await t.begin([op(t, { input: undefined })]);
    await t.step([cmd.complete()]);
    t.see('history', (await t.history(run)).slice(5, 6));
  });
}

scenario('goes on by itself, is canceled, and calls back', async (t) => {
  const link = '<temporal:///namespaces/default/workflows/w/7d2f1f0e-7b8e-4b11-9a1e-0c1b2f3a4d5e/history?eventID=1&eventType=WorkflowExecutionStarted&referenceType=EventReference>; type="temporal.api.common.v1.Link.WorkflowEvent"';
  const requests = await listen(t, json({ token: 'a/token', state: 'running' }, { status: 201, headers: { 'content-type': 'application/json', 'nexus-link': link } }), { status: 202 });
  const run = await t.begin([op(t)]);
  await t.step([cancelOp(5)]);
  await t.hasEvent(run, 'NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED');
  t.see('cancel request', shownRequest(requests[1]));
  t.see('pending', await pending(t, run));
  t.see('callback', await callBack(requests[0], 'succeeded', json({ done: true })));
  t.see('callback again', await callBack(requests[0], 'succeeded', json({ done: true })).then(({ body, ...rest }) => ({ ...rest, body: body.length > 0 })));
  t.see('history', (await t.history(run)).slice(5).filter((e) => Object.keys(e)[0].includes('NEXUS')));
});

for (const state of ['failed', 'canceled', 'strange']) {
  scenario(`calls back: ${state}`, async (t) => {
    const requests = await listen(t, json({ token: 'token', state: 'running' }, { status: 201 }));
    const run = await t.begin([op(t)]);
    await t.hasEvent(run, 'NEXUS_OPERATION_STARTED');
    t.see('callback', await callBack(requests[0], state, json({ message: 'no', metadata: { k: 'v' }, details: [1] })));
    await t.sleep(300);
    t.see('history', (await t.history(run)).slice(5).filter((e) => Object.keys(e)[0].includes('NEXUS')));
  });
}

scenario('calls back before it answers', async (t) => {
  const requests = await listen(t, { status: 503 });
  const run = await t.begin([op(t)]);
  await attempted(t, run);
  t.see('callback', await callBack(requests[0], 'succeeded', { ...json(1), headers: { 'content-type': 'application/json', 'nexus-operation-token': 'early', 'nexus-operation-start-time': 'Mon, 02 Jan 2006 15:04:05 GMT' } }));
  t.see('history', (await t.history(run)).slice(5).filter((e) => Object.keys(e)[0].includes('NEXUS')));
});

scenario('calls back wrongly', async (t) => {
  const requests = await listen(t, json({ token: 'token', state: 'running' }, { status: 201 }));
  const run = await t.begin([op(t)]);
  await t.hasEvent(run, 'NEXUS_OPERATION_STARTED');
  const headers = { 'content-type': 'application/json' };
  t.see('broken token', await callBack(requests[0], 'succeeded', { headers: { ...headers, 'temporal-callback-token': 'x' }, body: '1' }));
  t.see('no token', await callBack({ ...requests[0], headers: {} }, 'succeeded', { headers, body: '1' }));
  t.see('no JSON', await callBack(requests[0], 'failed', { headers, body: 'x' }));
  t.see('no content type', await callBack(requests[0], 'failed', { body: '{"message":"m"}' }));
});

for (const [name, answer] of Object.entries({
  failed: json({ message: 'no', metadata: { k: 'v' }, details: { a: 1 } }, { status: 424, headers: { 'content-type': 'application/json', 'nexus-operation-state': 'failed' } }),
  canceled: json({ message: 'no' }, { status: 424, headers: { 'content-type': 'application/json', 'nexus-operation-state': 'canceled' } }),
  'neither of these': json({ message: 'no' }, { status: 424, headers: { 'content-type': 'application/json', 'nexus-operation-state': 'odd' } }),
  'one without a type': { status: 424, headers: { 'nexus-operation-state': 'failed' }, body: 'no' },
})) {
  scenario(`operation error: ${name}`, async (t) => {
    await listen(t, answer);
    const run = await t.begin([op(t)]);
    await t.sleep(500);
    t.see('pending', await pending(t, run));
    t.see('history', (await t.history(run)).slice(5, 6));
  });
}

for (const status of [204, 302, 400, 401, 403, 404, 409, 418, 429, 500, 501, 503, 520]) {
  scenario(`status ${status}`, async (t) => {
    await listen(t, json({ message: 'why' }, { status }));
    const run = await t.begin([op(t)]);
    await t.sleep(500);
    t.see('pending', await pending(t, run));
    t.see('history', (await t.history(run)).slice(5, 6));
  });
}

for (const [name, answer] of Object.entries({
  'retryable by header': json({ message: 'why' }, { status: 400, headers: { 'content-type': 'application/json', 'nexus-request-retryable': 'true' } }),
  'not retryable by header': json({ message: 'why' }, { status: 500, headers: { 'content-type': 'application/json', 'nexus-request-retryable': 'false' } }),
  'without JSON': { status: 400, headers: { 'content-type': 'text/plain' }, body: 'why' },
  'asynchronous, without a token': json({ state: 'running' }, { status: 201 }),
  'asynchronous, in another state': json({ token: 't', state: 'succeeded' }, { status: 201 }),
  'asynchronous, and no JSON': { status: 201, headers: { 'content-type': 'application/json' }, body: 'x' },
})) {
  scenario(`answer ${name}`, async (t) => {
    await listen(t, answer);
    const run = await t.begin([op(t)]);
    await t.sleep(500);
    t.see('pending', await pending(t, run));
    t.see('history', (await t.history(run)).slice(5, 6));
  });
}

scenario('nobody listens', async (t) => {
  await endpoint(t, { external: { url: 'http://127.0.0.1:9/base' } });
  const run = await t.begin([op(t)]);
  await attempted(t, run);
  t.see('pending', (await pending(t, run)).map((o) => ({ ...o, lastAttemptFailure: { ...o.lastAttemptFailure, message: unfold(o.lastAttemptFailure.message) } })));
});
};
