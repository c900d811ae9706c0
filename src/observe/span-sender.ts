import type { Span } from './traces.ts';

export interface SpanSender {
  send(spans: readonly Span[]): void;
  /** Sends what waits, and no more. */
  stop(): Promise<void>;
}

interface SenderDeps {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly resource: Readonly<Record<string, string>>;
  readonly version: string;
  /** Told once when a collector does not take spans, and again only after it took some. */
  readonly onLost: () => void;
  /** 5 s by default. */
  readonly everyMs?: number;
}

const mostWaiting = 4_096;
const patienceMs = 5_000;

/**
 * Sends spans to a collector as OTLP in JSON over HTTP, in batches. What a collector does not take is dropped: nobody waits for
 * it. The SDK of OpenTelemetry brings a dozen packages for what is one POST here.
 */
export function createSpanSender({ url, headers, resource, version, onLost, everyMs = 5_000 }: SenderDeps): SpanSender {
  const waiting: Span[] = [];
  let sending: Promise<void> | undefined;
  let lost = false;
  const attributes = Object.entries(resource).map(([key, value]) => ({ key, value: { stringValue: value } }));

  async function flush(): Promise<void> {
    const spans = waiting.splice(0, 512);
    if (spans.length === 0) return;
    const scopeSpans = [{ scope: { name: 'k8s-svc', version }, spans }];
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ resourceSpans: [{ resource: { attributes }, scopeSpans }] }),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`status ${response.status}`);
      lost = false;
    } catch {
      if (!lost) onLost();
      lost = true;
    }
  }

  const timer = setInterval(() => {
    sending ??= flush().finally(() => (sending = undefined));
  }, everyMs);
  timer.unref();
  return {
    send(spans) {
      if (waiting.length < mostWaiting) waiting.push(...spans);
    },
    async stop() {
      clearInterval(timer);
      await sending;
      await flush();
    },
  };
}
