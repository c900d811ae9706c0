import type { webApi } from '@slack/bolt';
import type { Request } from '../../core/ask/request.ts';
import { messageText } from '../message-text.ts';

/** "why?", "what is wrong with this", "triage this", or only the mention: words that mean the message above. */
const meansAbove = /\b(it|this|that|these|above|alert)\b|^why\W*$|^(triage|debug|help)\W*$/iu;
const longest = 120;

/**
 * The question for a mention in the thread of somebody else's message (an alert, mostly): with that message when the
 * words mean it. Undefined when they stand for themselves or the message cannot be read.
 */
export async function aboutRoot(
  words: string,
  place: { readonly channel: string; readonly threadTs: string; readonly botUserId: string | undefined },
  client: webApi.WebClient,
): Promise<Request | undefined> {
  if (words !== '' && (words.length > longest || !meansAbove.test(words))) return undefined;
  let root: unknown;
  try {
    root = (await client.conversations.replies({ channel: place.channel, ts: place.threadTs, limit: 1 })).messages?.[0];
  } catch {
    return undefined;
  }
  const said = messageText(root, place.botUserId);
  return said === '' ? undefined : triageOf(said, words);
}

/** "Triage this" about a message, which by itself rarely says that something is to be found out. */
export function triageOf(message: string, words = ''): Request {
  return { verb: 'ask', text: `${/\w{3}/u.test(words) ? words : 'Why does this not work?'}\n${message}`, known: {} };
}
