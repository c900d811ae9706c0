import type { SuppressedFinding } from '../../answer/answer.ts';
import { note } from '../../answer/build.ts';
import type { Part } from '../../answer/part.ts';
import { code, count, joinTexts, text, type Text } from '../../answer/text.ts';
import type { UnknownCheck } from './ignored-checks.ts';
import { ignoreAnnotation } from './ignored-checks.ts';

const MOST_NAMED = 8;

/** Says how many findings are silenced, which, and why: they are never hidden without a word. */
export function suppressedParts(suppressed: readonly SuppressedFinding[]): readonly Part[] {
  if (suppressed.length === 0) return [];
  const reasons = [...new Set(suppressed.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))];
  return [
    note(
      text`${count(suppressed.length, 'finding')} suppressed by ${byWords(suppressed)}: ${cut(
        [...new Set(suppressed.map(nameOf))].map((name) => [code(name)]),
      )}${reasons.length === 0 ? '.' : text`. ${reasons.length === 1 ? 'Reason' : 'Reasons'} given: ${cut(reasons.map((reason) => text`“${reason}”`))}.`}`,
    ),
  ];
}

/** Words in an annotation that silence nothing: a slip there would bring back what its author believes silenced. */
export function unknownIgnoreParts(
  services: readonly { readonly name: string; readonly unknown: readonly UnknownCheck[] }[],
): readonly Part[] {
  const said = services.flatMap(({ name, unknown }) =>
    unknown.map(({ word, near }): Text => {
      const meant = near === undefined ? text`; ${code('help triage')} lists them.` : text`; did you mean ${code(near)}?`;
      return text`${code(ignoreAnnotation)} on Service ${code(name)} names ${code(word)}, which is no check${meant}`;
    }),
  );
  const more = said.length - MOST_NAMED;
  return [
    ...said.slice(0, MOST_NAMED).map(note),
    ...(more > 0 ? [note(text`${count(more, 'more word')} in such annotations name no check.`)] : []),
  ];
}

function byWords(suppressed: readonly SuppressedFinding[]): Text {
  const by = new Set(suppressed.map((one) => one.by));
  return joinTexts([
    ...(by.has('annotation') ? [text`annotation ${code(ignoreAnnotation)}`] : []),
    ...(by.has('config') ? ['the configuration'] : []),
  ]);
}

function nameOf({ finding }: SuppressedFinding): string {
  const { namespace, name } = finding.service ?? finding.object;
  return `${finding.check} (${namespace === undefined ? name : `${namespace}/${name}`})`;
}

function cut(items: readonly Text[]): Text {
  const more = items.length - MOST_NAMED;
  return more > 0 ? joinTexts([...items.slice(0, MOST_NAMED), `${more} more`]) : joinTexts(items);
}
