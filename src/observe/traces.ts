import { randomBytes } from 'node:crypto';
import type { SpanSender } from './span-sender.ts';

type Attributes = Readonly<Record<string, string | number>>;

/** One span as OTLP has it in JSON. Source: opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  /** 1 inside, 2 server, 3 client. */
  readonly kind: 1 | 2 | 3;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  /** 0 unset, 2 error. */
  readonly status: { readonly code: 0 | 2 };
}

export interface Traces {
  begin(requestId: string): void;
  /** Something that took so long and is over now. Nothing when the request is not traced. */
  past(
    requestId: string | undefined,
    name: string,
    kind: Span['kind'],
    durationMs: number,
    attributes: Attributes,
    failed?: boolean,
  ): void;
  /** What the whole request is known by. */
  about(requestId: string, attributes: Attributes, failed: boolean): void;
  end(requestId: string): void;
  stop(): Promise<void>;
}

interface Open {
  readonly traceId: string;
  readonly spanId: string;
  readonly startMs: number;
  readonly spans: Span[];
  attributes: Attributes;
  failed: boolean;
}

/** A request with a thousand list calls is no better understood by a thousand spans. */
const mostSpans = 200;

interface TracesDeps {
  readonly sender: SpanSender;
  /** Epoch milliseconds, with fractions. */
  readonly nowMs: () => number;
  /** 0 to 1. */
  readonly ratio: number;
  readonly random?: () => number;
}

/** One trace a request: the request, its list calls, its answer, and the calls of Slack that bring it. No names in any of them. */
export function createTraces({ sender, nowMs, ratio, random = Math.random }: TracesDeps): Traces {
  const open = new Map<string, Open>();
  const span = (of: Open, more: Pick<Span, 'name' | 'kind' | 'status'>, from: number, to: number, all: Attributes): Span => ({
    traceId: of.traceId,
    spanId: randomBytes(8).toString('hex'),
    ...more,
    startTimeUnixNano: nanoseconds(from),
    endTimeUnixNano: nanoseconds(to),
    attributes: attributesOf(all),
  });
  return {
    begin(requestId) {
      if (random() >= ratio) return;
      const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
      open.set(requestId, { traceId, spanId, startMs: nowMs(), spans: [], attributes: {}, failed: false });
    },
    past(requestId, name, kind, durationMs, attributes, failed = false) {
      const one = open.get(requestId ?? '');
      if (one === undefined || one.spans.length >= mostSpans) return;
      const now = nowMs();
      const child = span(one, { name, kind, status: { code: failed ? 2 : 0 } }, now - durationMs, now, attributes);
      one.spans.push({ ...child, parentSpanId: one.spanId });
    },
    about(requestId, attributes, failed) {
      const one = open.get(requestId);
      if (one === undefined) return;
      one.attributes = { ...one.attributes, ...attributes };
      one.failed ||= failed;
    },
    end(requestId) {
      const one = open.get(requestId);
      if (one === undefined) return;
      open.delete(requestId);
      const all = { 'k8s_svc.request_id': requestId, ...one.attributes };
      const root = span(one, { name: 'request', kind: 2, status: { code: one.failed ? 2 : 0 } }, one.startMs, nowMs(), all);
      sender.send([{ ...root, spanId: one.spanId }, ...one.spans]);
    },
    stop: () => sender.stop(),
  };
}

const nanoseconds = (ms: number) => String(BigInt(Math.round(ms * 1_000)) * 1_000n);

function attributesOf(all: Attributes): Span['attributes'] {
  return Object.entries(all).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(Math.round(value)) } : { stringValue: value },
  }));
}
