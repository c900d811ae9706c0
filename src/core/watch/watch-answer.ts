import { action, answer, heading, list, note } from '../answer/build.ts';
import type { Answer } from '../answer/answer.ts';
import type { Part } from '../answer/part.ts';
import { text, type Text } from '../answer/text.ts';
import { formatRequest } from '../ask/format-request.ts';
import type { WatchRequest } from '../ask/request.ts';
import { lastOf, type Seen, type Watch } from './watch.ts';

/** Why a watch is over. */
export type Ending = 'healthy' | 'time-over' | 'stopped' | 'process' | 'cannot-look';

/** More states than this say less than the last ones alone. */
const mostStates = 8;

/** What a watch shows while it goes on (`ended` undefined) and when it is over. `look` is the last look, `now` its time. */
export function watchAnswer(request: WatchRequest, watch: Watch, look: Answer, now: number, ended?: Ending): Answer {
  const { headline } = look;
  const took = formatDuration(now - watch.startedAt);
  const status = lastOf(watch).status;
  const { verb: _, service, ...area } = request;
  return answer('triage', ended === undefined ? headline : text`${endWords(ended, took)} ${headline}`, {
    ...(status === undefined ? {} : { status }),
    parts: [...cause(look), ...history(watch), note(ended === undefined ? goesOn(watch, now) : isOver(watch, now))],
    actions:
      ended === undefined
        ? []
        : [
            action('Check again', formatRequest({ verb: 'triage', service, why: false, ...area })),
            action('Explain', formatRequest({ verb: 'explain', services: [service], ...area })),
          ],
    ...(look.findings === undefined ? {} : { findings: look.findings }),
    ...(look.read === undefined ? {} : { read: look.read }),
  });
}

function endWords(ended: Ending, took: string): string {
  switch (ended) {
    case 'healthy':
      return `After ${took}:`;
    case 'time-over':
      return `Not healthy after ${took}, so I stopped watching.`;
    case 'stopped':
      return `Stopped watching after ${took}; it was not healthy.`;
    case 'process':
      return `The watch stopped with the process after ${took}: press "Watch again".`;
    case 'cannot-look':
      return `Stopped watching after ${took}, as I cannot look any more.`;
    default:
      return ended satisfies never;
  }
}

/** What to mend, as far as it is known; the rest is in the triage. */
function cause({ parts }: Answer): readonly Part[] {
  return parts.filter((part) => part.kind === 'finding').slice(0, 1);
}

function history({ states }: Watch): readonly Part[] {
  if (states.length === 1) return [];
  const shown = states.slice(-mostStates);
  const left = states.length - shown.length;
  return [
    heading(left === 0 ? 'What I saw' : `What I saw (the last ${shown.length} of ${states.length} states)`),
    list(shown.map((seen: Seen): Text => text`${formatClock(seen.at)}: ${seen.say}`)),
  ];
}

function goesOn(watch: Watch, now: number): Text {
  const { at } = lastOf(watch);
  return text`Watching since ${formatClock(watch.startedAt)}. ${at === now ? 'Looked' : `Still the same since ${formatClock(at)}, looked`} at ${formatClock(now)} UTC. Ends by itself when it is healthy, or at ${formatClock(watch.until)}.`;
}

function isOver({ startedAt }: Watch, now: number): Text {
  return text`Watched from ${formatClock(startedAt)} to ${formatClock(now)} UTC.`;
}

/** `10:42:07`, in UTC. */
export function formatClock(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}

/** `42 s`, `4 min`, `4 min 10 s`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
