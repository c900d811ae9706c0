import type { Comparison, EarlierFinding } from '../../answer/answer.ts';
import { heading, list, note } from '../../answer/build.ts';
import type { Part } from '../../answer/part.ts';
import { code, count, plain, text, type Text } from '../../answer/text.ts';
import { headsIn } from './compare-scans.ts';
import { groupParts } from './group-parts.ts';
import { groupWords, placeOf } from './group-words.ts';
import type { Cause, CauseGroup } from './scan-causes.ts';

const MOST_LISTED = 12;

/** What changed first, then the state as a scan without comparison says it. Symptoms are not counted. */
export function comparisonHeadline(since: Comparison, groups: readonly CauseGroup[], state: Text): Text {
  const { added, old } = split(since, groups);
  const [news, same, unknown] = [placesIn(added), placesIn(old), headsIn(since.unknown).length];
  const rest = [
    `${headsIn(since.fixed).length} fixed`,
    `${same} unchanged`,
    ...(unknown > 0 ? [`${unknown} that cannot be told`] : []),
  ];
  return text`${news > 0 ? `${news} new or worse` : 'Nothing new'} since the earlier scan, ${rest.join(', ')}. ${state}`;
}

/** `clusters` are said only when they differ: the same cluster often has another name in the dump of another day. */
export function comparisonParts(
  since: Comparison,
  groups: readonly CauseGroup[],
  clusters: { readonly before: string | undefined; readonly now: string },
): readonly Part[] {
  const { added, old } = split(since, groups);
  return [
    ...(added.length === 0 ? [] : [heading(`New or worse (${placesIn(added)})`), ...groupParts(added)]),
    ...listed('Fixed', headsIn(since.fixed).map(earlierWords)),
    ...listed(
      'Unchanged',
      old.map((group) => plain(groupWords(group))),
      placesIn(old),
    ),
    ...listed('Cannot be told', headsIn(since.unknown).map(earlierWords)),
    ...(since.unknown.length === 0
      ? []
      : [note(text`Cannot be told: the check could not run, an annotation suppresses it, or another namespace was scanned.`)]),
    ...(clusters.before === undefined || clusters.before === clusters.now
      ? []
      : [note(text`The earlier scan read ${code(clusters.before)}, this one ${code(clusters.now)}.`)]),
  ];
}

/** A cause is new when it, or something worse that it now brings along, was not there. */
function split(since: Comparison, groups: readonly CauseGroup[]) {
  const news = new Set(since.new);
  const isNew = ({ head, symptoms }: Cause) => news.has(head) || symptoms.some((finding) => news.has(finding));
  return {
    added: groups.flatMap((group) => only(group, isNew)),
    old: groups.flatMap((group) => only(group, (cause) => !isNew(cause))),
  };
}

function only(group: CauseGroup, wanted: (cause: Cause) => boolean): readonly CauseGroup[] {
  const [first, ...rest] = group.causes.filter(wanted);
  return first === undefined ? [] : [{ ...group, causes: [first, ...rest] }];
}

function placesIn(groups: readonly CauseGroup[]): number {
  return groups.reduce((sum, group) => sum + group.causes.length, 0);
}

function listed(title: string, items: readonly Text[], total = items.length): readonly Part[] {
  if (items.length === 0) return [];
  const more = items.length - MOST_LISTED;
  return [
    heading(`${title} (${total})`),
    list(more > 0 ? [...items.slice(0, MOST_LISTED), plain(`${count(more, 'more line')} (-o json has all)`)] : items),
  ];
}

function earlierWords({ service, object, title, check }: EarlierFinding): Text {
  return text`${placeOf(service ?? object)}: ${title} (${code(check)})`;
}
