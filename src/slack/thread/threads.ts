import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Answer } from '../../core/answer/answer.ts';
import type { Request } from '../../core/ask/request.ts';
import { actionIds } from '../../render/slack/buttons.ts';
import { fromButtonValue } from '../../render/slack/button-value.ts';
import type { SlackLogger } from '../logger.ts';
import type { Store } from '../store.ts';
import { stateOf, threadStateSchema, type ThreadState } from './thread-state.ts';

const ttlMs = 24 * 60 * 60 * 1_000;
/** Without a thread only what was said just now is meant by "it". */
const latestTtlMs = 10 * 60 * 1_000;
const foreign = 'foreign';

/** Which threads are ours, and what they were about. What the store has lost is read again from the thread itself. */
export interface Threads {
  remember(channel: string, threadTs: string, answer: Answer, request: Request | undefined): Promise<void>;
  /** The state of a thread in which we have answered; undefined for any other thread. */
  recall(
    channel: string,
    threadTs: string,
    client: webApi.WebClient,
    botUserId: string | undefined,
  ): Promise<ThreadState | undefined>;
  /** The same for a direct message outside of any thread: what was answered there a moment ago. */
  rememberLatest(channel: string, answer: Answer, request: Request | undefined): Promise<void>;
  recallLatest(channel: string): Promise<ThreadState | undefined>;
}

export function createThreads(deps: { readonly store: Store; readonly logger: SlackLogger }): Threads {
  const keyOf = (channel: string, threadTs: string) => `thread:${channel}:${threadTs}`;
  return {
    async remember(channel, threadTs, answer, request) {
      await deps.store.set(keyOf(channel, threadTs), JSON.stringify(stateOf(answer, request)), ttlMs);
    },
    async recall(channel, threadTs, client, botUserId) {
      const key = keyOf(channel, threadTs);
      const stored = await deps.store.get(key);
      if (stored !== undefined) return stored === foreign ? undefined : parseState(stored);
      let messages: unknown;
      try {
        messages = (await client.conversations.replies({ channel, ts: threadTs, limit: 100 })).messages;
      } catch (error) {
        // Without the scope (or when Slack does not answer) a thread of before the restart needs a mention.
        deps.logger.debug('thread not read', { error: error instanceof Error ? error.name : 'unknown' });
        return undefined;
      }
      const state = restore(messages, botUserId);
      await deps.store.set(key, state === undefined ? foreign : JSON.stringify(state), ttlMs);
      return state;
    },
    async rememberLatest(channel, answer, request) {
      await deps.store.set(keyOf(channel, 'latest'), JSON.stringify(stateOf(answer, request)), latestTtlMs);
    },
    async recallLatest(channel) {
      const stored = await deps.store.get(keyOf(channel, 'latest'));
      return stored === undefined ? undefined : parseState(stored);
    },
  };
}

/** Undefined for what another version stored. */
function parseState(stored: string): ThreadState | undefined {
  return threadStateSchema.safeParse(JSON.parse(stored)).data;
}

const repliesSchema = z.array(z.object({ user: z.string().optional(), blocks: z.array(z.unknown()).optional() }));
const actionsSchema = z.object({
  type: z.literal('actions'),
  elements: z.array(z.object({ action_id: z.string(), value: z.string(), text: z.object({ text: z.string() }) })),
});

/** The buttons of our last message in the thread still carry the open question. */
function restore(messages: unknown, botUserId: string | undefined): ThreadState | undefined {
  const ours = (repliesSchema.safeParse(messages).data ?? []).filter(
    (one) => botUserId !== undefined && one.user === botUserId,
  );
  const last = ours.at(-1);
  if (last === undefined) return undefined;
  const buttons = (last.blocks ?? []).flatMap((block) => actionsSchema.safeParse(block).data?.elements ?? []);
  const options = buttons.flatMap((button) => {
    const request = fromButtonValue(button.value);
    if (request === undefined || !button.action_id.startsWith(`${actionIds.choose}.`)) return [];
    return [{ label: button.text.text, value: button.text.text, request }];
  });
  return { v: 1, options };
}
