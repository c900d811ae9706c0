import type { RespondFn } from '@slack/bolt';
import { answer } from '../../core/answer/build.ts';
import { renderSlack } from '../../render/slack/render-slack.ts';
import type { Place } from './place.ts';
import type { Poster } from './poster.ts';

const elsewhere = 'This is about a private namespace: only the person who asked sees the answer.';

/** Only the person sees what is said here. */
export function isSeenAlone(place: Place): boolean {
  return place.kind === 'private' || place.channel.startsWith('D') || place.channel === place.userId;
}

/**
 * The same place for an answer that only the person may see, in a message of Slack's that others do not. What stands there
 * of ours already (a question, "Reading…") says that the answer is private.
 */
export async function aloneAt(poster: Poster, place: Place): Promise<Place> {
  if (place.kind === 'private') return place;
  const { channel, userId, threadTs } = place;
  if (place.kind === 'update') await poster.update(channel, place.ts, renderSlack(answer('other', elsewhere)));
  const respond = (async (message: { readonly text?: string; readonly blocks?: readonly unknown[] }) => {
    await poster.ephemeral(channel, userId, { text: message.text ?? '', blocks: (message.blocks ?? []) as never[] }, threadTs);
  }) as unknown as RespondFn;
  return { kind: 'private', respond, channel, userId, replace: false };
}
