import { afterEach, describe, expect, it } from 'vitest';
import { createSpanSender } from '../../src/observe/span-sender.ts';
import { createTraces } from '../../src/observe/traces.ts';
import { startOtlpReceiver } from '../support/otlp-receiver.ts';

type Receiver = Awaited<ReturnType<typeof startOtlpReceiver>>;
const open: Receiver[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.stop())));

async function tracing(options: { ratio?: number; status?: number } = {}) {
  const receiver = await startOtlpReceiver(options.status);
  open.push(receiver);
  let now = Date.UTC(2026, 10, 20);
  let lost = 0;
  const sender = createSpanSender({
    url: `${receiver.url}/v1/traces`,
    headers: { 'api-key': 'of-the-collector' },
    resource: { 'service.name': 'k8s-svc' },
    version: '1.2.3',
    onLost: () => (lost += 1),
  });
  const traces = createTraces({ sender, nowMs: () => now, ratio: options.ratio ?? 1, random: () => 0.5 });
  return { receiver, traces, pass: (ms: number) => void (now += ms), lost: () => lost };
}

describe('the trace of a request', () => {
  it('has the request, its list calls, its answer and the calls of Slack, in one tree', async () => {
    const { receiver, traces, pass } = await tracing();
    traces.begin('r1');
    pass(40);
    traces.past('r1', 'GET services', 3, 30, { 'http.response.status_code': 200 });
    pass(10);
    traces.past('r1', 'answer', 1, 50, {});
    traces.about('r1', { verb: 'triage', outcome: 'answered' }, false);
    pass(20);
    traces.past('r1', 'slack chat.postMessage', 3, 20, { outcome: 'failed' }, true);
    traces.end('r1');
    await traces.stop();
    const [root, ...children] = receiver.spans();
    expect(root).toMatchObject({ name: 'request', kind: 2, status: { code: 0 } });
    expect(root).not.toHaveProperty('parentSpanId');
    expect(root?.traceId).toMatch(/^[0-9a-f]{32}$/u);
    expect(root?.spanId).toMatch(/^[0-9a-f]{16}$/u);
    expect(Number(BigInt(root?.endTimeUnixNano ?? 0) - BigInt(root?.startTimeUnixNano ?? 0)) / 1e6).toBe(70);
    expect(root?.attributes).toEqual([
      { key: 'k8s_svc.request_id', value: { stringValue: 'r1' } },
      { key: 'verb', value: { stringValue: 'triage' } },
      { key: 'outcome', value: { stringValue: 'answered' } },
    ]);
    expect(children.map(({ name, status }) => [name, status.code])).toEqual([
      ['GET services', 0],
      ['answer', 0],
      ['slack chat.postMessage', 2],
    ]);
    expect(children.every(({ traceId, parentSpanId }) => traceId === root?.traceId && parentSpanId === root.spanId)).toBe(true);
    expect(receiver.headers[0]).toMatchObject({
      path: '/v1/traces',
      'content-type': 'application/json',
      'api-key': 'of-the-collector',
    });
    expect(receiver.batches[0]?.resourceSpans[0]?.resource.attributes).toEqual([
      { key: 'service.name', value: { stringValue: 'k8s-svc' } },
    ]);
  });

  it('is taken for the share of requests that was chosen', async () => {
    const { receiver, traces } = await tracing({ ratio: 0.4 });
    traces.begin('r1');
    traces.past('r1', 'answer', 1, 5, {});
    traces.end('r1');
    await traces.stop();
    expect(receiver.spans()).toEqual([]);
  });

  it('is dropped when the collector does not take it, which is told once', async () => {
    const { traces, lost, receiver } = await tracing({ status: 503 });
    for (const id of ['r1', 'r2']) {
      traces.begin(id);
      traces.end(id);
    }
    await traces.stop();
    expect(receiver.batches).toHaveLength(1);
    expect(lost()).toBe(1);
  });

  it('of a request with thousands of calls stays small', async () => {
    const { receiver, traces } = await tracing();
    traces.begin('r1');
    for (let count = 0; count < 5_000; count += 1) traces.past('r1', 'GET pods', 3, 1, {});
    traces.end('r1');
    await traces.stop();
    expect(receiver.spans()).toHaveLength(201);
  });
});
