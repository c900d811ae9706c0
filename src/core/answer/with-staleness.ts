import { formatAge } from './age.ts';
import type { Answer } from './answer.ts';
import { note } from './build.ts';
import { joinTexts, text } from './text.ts';

/** An answer out of facts that are not up to date says so before anything else: whoever is on call changes things meanwhile. */
export function withStaleness(answer: Answer): Answer {
  const { read } = answer;
  if (read?.stale === undefined) return answer;
  const { asOf, resources } = read.stale;
  const time = new Date(asOf).toISOString().slice(11, 19);
  const watch = resources.length === 1 ? 'the watch of' : 'the watches of';
  const say = text`As of ${time} UTC, ${formatAge(read.at - asOf)} ago: ${watch} ${joinTexts(resources)} ${resources.length === 1 ? 'is' : 'are'} being renewed.`;
  return { ...answer, parts: [note(say), ...answer.parts] };
}
