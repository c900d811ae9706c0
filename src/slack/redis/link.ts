import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';
import type { SlackLogger } from '../logger.ts';
import type { StoreHealth } from '../shared/shared.ts';

export type RedisClient = ReturnType<typeof newClient>;

export interface RedisOptions {
  /** `redis://` or `rediss://` (TLS), with user, password and database number where there are any. */
  readonly url: string;
  /** Wins over one in the URL. */
  readonly password?: string;
  readonly logger: SlackLogger;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface RedisLink extends StoreHealth {
  /** Runs one or a few commands. Rejects within 250 ms when Redis does not answer, and at once while it is known not to. */
  call<T>(run: (client: RedisClient) => Promise<T>): Promise<T>;
  /** Told each time Redis can be reached again, also after a restart that lost what it held. */
  onBack(listener: () => void): void;
  close(): void;
}

const timeoutMs = 250;
const firstProbeMs = 200;
const longestProbeMs = 5_000;
/** A connection that stays open and answers nothing is given up for a new one. */
const deadAfterProbes = 5;

/**
 * The connection to Redis or Valkey. One call that fails or takes too long opens the circuit: all others fail at once, so
 * that nobody waits, while a probe with growing pauses looks whether it is back.
 */
export function openRedisLink(options: RedisOptions): RedisLink {
  const { logger, now } = options;
  const listeners: (() => void)[] = [];
  const closed = new AbortController();
  let client = connect();
  // Until the first answer nobody knows.
  let since: number | undefined = now();
  let probing = false;
  let wake = (): void => undefined;

  function connect(): RedisClient {
    const next = newClient(options);
    // Each failure is told here, and a client without a listener throws it. The message may hold an address, so it is not logged.
    next.on('error', () => down());
    next.on('ready', () => wake());
    next.connect().catch(() => undefined);
    return next;
  }

  function limited<T>(run: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error('Redis did not answer in time'));
      // After work that took long, the timer comes before the answer that has been waiting meanwhile: that one is read first.
      const timer = setTimeout(() => setImmediate(() => setImmediate(late)), timeoutMs);
      run()
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  }

  function down(): void {
    if (closed.signal.aborted) return;
    if (since === undefined) {
      since = now();
      logger.warn('store unreachable: going on with what this process knows');
    }
    if (!probing) void probe();
  }

  async function probe(): Promise<void> {
    probing = true;
    for (let tries = 0; !closed.signal.aborted; tries += 1) {
      const pauseMs = tries === 0 && client.isReady ? 0 : Math.min(firstProbeMs * 1.6 ** tries, longestProbeMs);
      // Replicas must not all come at the same time; a connection that stands ends the pause.
      const connected = new Promise<void>((resolve) => (wake = resolve));
      await Promise.race([connected, sleep(pauseMs * (0.75 + Math.random() / 2), undefined, { ref: false })]);
      if (closed.signal.aborted) return;
      if (!client.isOpen || (client.isReady && tries > 0 && tries % deadAfterProbes === 0)) {
        client.destroy();
        client = connect();
      }
      try {
        await limited(() => client.ping());
      } catch {
        continue;
      }
      logger.info('store reachable', { afterMs: now() - (since ?? now()) });
      since = undefined;
      probing = false;
      listeners.forEach((listener) => listener());
      return;
    }
  }

  void probe();
  return {
    unreachableSince: () => since,
    async call(run) {
      if (since !== undefined) throw new Error('Redis cannot be reached');
      const asked = client;
      try {
        return await limited(() => run(asked));
      } catch (error) {
        down();
        throw error;
      }
    },
    onBack: (listener) => void listeners.push(listener),
    close() {
      closed.abort();
      client.destroy();
    },
  };
}

function newClient({ url, password }: RedisOptions) {
  const address = new URL(url);
  // Beside an address with a user, the client forgets a password that is given apart.
  if (password !== undefined) address.password = encodeURIComponent(password);
  return createClient({
    url: address.href,
    name: 'k8s-svc',
    // What cannot be sent now fails now.
    disableOfflineQueue: true,
    commandsQueueMaxLength: 10_000,
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 3_000) * (0.75 + Math.random() / 2),
    },
  });
}
