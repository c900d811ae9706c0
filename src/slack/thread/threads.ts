import type { webApi } from '@slack/bolt';
import type { Answer } from '../../core/answer/answer.ts';
import type { Request } from '../../core/ask/request.ts';
import type { SlackLogger } from '../logger.ts';
import { parseJson, type Store } from '../store.ts';
import { readLatest, readThread } from './read-thread.ts';
import { restore } from './restore.ts';
import { blankState, nextState, threadStateSchema, type ThreadState } from './thread-state.ts';

const ttlMs = 24 * 60 * 60 * 1_000;
/** Without a thread only what was said just now is meant by "it". */
const latestTtlMs = 10 * 60 * 1_000;
const foreign = 'foreign';

/** What was answered, and to what; `forgets` when the person started over. */
export interface Said {
  readonly answer: Answer;
  readonly request?: Request;
  readonly forgets?: true;
}

/** A message in a thread, and where to read what stands before it. */
export interface InThread {
  readonly channel: string;
  readonly threadTs: string;
  /** Of the message itself: what came later does not belong to what it leans on. */
  readonly ts: string;
  /** In a direct message everything is said to us. */
  readonly direct: boolean;
  readonly botUserId: string | undefined;
}

/** Which threads are ours, and what they were about. What the store has lost is read again from the thread itself. */
export interface Threads {
  remember(channel: string, threadTs: string, said: Said): Promise<void>;
  /** The state of a thread in which we have answered; undefined for any other thread. */
  recall(message: InThread, client: webApi.WebClient): Promise<ThreadState | undefined>;
  /** The same for a direct message outside of any thread: what was answered there a moment ago. */
  rememberLatest(channel: string, said: Said): Promise<void>;
  recallLatest(message: Omit<InThread, 'threadTs'>, client: webApi.WebClient): Promise<ThreadState | undefined>;
}

export function createThreads(deps: {
  readonly store: Store;
  readonly logger: SlackLogger;
  readonly parse: (words: string) => Request;
}): Threads {
  const { store } = deps;
  const keyOf = (channel: string, threadTs: string) => `thread:${channel}:${threadTs}`;

  async function keep(key: string, { answer, request, forgets }: Said, ms: number): Promise<void> {
    const before = await store.get(key);
    const state =
      forgets === true ? blankState : nextState(before === undefined ? undefined : parseState(before), answer, request);
    await store.set(key, JSON.stringify(state), ms);
  }

  /** What is kept under the key, else what the messages tell. */
  async function found(
    key: string,
    ms: number,
    message: Omit<InThread, 'threadTs'>,
    read: () => Promise<readonly unknown[]>,
  ): Promise<ThreadState | undefined> {
    const stored = await store.get(key);
    if (stored === foreign) return undefined;
    const kept = stored === undefined ? undefined : parseState(stored);
    if (kept !== undefined) return kept;
    let messages: readonly unknown[];
    try {
      messages = await read();
    } catch (error) {
      // Without the scope (or when Slack does not answer) a thread of before the restart needs a mention.
      deps.logger.debug('thread not read', { error: error instanceof Error ? error.name : 'unknown' });
      return undefined;
    }
    const state = restore(messages, message, deps.parse);
    await store.set(key, state === undefined ? foreign : JSON.stringify(state), ms);
    return state;
  }

  return {
    async remember(channel, threadTs, said) {
      await keep(keyOf(channel, threadTs), said, ttlMs);
    },
    async recall(message, client) {
      const key = keyOf(message.channel, message.threadTs);
      return found(key, ttlMs, message, () => readThread(message, client));
    },
    async rememberLatest(channel, said) {
      await keep(keyOf(channel, 'latest'), said, latestTtlMs);
    },
    async recallLatest(message, client) {
      return found(keyOf(message.channel, 'latest'), latestTtlMs, message, () => readLatest(message, latestTtlMs, client));
    },
  };
}

/** Undefined for what another version stored. */
function parseState(stored: string): ThreadState | undefined {
  return threadStateSchema.safeParse(parseJson(stored)).data;
}
