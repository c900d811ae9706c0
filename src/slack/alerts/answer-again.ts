import type { Alert } from '../../core/alert/alert.ts';
import { flapping, resolved, stillFiring } from './alert-answer.ts';
import type { DeliveredNews } from './alert-news.ts';
import { conclusionOf, type AlertState } from './alert-state.ts';
import type { Desk } from './desk.ts';

/** A repeated alert is looked at again at most this often. */
const lookAgainMs = 5 * 60 * 1_000;
const mostEdits = 24;
const mostTurns = 6;

/** A further message about an alert that was answered: our answer is edited where that says something new. */
export async function answerAgain(desk: Desk, alert: Alert, news: DeliveredNews, known: AlertState): Promise<void> {
  const { channel } = news;
  const status = alert.status === 'resolved' ? 'resolved' : 'firing';
  const turned = status !== known.status;
  const state: AlertState = {
    ...known,
    status,
    messages: known.messages + (news.is === 'posted' ? 1 : 0),
    turns: known.turns + (turned ? 1 : 0),
  };
  const due = turned || (status === 'firing' && desk.now() - state.lookedAt >= lookAgainMs && state.edits < mostEdits);
  if (state.stopped || !due) return desk.states.save(channel, news.ts, alert.identities, state);
  const seen = await desk.look.triage(alert, news);
  const answer = 'nothing' in seen ? undefined : seen.answer;
  const flaps = state.turns > mostTurns;
  const readable = answer !== undefined && answer.problem === undefined;
  // What was said while the cluster could be read, with its time, is worth more than that it cannot be read now.
  if (!turned && !readable) return desk.states.save(channel, news.ts, alert.identities, state);
  const edited = flaps
    ? flapping(answer, state, desk.now())
    : status === 'resolved'
      ? resolved(answer, state, desk.now())
      : stillFiring(answer, state, desk.now());
  const stands = await desk.edit(channel, state.ts, edited);
  const was = readable && status === 'firing' && answer.status !== 'ok' ? { was: conclusionOf(answer) } : {};
  await desk.states.save(channel, news.ts, alert.identities, {
    ...state,
    ...was,
    lookedAt: desk.now(),
    edits: state.edits + 1,
    stopped: flaps || !stands,
  });
}
