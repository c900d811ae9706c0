import type { App } from '@slack/bolt';
import type { types } from '@slack/bolt';
import { fromSlackText, mentions } from '../../slack-text.ts';
import { reply, type SlackFront } from '../../slack-front.ts';
import { continueThread } from '../../thread/continue-thread.ts';
import { namesFor } from '../../thread/names-for.ts';
import { readsAsQuestion } from '../../thread/reads-as-question.ts';

type PersonsMessage = types.GenericMessageEvent | types.FileShareMessageEvent | types.ThreadBroadcastMessageEvent;

/** Direct messages, and replies in threads in which we have answered. Everything else that is said in a channel is not ours. */
export function onMessage(app: App, front: SlackFront): void {
  app.event('message', async ({ event, body, context, client }) => {
    if (!isFromPerson(event)) return;
    const { channel, ts, user: userId } = event;
    const direct = event.channel_type === 'im';
    if (!direct && (event.thread_ts === undefined || mentions(event.text ?? '', context.botUserId))) return;
    const asAgent = direct && (await front.agent.isOn(client));
    // In the agent view each conversation is a thread, which the person's first message begins.
    const threadTs = event.thread_ts ?? (asAgent ? ts : undefined);
    const place = { kind: 'post', channel, userId, ...(threadTs === undefined ? {} : { threadTs }) } as const;
    await front.handle([`event:${body.event_id}`, `message:${channel}:${ts}`], place, async () => {
      const words = fromSlackText(event.text ?? '', context.botUserId);
      if (words === '' && !direct) return;
      const here = { channel, ts, direct, botUserId: context.botUserId };
      const state =
        threadTs === undefined
          ? await front.threads.recallLatest(here, client)
          : threadTs === ts
            ? undefined
            : await front.threads.recall({ ...here, threadTs }, client);
      if (!direct && state === undefined) return;
      const besides = asAgent ? besideOf(event) : undefined;
      const via = direct ? 'dm' : 'thread';
      const asker = {
        userId,
        teamId: body.team_id,
        channelId: channel,
        via,
        ...(besides !== undefined && { besides }),
      } as const;
      const known = state === undefined ? undefined : await namesFor(front, asker, state);
      const toOthers = /<@[UW]/u.test(event.text ?? '');
      if (!direct && state !== undefined && !readsAsQuestion(words, state, front.parse, toOthers, known)) return;
      const toRequest = () => (state === undefined ? front.parse(words) : continueThread(state, words, front.parse, known));
      if (!asAgent || threadTs === undefined) return reply(front, asker, place, toRequest);
      const work = front.agent.begin(client, { channel, threadTs, ts, userId, words });
      try {
        await reply(front, asker, place, toRequest, work.stopped);
      } finally {
        await work.done();
      }
    });
  });
}

/** The channel that a person looks at beside the agent view; Slack names what is most relevant first. */
function besideOf(event: PersonsMessage): string | undefined {
  const context = 'app_context' in event ? event.app_context : undefined;
  for (const { type, value } of context?.entities ?? []) if (type === 'slack#/types/channel_id') return value;
  return undefined;
}

/** Only what a person wrote just now: no edits, deletions, joins, and no bot's message (which could start a loop). */
function isFromPerson(event: types.MessageEvent): event is PersonsMessage & { readonly user: string } {
  const kind = event.subtype;
  if (kind !== undefined && kind !== 'file_share' && kind !== 'thread_broadcast') return false;
  if ('bot_id' in event && event.bot_id !== undefined) return false;
  return 'user' in event && typeof event.user === 'string';
}
