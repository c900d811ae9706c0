import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  readonly timeoutMs?: number;
  /** An error of this kind is thrown on at once: waiting longer does not help. */
  readonly fatal?: new (message?: string) => Error;
  /** What else to say when the time is over. */
  readonly detail?: () => string;
}

/** Tries until `attempt` does not throw. When the time is over it throws what was waited for and why it was not so. */
export async function waitFor<T>(what: string, attempt: () => Promise<T>, options: WaitOptions = {}): Promise<T> {
  const { timeoutMs = 60_000, fatal, detail } = options;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (fatal !== undefined && error instanceof fatal) throw error;
      if (Date.now() > deadline) {
        const why = error instanceof Error ? error.message : String(error);
        const more = detail === undefined ? '' : `\n${detail()}`;
        throw new Error(`Waited ${timeoutMs / 1000} s until ${what}: ${why}${more}`, { cause: error });
      }
      await sleep(100);
    }
  }
}
