import { heading, note, paragraph, table } from '../../answer/build.ts';
import type { Finding } from '../../answer/answer.ts';
import type { Part } from '../../answer/part.ts';
import { code, count, joinTexts, text, type Text } from '../../answer/text.ts';
import { groupWords, placeOf } from './group-words.ts';
import type { Cause, CauseGroup } from './scan-causes.ts';

/** Up to this many causes are shown with evidence and steps; of more, each is a line and the details are a `triage` away. */
const MOST_IN_FULL = 5;
/** So many causes have the places named beneath; the rest are rows of a table. */
const MOST_LINES = 12;
const MOST_PLACES = 12;

/** The causes of a scan, worst first, equal ones as one line with the places beneath. */
export function groupParts(groups: readonly CauseGroup[]): readonly Part[] {
  if (groups.length <= MOST_IN_FULL) return groups.flatMap(inFull);
  const rest = groups.slice(MOST_LINES);
  return [
    ...groups.slice(0, MOST_LINES).flatMap(asLine),
    ...(rest.length === 0 ? [] : [restTable(rest)]),
    note(text`Evidence and steps: ${code('triage SERVICE -n NAMESPACE')}.`),
  ];
}

function inFull(group: CauseGroup): readonly Part[] {
  const [first, ...more] = group.causes;
  if (more.length === 0) {
    return [heading(placeOf(first.about)), ...[first.head, ...first.symptoms].map(findingPart)];
  }
  // The evidence differs from place to place only in names: one of them stands for all.
  return [
    heading(groupWords(group)),
    paragraph(text`${placesOf(group.causes)}. One of them in full:`),
    findingPart(first.head),
  ];
}

function asLine(group: CauseGroup): readonly Part[] {
  const [first, ...more] = group.causes;
  const what = text`${group.severity} · ${code(group.check)} · `;
  return [heading(groupWords(group)), paragraph(text`${what}${more.length === 0 ? first.head.say : placesOf(group.causes)}`)];
}

function restTable(groups: readonly CauseGroup[]): Part {
  const rows = groups.map((group) => [
    group.severity,
    group.check,
    group.causes.length === 1 ? placeOf(group.causes[0].about) : String(group.causes.length),
    group.title,
  ]);
  return table(count(groups.length, 'more cause'), ['SEVERITY', 'CAUSE', 'WHERE', 'IN WORDS'], rows);
}

/** `shop/a, shop/b and 30 more`. */
function placesOf(causes: readonly Cause[]): Text {
  const named = causes.slice(0, MOST_PLACES).map(({ about }) => text`${code(placeOf(about))}`);
  const more = causes.length - named.length;
  return joinTexts(more > 0 ? [...named, `${more} more (-o json names them all)`] : named);
}

function findingPart(finding: Finding): Part {
  return { kind: 'finding', finding };
}
