import { z } from 'zod';
import type { Answer } from '../../core/answer/answer.ts';
import { flatten } from '../../core/answer/text.ts';
import { parseJson, type Store } from '../store.ts';

const stateSchema = z.object({
  v: z.literal(1),
  /** The message of the alert that we answered, and our answer in its thread. */
  threadTs: z.string(),
  ts: z.string(),
  /** Under which the answer was claimed. */
  identities: z.array(z.string()).readonly(),
  status: z.enum(['firing', 'resolved']),
  /** Epoch milliseconds. */
  postedAt: z.number(),
  lookedAt: z.number(),
  /** How many messages were about this alert, how often it changed its state, how often our answer was edited. */
  messages: z.number(),
  turns: z.number(),
  edits: z.number(),
  /** Our conclusion while it fired; undefined when nothing was wrong. */
  was: z.string().optional(),
  /** Nothing is edited any more: it flaps, or somebody deleted our answer. */
  stopped: z.boolean(),
});

/** What was said about an alert, and where. */
export type AlertState = z.infer<typeof stateSchema>;

export function conclusionOf({ headline }: Answer): string {
  return flatten(headline).slice(0, 600);
}

/** Longer than the window in which an alert is answered once: a late "resolved" still finds its answer. */
const ttlMs = 7 * 24 * 60 * 60 * 1_000;
const gone = { value: '', ttlMs: 1 };

/** The last states of alerts, in the store that all replicas share. A state is found by its messages and identities. */
export interface AlertStates {
  find(channel: string, messageTs: string, identities: readonly string[]): Promise<AlertState | undefined>;
  save(channel: string, messageTs: string, identities: readonly string[], state: AlertState): Promise<void>;
  /** Forgets what was said in the thread of this message, so that the alert is answered anew. */
  forget(channel: string, messageTs: string): Promise<void>;
  /** True for the replica that is to post the answer. */
  claimAnswer(channel: string, identities: readonly string[], windowMs: number): Promise<boolean>;
  releaseAnswer(channel: string, identities: readonly string[]): Promise<void>;
}

export function createAlertStates(store: Store): AlertStates {
  const stateKey = (channel: string, threadTs: string) => `alert:${channel}:${threadTs}`;
  const messageKey = (channel: string, ts: string) => `alert-of:${channel}:${ts}`;
  const identityKey = (channel: string, identity: string) => `alert-id:${channel}:${identity}`;
  // One key decides, so that two replicas with the same alert ask for the same one.
  const answerKey = (channel: string, identities: readonly string[]) =>
    `alert-answer:${channel}:${identities.toSorted()[0] ?? ''}`;

  async function read(channel: string, pointer: string): Promise<AlertState | undefined> {
    const threadTs = await store.get(pointer);
    return threadTs === undefined ? undefined : parse(await store.get(stateKey(channel, threadTs)));
  }

  return {
    async find(channel, messageTs, identities) {
      const byMessage = await read(channel, messageKey(channel, messageTs));
      if (byMessage !== undefined) return byMessage;
      const found = await Promise.all(identities.map((identity) => read(channel, identityKey(channel, identity))));
      return found.flatMap((state) => state ?? []).toSorted((a, b) => b.postedAt - a.postedAt)[0];
    },
    async save(channel, messageTs, identities, state) {
      await store.set(stateKey(channel, state.threadTs), JSON.stringify(state), ttlMs);
      const pointers = [messageKey(channel, messageTs), ...identities.map((identity) => identityKey(channel, identity))];
      await Promise.all(pointers.map((pointer) => store.set(pointer, state.threadTs, ttlMs)));
    },
    async forget(channel, messageTs) {
      const known = parse(await store.get(stateKey(channel, messageTs)));
      if (known === undefined) return;
      await store.set(stateKey(channel, messageTs), gone.value, gone.ttlMs);
      await store.set(answerKey(channel, known.identities), gone.value, gone.ttlMs);
    },
    claimAnswer: (channel, identities, windowMs) => store.claim(answerKey(channel, identities), windowMs),
    releaseAnswer: (channel, identities) => store.set(answerKey(channel, identities), gone.value, gone.ttlMs),
  };
}

/** Undefined for what is forgotten, and for what another version stored. */
function parse(stored: string | undefined): AlertState | undefined {
  return stored === undefined || stored === gone.value ? undefined : stateSchema.safeParse(parseJson(stored)).data;
}
