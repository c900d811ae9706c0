import { toCarried } from '../thread/carried-state.ts';
import { stateOf } from '../thread/thread-state.ts';
import type { webApi } from '@slack/bolt';
import type { Alert } from '../../core/alert/alert.ts';
import { notTriaged } from './alert-answer.ts';
import type { DeliveredNews } from './alert-news.ts';
import { conclusionOf, type AlertState } from './alert-state.ts';
import type { Desk } from './desk.ts';
import { ownReply } from './own-reply.ts';

/** A cluster that cannot be read is told once for all alerts of a channel. */
const troubleMs = 60 * 60 * 1_000;

/** Answers an alert for the first time within the window, in the thread of its message. Returns why it did not. */
export async function answerFirst(
  desk: Desk,
  alert: Alert,
  news: DeliveredNews,
  client: webApi.WebClient,
): Promise<string | undefined> {
  if (alert.status === 'resolved') return 'it is resolved, and was not answered while it fired';
  const seen = await desk.look.triage(alert, news);
  if ('nothing' in seen) return seen.nothing;
  const { channel, ts: threadTs, botUserId } = news;
  const { problem } = seen.answer;
  const failed = problem !== undefined;
  const trouble = `alert-trouble:${channel}:${problem?.code}:${conclusionOf(seen.answer)}`;
  if (failed && !(await desk.store.claim(trouble, troubleMs))) {
    return 'the cluster cannot be read, which the channel was told';
  }
  if (!(await desk.states.claimAnswer(channel, alert.identities, desk.windowMs))) return 'another replica answers it';
  const answer = failed ? notTriaged(seen.answer) : seen.answer;
  try {
    // After a restart the answer may stand there already.
    const before = news.is === 'changed' ? await ownReply(client, channel, threadTs, botUserId) : undefined;
    if (before !== undefined) await desk.edit(channel, before, answer);
    const place = { kind: 'post', channel, threadTs, userId: channel } as const;
    const said = { answer, ...(seen.request === undefined ? {} : { request: seen.request }) };
    const carried = { state: toCarried(stateOf(answer, seen.request)) };
    const ts = before ?? (await desk.delivery.deliver(place, answer, { only: true, ...carried }))?.ts ?? '';
    const conclusion = seen.answer.status === 'ok' || failed ? {} : { was: conclusionOf(seen.answer) };
    const state: AlertState = {
      v: 1,
      threadTs,
      ts,
      identities: alert.identities,
      status: 'firing',
      postedAt: desk.now(),
      lookedAt: desk.now(),
      messages: 1,
      turns: 0,
      edits: 0,
      stopped: false,
      ...conclusion,
    };
    await desk.states.save(channel, threadTs, alert.identities, state);
    await desk.threads.remember(channel, threadTs, said);
    // A cluster that could not be read must not silence the alert for the whole window.
    if (failed) await desk.states.releaseAnswer(channel, alert.identities);
  } catch (error) {
    // It was not said: the next message about this alert may try again.
    await desk.states.releaseAnswer(channel, alert.identities);
    if (failed) await desk.store.set(trouble, '', 1);
    throw error;
  }
}
