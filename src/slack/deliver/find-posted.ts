import type { webApi } from '@slack/bolt';
import { z } from 'zod';

/** What was posted, and where: a message by its words, or a file by its title. */
export interface Sought {
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly text?: string;
  readonly fileTitle?: string;
  /** Epoch seconds on Slack's clock, with a margin. */
  readonly since: number;
  /** Messages that are known to be others. */
  readonly known: ReadonlySet<string>;
}

const messagesSchema = z.array(
  z.looseObject({
    ts: z.string(),
    bot_id: z.string().optional(),
    text: z.string().optional(),
    files: z.array(z.looseObject({ title: z.string().optional() })).optional(),
  }),
);

/**
 * The `ts` of a message of ours whose post Slack did not confirm; undefined when it does not stand. Rejects when the channel
 * cannot be read (no scope, no answer, a direct message that is only known by its person).
 */
export async function findPosted(client: webApi.WebClient, sought: Sought): Promise<string | undefined> {
  const { channel, threadTs, since, known } = sought;
  if (!/^[CDG]/u.test(channel)) throw new TypeError('a user id is no conversation');
  const page = { channel, oldest: String(since), limit: 200 };
  const { messages } =
    threadTs === undefined
      ? await client.conversations.history(page)
      : await client.conversations.replies({ ...page, ts: threadTs });
  return messagesSchema
    .parse(messages ?? [])
    .find((one) => one.bot_id !== undefined && Number(one.ts) > since && !known.has(one.ts) && isSought(one, sought))?.ts;
}

type Found = z.infer<typeof messagesSchema>[number];

function isSought({ text, files }: Found, sought: Sought): boolean {
  if (sought.fileTitle !== undefined) return files?.some((file) => file.title === sought.fileTitle) === true;
  return words(text ?? '') === words(sought.text ?? '');
}

/** Slack gives the text back with links and emoji written otherwise: letters and digits stay. */
function words(text: string): string {
  return text
    .replaceAll(/<[^<>|]*\|([^<>]*)>/gu, '$1')
    .replaceAll(/&(?:amp|lt|gt);/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
