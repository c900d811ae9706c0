import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Ack, Delivery, PayloadKind } from './delivery.ts';
import type { FakeSlack } from './fake-slack.ts';
import type { Json } from './model.ts';

const ENVELOPE_TYPES: Readonly<Record<PayloadKind, string>> = {
  command: 'slash_commands',
  event: 'events_api',
  interaction: 'interactive',
};

export interface SocketMode {
  /** How many connections the app holds. */
  readonly connections: number;
  /** Resolves when the app is connected. */
  connected(): Promise<void>;
  /** Asks the app to connect anew, as Slack does every few hours, and closes. */
  refresh(): void;
  /** Cuts all connections without a word, as a network does. */
  drop(): void;
  stop(): Promise<void>;
}

/**
 * Lets the app connect by `apps.connections.open` and delivers through its WebSocket instead of HTTP. Each payload goes to
 * one of the connections. Source: docs.slack.dev/apis/events-api/using-socket-mode
 */
export async function startSocketMode(fake: FakeSlack, ackTimeoutMs = 3_000): Promise<SocketMode> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (body: Json) => void>();
  let turn = 0;

  fake.slack.socketUrl = () => {
    const ticket = randomBytes(12).toString('hex');
    tickets.add(ticket);
    return `ws://127.0.0.1:${port}/link/?ticket=${ticket}`;
  };
  server.on('connection', (socket, request) => {
    const ticket = new URL(request.url ?? '/', 'ws://socket.invalid').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return socket.close(1008, 'The ticket is not valid.');
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data: Buffer) => {
      const { envelope_id: id, payload } = JSON.parse(data.toString('utf8')) as {
        readonly envelope_id?: string;
        readonly payload?: Json;
      };
      waiting.get(id ?? '')?.(payload ?? {});
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        connection_info: { app_id: fake.workspace.directory.app.id },
      }),
    );
  });

  const delivery: Delivery = {
    send(kind, payload, retry) {
      const open = [...sockets];
      const socket = open[turn % Math.max(open.length, 1)];
      turn += 1;
      if (socket === undefined) return Promise.resolve({ ok: false, reason: 'not_connected' });
      const id = fake.workspace.newId('env');
      const { promise, resolve } = Promise.withResolvers<Ack>();
      const timer = setTimeout(() => resolve({ ok: false, reason: 'http_timeout' }), ackTimeoutMs);
      waiting.set(id, (body) => resolve({ ok: true, body }));
      const again = retry === undefined ? {} : { retry_attempt: retry.attempt, retry_reason: retry.reason };
      const accepts = kind !== 'event';
      socket.send(
        JSON.stringify({ envelope_id: id, type: ENVELOPE_TYPES[kind], accepts_response_payload: accepts, payload, ...again }),
      );
      return promise.finally(() => {
        clearTimeout(timer);
        waiting.delete(id);
      });
    },
  };
  fake.deliverBy(delivery);

  return {
    get connections() {
      return sockets.size;
    },
    async connected() {
      if (sockets.size === 0) await once(server, 'connection');
    },
    refresh() {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
        socket.close();
      }
    },
    drop: () => sockets.forEach((socket) => socket.terminate()),
    async stop() {
      sockets.forEach((socket) => socket.terminate());
      server.close();
      await once(server, 'close');
    },
  };
}
