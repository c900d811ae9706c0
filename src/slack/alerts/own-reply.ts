import type { webApi } from '@slack/bolt';
import { z } from 'zod';

const repliesSchema = z.array(z.object({ ts: z.string(), user: z.string().optional() }));

/** The `ts` of our first message in a thread; undefined when there is none or the thread cannot be read. */
export async function ownReply(
  client: webApi.WebClient,
  channel: string,
  threadTs: string,
  botUserId: string | undefined,
): Promise<string | undefined> {
  try {
    const { messages } = await client.conversations.replies({ channel, ts: threadTs, limit: 100 });
    const replies = repliesSchema.safeParse(messages).data ?? [];
    return replies.find(({ ts, user }) => ts !== threadTs && botUserId !== undefined && user === botUserId)?.ts;
  } catch {
    return undefined;
  }
}
