import type { BlockButtonAction, RespondFn } from '@slack/bolt';
import type { Place } from '../../deliver/place.ts';
import type { Asker } from '../../deps.ts';

/** A press of one of our buttons: who, where it stands, and how to answer there. */
export interface Pressed {
  readonly asker: Asker;
  /** The same for an answer that only this person sees where they alone see the message with the button. */
  readonly reader: Asker;
  readonly key: string;
  /** Only one person sees the message with the button. */
  readonly isPrivate: boolean;
  /** The message with the button; absent on the Home tab. */
  readonly message: { readonly channel: string; readonly ts: string; readonly threadTs: string } | undefined;
  /** A private answer to the one who pressed. */
  privately(replace: boolean): Place;
}

export function pressedOf(body: BlockButtonAction, respond: RespondFn): Pressed {
  const userId = body.user.id;
  const channel = body.channel?.id ?? userId;
  const ts = body.message?.ts ?? body.container['message_ts'];
  const isPrivate = body.container['is_ephemeral'] === true;
  const direct: Place = { kind: 'post', channel: userId, userId };
  const action = body.actions[0];
  const asker = { userId, teamId: body.team?.id ?? body.user.team_id ?? '', channelId: channel, via: 'button' } as const;
  return {
    asker,
    reader: isPrivate || channel.startsWith('D') || channel === userId ? { ...asker, seenBy: 'person' } : asker,
    key: `action:${userId}:${action?.action_id}:${action?.action_ts}`,
    isPrivate,
    message: typeof ts !== 'string' ? undefined : { channel, ts, threadTs: body.message?.thread_ts ?? ts },
    privately: (replace) => (body.channel === undefined ? direct : { kind: 'private', respond, channel, userId, replace }),
  };
}
