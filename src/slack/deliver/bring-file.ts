import type { Poster } from './poster.ts';
import { slackError } from './retry.ts';

/** Who gets a file: in this thread, or alone. */
export interface FileTarget {
  readonly userId: string;
  readonly thread?: { readonly channel: string; readonly threadTs: string };
}

const mayNotPost = new Set(['not_in_channel', 'channel_not_found', 'restricted_action', 'is_archived']);

/**
 * Uploads to a thread, or to the person alone: without a thread, and where the bot may not post. A file cannot be shown to
 * one person in a channel, so what is private goes to the direct messages, beneath `words`. Rejects as Slack's client does.
 */
export async function bringFile(
  poster: Poster,
  { userId, thread }: FileTarget,
  words: string,
  upload: (channel: string, threadTs: string | undefined) => Promise<void>,
): Promise<'thread' | 'direct-message'> {
  if (thread !== undefined) {
    try {
      await upload(thread.channel, thread.threadTs);
      return 'thread';
    } catch (error) {
      if (!mayNotPost.has(slackError(error) ?? '')) throw error;
    }
  }
  // The message opens the conversation: a file needs the id of one.
  const { channel } = await poster.post(userId, undefined, { text: words, blocks: [] });
  await upload(channel, undefined);
  return 'direct-message';
}

/** Why a file did not get through, as the end of a sentence. */
export function whyNoFile(error: unknown): string {
  return slackError(error) === 'missing_scope' ? 'the app lacks the scope files:write' : 'Slack did not take it';
}
