import { AsyncLocalStorage } from 'node:async_hooks';

/** What of Slack this process works on at the moment, as it stands in the journal. */
export interface CurrentWork {
  /** One delivery of Slack's. What is claimed meanwhile is claimed for it, by whichever replica works on it. */
  readonly id: string;
  /** A replica began it and is gone: some of its effects may be there. */
  readonly again: boolean;
  /** Epoch seconds on Slack's clock, as exact as it can be told: an answer to it came later. */
  readonly saidAt: number;
  /** It was begun too often or too long ago: the person is told to ask again. */
  readonly giveUp: boolean;
  /** What the replica before has left behind. */
  readonly note: unknown;
  /** Leaves something behind for a replica that goes on with it. JSON. Never rejects. */
  leave(note: unknown): Promise<void>;
}

/** Listeners are called by Bolt, through which nothing of ours can be passed along. */
const storage = new AsyncLocalStorage<CurrentWork>();

export const currentWork = (): CurrentWork | undefined => storage.getStore();

export const asWork = <T>(work: CurrentWork, run: () => T): T => storage.run(work, run);
