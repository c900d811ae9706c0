import type { AlertService } from '../../app/alert/locate-alert.ts';
import { formatAge } from '../../core/answer/age.ts';
import type { Answer } from '../../core/answer/answer.ts';
import { action, note, paragraph } from '../../core/answer/build.ts';
import { code, flatten, joinTexts, text, type Inline, type Text } from '../../core/answer/text.ts';
import { formatRequest } from '../../core/ask/format-request.ts';
import type { TriageRequest } from '../../core/ask/request.ts';
import { formatTime } from '../../render/text/read-time.ts';
import type { AlertState } from './alert-state.ts';

/** A Service that the alert leads to, with its triage of now. */
export interface Looked {
  readonly service: AlertService;
  readonly request: TriageRequest;
  readonly answer: Answer;
}

const weights: Readonly<Record<NonNullable<Answer['status']>, number>> = { critical: 0, warning: 1, info: 2, ok: 3 };

/** The worst first; among equals the order of the alert. */
export function worstFirst(looked: readonly Looked[]): readonly Looked[] {
  const weight = ({ answer }: Looked) => weights[answer.status ?? 'info'];
  return looked.toSorted((a, b) => weight(a) - weight(b));
}

/** The triage of the worst Service, with how the alert led to it and how the others are. */
export function firstAnswer(looked: readonly Looked[], unseen: number, cluster: string | undefined): Answer {
  const [main, ...others] = looked;
  if (main === undefined) throw new RangeError('an alert without a Service has no answer');
  const led = main.service.through;
  const small = [
    ...(led === undefined ? [] : [text`The alert names ${led.kind} ${code(led.name)}: this is its Service.`]),
    ...(others.length + unseen === 0 ? [] : [text`It also names ${joinTexts(otherWords(others, unseen))}.`]),
  ];
  const more = others
    .slice(0, 2)
    .map(({ request }) => action(`Triage ${request.service}`.slice(0, 70), formatRequest(request)));
  // The buttons of a triage ask the channel's cluster, which need not be that of the alert.
  const own = main.answer.actions.map((one) =>
    cluster === undefined || one.request.includes('--cluster')
      ? one
      : { ...one, request: `${one.request} --cluster ${cluster}` },
  );
  const parts = small.length === 0 ? [] : [note(joinTexts(small, ' '))];
  return { ...main.answer, parts: [...main.answer.parts, ...parts], actions: [...own, ...more] };
}

function otherWords(others: readonly Looked[], unseen: number): readonly (Text | string)[] {
  return [
    ...others.map(
      ({ service, answer }) =>
        text`Service ${code(service.name)} (${answer.status === 'ok' ? 'healthy' : (answer.status ?? 'not known')})`,
    ),
    ...(unseen === 0 ? [] : [`${unseen} more that ${unseen === 1 ? 'was' : 'were'} not looked at`]),
  ];
}

/** The same alert fires on, or again. */
export function stillFiring(answer: Answer | undefined, state: AlertState, now: number): Answer {
  const again: Text = state.turns > 1 ? text`Firing again (it has changed ${state.turns} times).` : text`Still firing.`;
  if (answer === undefined || answer.problem !== undefined) {
    const reason = answer === undefined ? 'its Service is not there any more' : flatten(answer.headline);
    const words = text`Firing again at ${timeOf(now)}. Not looked at again: ${reason}`;
    return { intent: 'triage', headline: text`The alert fires again.`, status: 'warning', parts: [note(words)], actions: [] };
  }
  return withNote(answer, text`${again} Message ${state.messages} about this alert, looked again at ${timeOf(now)}.`);
}

/** The alert says that it is over: what it was, and whether that is what the cluster shows. */
export function resolved(answer: Answer | undefined, state: AlertState, now: number): Answer {
  const was = state.was === undefined ? [] : [paragraph(text`While it fired: ${state.was}`)];
  if (answer === undefined || answer.problem !== undefined) {
    const reason = answer === undefined ? 'its Service is not there any more' : flatten(answer.headline);
    return {
      intent: 'triage',
      headline: text`The alert is resolved.`,
      status: 'info',
      parts: [...was, note(text`Resolved at ${timeOf(now)}. Not looked at again: ${reason}`)],
      actions: [],
    };
  }
  if (answer.status === 'ok') {
    return withNote(
      { ...answer, headline: text`Resolved. ${answer.headline}`, parts: [...was, ...answer.parts] },
      text`Resolved at ${timeOf(now)}.`,
    );
  }
  return withNote(
    { ...answer, headline: text`The alert is resolved, but: ${answer.headline}` },
    text`Resolved at ${timeOf(now)}; this is what the cluster shows since.`,
  );
}

/** The last edit of an alert that keeps changing. */
export function flapping(answer: Answer | undefined, state: AlertState, now: number): Answer {
  const head = text`This alert flaps: it has changed ${state.turns} times within ${formatAge(now - state.postedAt)}.`;
  if (answer === undefined || answer.problem !== undefined)
    return { intent: 'triage', headline: head, status: 'warning', parts: [], actions: [] };
  return withNote(
    {
      ...answer,
      headline: text`${head} ${answer.headline}`,
      status: answer.status === 'ok' ? 'warning' : (answer.status ?? 'warning'),
    },
    text`As of ${timeOf(now)}. This message is not edited any more: press "Check again" for the state of now.`,
  );
}

/** The cluster could not be asked: said once, as nobody would know otherwise. */
export function notTriaged(problem: Answer): Answer {
  return { ...problem, headline: text`This alert was not triaged: ${problem.headline}` };
}

function withNote(answer: Answer, words: Text): Answer {
  return { ...answer, parts: [...answer.parts, note(words)] };
}

function timeOf(now: number): Inline {
  return { is: 'plain', value: formatTime(new Date(now)) };
}
