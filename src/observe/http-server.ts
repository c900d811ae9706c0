import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { LoopDelay } from './event-loop.ts';
import type { Health } from './health.ts';

export interface ObserveServerDeps {
  readonly delay: () => LoopDelay;
  readonly health: () => Promise<Health>;
  /** The metrics in the text format of Prometheus, with its content type. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly version: string;
}

/**
 * A mean delay beyond this, over a whole window, is no load but a process that does not come through any more: a person's
 * request would miss Slack's three seconds each time.
 */
export const longestMeanDelayMs = 2_000;

/**
 * `GET /healthz` (the process comes through), `/readyz` (it can answer: 503 only when a part is down) and `/metrics`. It takes
 * no other request, reads no body and tells no name of a cluster, a person or a channel.
 */
export function createObserveServer(deps: ObserveServerDeps): Server {
  const server = createServer({ maxHeaderSize: 4_096, requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
    answer(request, response, deps).catch(() => send(response, 500, 'text/plain', 'The page failed.\n'));
  });
  server.maxConnections = 50;
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, deps: ObserveServerDeps): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return send(response, 405, 'text/plain', 'Only GET.\n');
  }
  switch ((request.url ?? '').split('?')[0]) {
    case '/healthz': {
      const { meanMs, maxMs } = deps.delay();
      const alive = meanMs <= longestMeanDelayMs;
      return sendJson(response, alive ? 200 : 503, { state: alive ? 'ok' : 'down', loopDelayMs: { mean: meanMs, max: maxMs } });
    }
    case '/readyz': {
      const { state, parts } = await deps.health();
      return sendJson(response, state === 'down' ? 503 : 200, { state, parts, version: deps.version });
    }
    case '/metrics': {
      const { type, text } = await deps.metrics();
      return send(response, 200, type, text);
    }
    default:
      return send(response, 404, 'text/plain', 'There are /healthz, /readyz and /metrics.\n');
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', `${JSON.stringify(body)}\n`);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  // A body that nobody reads must not keep the connection.
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', connection: 'close' });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
