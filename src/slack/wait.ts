import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after this time, or at once when the signal aborts. Never rejects. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** By the clock of the machine. */
export const waitByClock: Wait = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined);
