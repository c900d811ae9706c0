import { request as httpRequest } from 'node:http';
import type { Ack, Delivery, PayloadKind } from './delivery.ts';
import type { Json } from './model.ts';
import { sign } from './sign.ts';

export interface HttpDeliveryDeps {
  /** The app's request URL, for example `http://127.0.0.1:3001/slack/events`. */
  readonly appUrl: () => string | undefined;
  readonly signingSecret: string;
  readonly now: () => number;
  /** Slack waits 3 s for a 2xx. */
  readonly ackTimeoutMs: number;
}

/** Posts signed requests as Slack does: commands as a form, interactions as `payload=` in a form, events as JSON. */
export function createHttpDelivery(deps: HttpDeliveryDeps): Delivery {
  return {
    send(kind, payload, retry) {
      const url = deps.appUrl();
      if (url === undefined) return Promise.resolve({ ok: false, reason: 'not_connected' });
      const body = encode(kind, payload);
      const headers = {
        ...sign(body, deps.signingSecret, deps.now()),
        // Bolt parses a form only when the type comes without a charset.
        'content-type': kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(body)),
        ...(retry === undefined ? {} : { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }),
      };
      return post(url, headers, body, deps.ackTimeoutMs);
    },
  };
}

function encode(kind: PayloadKind, payload: Json): string {
  if (kind === 'event') return JSON.stringify(payload);
  if (kind === 'interaction') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])).toString();
}

function post(url: string, headers: Record<string, string>, body: string, timeoutMs: number): Promise<Ack> {
  const { promise, resolve } = Promise.withResolvers<Ack>();
  const request = httpRequest(url, { method: 'POST', headers, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', () => resolve({ ok: false, reason: 'connection_failed' }));
    response.on('end', () => {
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) resolve({ ok: true, body: ackBody(Buffer.concat(chunks).toString('utf8')) });
      else resolve({ ok: false, reason: 'http_error', final: response.headers['x-slack-no-retry'] === '1' });
    });
  });
  request.on('error', (error: Error) =>
    resolve({
      ok: false,
      reason: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'http_timeout' : 'connection_failed',
    }),
  );
  request.end(body);
  return promise;
}

/** A plain text ack is a message text; JSON is what it says; nothing is nothing. */
export function ackBody(body: string): Json {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Json) : {};
  } catch {
    return { text: body };
  }
}
