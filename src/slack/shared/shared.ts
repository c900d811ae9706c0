import type { Store } from '../store.ts';

/** What several replicas share. Without it a process is alone, and holds all of it in memory. */
export interface Shared {
  readonly store: Store;
  readonly journal: Journal;
  readonly turns: SharedTurns;
  /** Resolves when a message may go to this channel: one a second, whichever replica sends it. Never rejects. */
  readonly pace: (channel: string) => Promise<void>;
  readonly health: StoreHealth;
  close(): Promise<void>;
}

/** Whether the store can be reached, for `/readyz`: without it k8s-svc goes on, so it is degraded and not dead. */
export interface StoreHealth {
  /** Undefined while it can be reached; otherwise since when it cannot, in epoch milliseconds. */
  unreachableSince(): number | undefined;
}

/** The same in words, for a person. */
export function describeStore(health: StoreHealth): string {
  const since = health.unreachableSince();
  return since === undefined ? 'store reachable' : `store unreachable since ${new Date(since).toISOString()}`;
}

/** `payload`: what Slack has delivered. `watch`: a Service that is followed in a message. */
export type WorkKind = 'payload' | 'watch';

/** Work that a replica has begun and not finished. */
export interface Entry {
  readonly id: string;
  readonly kind: WorkKind;
  /** JSON. */
  readonly data: unknown;
  /** How many replicas have begun it, this one among them. */
  readonly attempt: number;
  /** Epoch milliseconds of the beginning. */
  readonly begunAt: number;
  /** What was left behind with it last. */
  readonly note: unknown;
  readonly leave: (note: unknown) => Promise<void>;
  done(): Promise<void>;
  /** Not finished, and not by this replica: another one may go on at once. */
  release(): Promise<void>;
}

/** Work under way, with a lease that its replica renews. When that stops, another replica takes the work over. */
export interface Journal {
  /** Resolves when it is written down, or when the store cannot be reached. Never rejects. */
  begin(kind: WorkKind, data: unknown): Promise<Entry>;
  /** Hands over what nobody works on any more, from now on until the journal is closed. */
  onAbandoned(takeOver: (entry: Entry) => Promise<void>): void;
  /** Takes nothing over any more. */
  stopTakingOver(): void;
}

/** One after the other over all replicas, in the order in which tickets were taken. */
export interface SharedTurns {
  /** Takes a ticket at once. */
  queue(key: string): Ticket;
}

export interface Ticket {
  /** Resolves when it is this one's turn, after `patienceMs` at the latest, and at once while the store is away. */
  turn(patienceMs: number): Promise<void>;
  leave(): void;
}
