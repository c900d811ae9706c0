import type { AlertContent, AlertStatus } from './alert.ts';
import { bareLine } from './bare-line.ts';
import { clusterKeys, namespaceKeys, subjectKeys } from './label-keys.ts';
import { pairOf, pairsInLine, type LabelPair } from './label-pairs.ts';

export type Labels = ReadonlyMap<string, LabelPair>;

/** The labels of one alert among those that a message holds. */
export interface LabelSet {
  readonly status: AlertStatus;
  readonly labels: Labels;
}

const mostSets = 20;
const shared = new Set([...clusterKeys, ...namespaceKeys, 'alertname']);
const telling = new Set([...shared, ...subjectKeys.map((one) => one.key), 'kind', 'name']);

/**
 * The label sets of a message: one, or in a grouped notification one for each alert, with what all have in common. A
 * label that comes again in the same text begins the next alert.
 */
export function readLabelSets(content: AlertContent): readonly LabelSet[] {
  const perSection = content.sections.map(setsOfSection);
  const grouped = perSection.filter((sets) => sets.length > 1).flat();
  const single = apart(perSection.filter((sets) => sets.length === 1).flat());
  const around = [...content.fields.flatMap(pairsOfField), ...content.titles.flatMap(pairsInLine)];
  const alerts = grouped.length > 0 ? grouped : single;
  const [only] = alerts;
  if (alerts.length <= 1)
    return [{ status: only?.status ?? 'unknown', labels: firstOfEach([...(only?.labels.values() ?? []), ...around]) }];
  const rest = grouped.length > 0 ? single.flatMap((set) => [...set.labels.values()]) : [];
  const forAll = [...rest, ...around].filter((pair) => shared.has(pair.key));
  return alerts
    .slice(0, mostSets)
    .map(({ status, labels }) => ({ status, labels: firstOfEach([...labels.values(), ...forAll]) }));
}

/** Texts that say more about the same alert are one set; a text that names another object is about another alert. */
function apart(sets: readonly LabelSet[]): readonly LabelSet[] {
  const alerts: LabelSet[] = [];
  for (const { status, labels } of sets) {
    const last = alerts.at(-1);
    const differs = last !== undefined && subjectKeys.some(({ key }) => other(last.labels.get(key), labels.get(key)));
    if (last === undefined || differs) alerts.push({ status, labels });
    else
      alerts[alerts.length - 1] = { status: last.status, labels: firstOfEach([...last.labels.values(), ...labels.values()]) };
  }
  return alerts;
}

function other(one: LabelPair | undefined, two: LabelPair | undefined): boolean {
  return one !== undefined && two !== undefined && one.value !== two.value;
}

function pairsOfField({ name, value }: AlertContent['fields'][number]): readonly LabelPair[] {
  const [first = '', ...more] = value.split('\n');
  const own = /^`?[^\s`,;:="']{1,253}`?$/u.test(first.trim())
    ? [pairOf(bareLine(name).replace(/:$/u, ''), first.replaceAll('`', ''))]
    : [];
  // Tags stand in one field, and what a person set up as a field may hold the whole alert.
  return [...own, ...[name, first, ...more].flatMap(pairsInLine)];
}

function setsOfSection(section: string): readonly LabelSet[] {
  const sets: { status: AlertStatus; labels: Map<string, LabelPair> }[] = [];
  let status: AlertStatus = 'unknown';
  let inAnnotations = false;
  let afterHeading = false;
  const lines = section.split('\n');
  for (const [at, line] of lines.entries()) {
    const heading = headingOf(line);
    if (heading === 'labels' || heading === 'firing' || heading === 'resolved') {
      afterHeading = true;
      inAnnotations = false;
      if (heading !== 'labels') status = heading;
      continue;
    }
    if (heading === 'annotations') inAnnotations = true;
    const pairs = pairsInLine(joined(line, lines[at + 1]));
    for (const pair of pairs) {
      let current = sets.at(-1);
      const known = current?.labels.get(pair.key);
      // An expression names the same label several times in one line, and annotations repeat what labels said.
      const again = telling.has(pair.key) && known !== undefined && !inAnnotations && !pairs.includes(known);
      if (current === undefined || again || (afterHeading && tells(current.labels))) {
        current = { status, labels: new Map() };
        if (sets.length < mostSets) sets.push(current);
      }
      afterHeading = false;
      if (!current.labels.has(pair.key)) current.labels.set(pair.key, pair);
    }
  }
  return sets.filter((set) => tells(set.labels));
}

function tells(labels: Labels): boolean {
  return [...labels.keys()].some((key) => telling.has(key));
}

/** `*Namespace:*` with its value in the next line. */
function joined(line: string, next: string | undefined): string {
  const bare = bareLine(line);
  return /^[A-Za-z][\w ./-]{0,40}:$/u.test(bare) &&
    next !== undefined &&
    /^\S{1,253}$/u.test(bareLine(next)) &&
    !/[:=]/u.test(next)
    ? `${bare} ${bareLine(next)}`
    : line;
}

function headingOf(line: string): 'labels' | 'annotations' | 'firing' | 'resolved' | undefined {
  const bare = bareLine(line);
  if (/^labels:?$/iu.test(bare)) return 'labels';
  if (/^annotations:?$/iu.test(bare)) return 'annotations';
  const word = /^\W*(?:\d+\W+)?(?:alerts? )?(firing|resolved)(?: alerts?)?\W*(?:\d+\W*)?$/iu.exec(bare)?.[1];
  return word?.toLowerCase() as 'firing' | 'resolved' | undefined;
}

function firstOfEach(pairs: readonly LabelPair[]): Labels {
  const labels = new Map<string, LabelPair>();
  for (const pair of pairs) if (!labels.has(pair.key)) labels.set(pair.key, pair);
  return labels;
}
