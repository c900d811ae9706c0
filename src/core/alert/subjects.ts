import type { AlertContent, AlertSource, AlertStatus, AlertSubject } from './alert.ts';
import { candidatesOf, distinct, namespaceOf } from './candidates.ts';
import type { LabelSet } from './label-sets.ts';
import type { LinkReading } from './link-labels.ts';
import { mentionsInProse } from './prose-mentions.ts';

const mostSubjects = 10;

/** `loose` are names of which neither the kind nor the namespace is told. */
export function subjectsOf(
  sets: readonly LabelSet[],
  links: LinkReading,
  content: AlertContent,
  source: AlertSource,
  status: AlertStatus,
): { readonly subjects: readonly AlertSubject[]; readonly loose: readonly string[] } {
  const byLabels = sets.flatMap((set): readonly AlertSubject[] => {
    const candidates = candidatesOf(set.labels, source);
    return candidates.length === 0 ? [] : [{ status: set.status === 'unknown' ? status : set.status, candidates }];
  });
  const clear = byLabels.filter(({ candidates }) => candidates.some(({ kind }) => kind !== 'Name'));
  const elsewhere = clear.length > 0 ? [] : fallback(sets, links, content, source, status);
  const placed = byLabels.filter(({ candidates }) => candidates.some(({ namespace }) => namespace !== undefined));
  const told = [clear, elsewhere, placed].find((some) => some.length > 0) ?? [];
  const firing = told.filter((one) => one.status !== 'resolved');
  return {
    subjects: merged([...firing, ...told.filter((one) => one.status === 'resolved')]).slice(0, mostSubjects),
    loose: byLabels.flatMap(({ candidates }) => candidates.map(({ name }) => name)),
  };
}

/** No label names an object: the links may, or the sentences. */
function fallback(
  [set]: readonly LabelSet[],
  links: LinkReading,
  content: AlertContent,
  source: AlertSource,
  status: AlertStatus,
): readonly AlertSubject[] {
  const labels = new Map(links.pairs.toReversed().map((pair) => [pair.key, pair]));
  for (const [key, pair] of set?.labels ?? []) labels.set(key, pair);
  const inLinks = distinct([
    ...links.objects.map(({ kind, name, namespace }) => ({ kind, name, ...(namespace !== undefined && { namespace }) })),
    ...candidatesOf(labels, source),
  ]);
  if (inLinks.some(({ kind }) => kind !== 'Name')) return [{ status, candidates: inLinks }];
  // Each sentence may be about another object.
  const namespace = namespaceOf(labels);
  return distinct(mentionsInProse(textOf(content))).map((one) => ({
    status,
    candidates: [{ ...one, ...(one.namespace === undefined && namespace !== undefined && { namespace }) }],
  }));
}

/** The same object from two alerts of a group is one subject. */
function merged(subjects: readonly AlertSubject[]): readonly AlertSubject[] {
  const keyOf = ({ candidates: [first] }: AlertSubject) => `${first?.kind}/${first?.namespace}/${first?.name}`;
  return [...new Map(subjects.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}

export function textOf({ titles, sections, fields }: AlertContent): string {
  return [...titles, ...sections, ...fields.map(({ name, value }) => `${name}: ${value}`)].join('\n');
}
