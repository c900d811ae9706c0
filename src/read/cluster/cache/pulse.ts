import { ApiError } from '../api-error.ts';
import type { Connection } from '../connection.ts';

export interface PulseDeps {
  readonly connection: Pick<Connection, 'get'>;
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly everyMs: number;
  readonly timeoutMs: number;
  /** The server answers again after it had not since that time. */
  readonly onReturn: (since: number) => void;
}

/**
 * Whether the API server still answers: a quiet watch says nothing for a minute, and a connection can die without a word. One
 * small request every few seconds tells within seconds what the watches would tell after a minute.
 */
export class Pulse {
  readonly #deps: PulseDeps;
  #answeredAt: number;
  #silent = false;

  constructor(deps: PulseDeps) {
    this.#deps = deps;
    this.#answeredAt = deps.now();
  }

  /** When it answered last before it fell silent, in epoch milliseconds; undefined while it answers. */
  get lostAt(): number | undefined {
    return this.#silent ? this.#answeredAt : undefined;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { wait, everyMs } = this.#deps;
    while (!signal.aborted) {
      await wait(everyMs, signal);
      if (!signal.aborted) await this.#beat(signal);
    }
  }

  async #beat(signal: AbortSignal): Promise<void> {
    const { connection, now, timeoutMs, onReturn } = this.#deps;
    try {
      await connection.get('/version', {}, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
    } catch (error) {
      // A refusal is an answer too.
      if (!(error instanceof ApiError) || error.status >= 500) {
        this.#silent = true;
        return;
      }
    }
    const since = this.lostAt;
    this.#answeredAt = now();
    this.#silent = false;
    if (since !== undefined) onReturn(since);
  }
}
