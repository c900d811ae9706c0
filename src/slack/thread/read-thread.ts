import type { webApi } from '@slack/bolt';
import { withRetry } from '../deliver/retry.ts';

/** Slack's own advice for a page; the oldest come first, so that the last page matters most. */
const pageSize = 200;
const mostPages = 10;
const latestMessages = 20;
/** A person waits for the answer: a longer rate limit leaves the thread unread. */
const patience = { repeatable: true, longestWaitMs: 3_000 } as const;

/** All messages of a thread, the oldest first; of a very long one, the pages that could be read. Rejects as Slack's client does. */
export async function readThread(
  { channel, threadTs }: { readonly channel: string; readonly threadTs: string },
  client: webApi.WebClient,
): Promise<readonly unknown[]> {
  const messages: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const more = cursor === undefined ? {} : { cursor };
    // Each page tells where the next one begins.
    // oxlint-disable-next-line no-await-in-loop
    const reply = await withRetry(
      () => client.conversations.replies({ channel, ts: threadTs, limit: pageSize, ...more }),
      patience,
    );
    messages.push(...(reply.messages ?? []));
    cursor = reply.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') break;
  }
  return messages;
}

/** What was said in a direct message outside of threads during the last `withinMs`, the oldest first. Rejects likewise. */
export async function readLatest(
  { channel, ts }: { readonly channel: string; readonly ts: string },
  withinMs: number,
  client: webApi.WebClient,
): Promise<readonly unknown[]> {
  const oldest = String(Number(ts) - withinMs / 1_000);
  const reply = await withRetry(
    () => client.conversations.history({ channel, oldest, latest: ts, limit: latestMessages }),
    patience,
  );
  return (reply.messages ?? []).filter((one) => one.thread_ts === undefined || one.thread_ts === one.ts).toReversed();
}
