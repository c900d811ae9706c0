import type { Alert, AlertContent, AlertSource } from './alert.ts';
import { nameOfAlert } from './alert-name.ts';
import { sourceOf } from './alert-source.ts';
import { statusOfAlert } from './alert-status.ts';
import { clusterOf } from './candidates.ts';
import { identitiesOf } from './identities.ts';
import { readLabelSets, type Labels, type LabelSet } from './label-sets.ts';
import { readLinks, type LinkReading } from './link-labels.ts';
import { subjectsOf, textOf } from './subjects.ts';
import { titleWords } from './title-words.ts';

/** Bots that forward events of the cluster tell of good ones too. */
const trouble = /error|warning|fail|crash|back-?off|unhealthy|oom|evict|unavailable|not ready|unschedulable/iu;

/**
 * What a message of a monitoring product is about. Undefined when it does not read as an alert: other bots post in the
 * same channels. Labels count before links, links before prose.
 */
export function readAlert(content: AlertContent): Alert | undefined {
  const alert = readSubjects(content);
  return isAlert(content, alert) ? alert : undefined;
}

/** The same for a message of which a person said that it is to be triaged. */
export function readSubjects(content: AlertContent): Alert {
  const source = sourceOf(content);
  const status = statusOfAlert(content, source);
  const sets = readLabelSets(content);
  const links = readLinks(content.links);
  const titled = titleWords(content.titles);
  const first = sets[0]?.labels ?? new Map();
  const cluster = clusterIn(sets, links, content, source);
  const { subjects, loose } = subjectsOf(sets, links, content, source, status);
  const name = nameOfAlert(first, content.titles, titled);
  return {
    source,
    status,
    name,
    identities: identitiesOf(name, cluster, subjects, titled?.group ?? loose.join(' ')),
    ...(cluster === undefined ? {} : { cluster }),
    subjects,
    words: subjects.length === 0 ? [...new Set([...(titled?.words ?? []), ...loose])] : [],
  };
}

function isAlert(content: AlertContent, alert: Alert): boolean {
  if (alert.source === 'Botkube' || alert.source === 'Komodor' || alert.source === 'other') {
    const forwarded = alert.source === 'other' ? readLabelSets(content).some(({ labels }) => isEvent(labels)) : true;
    if (forwarded && alert.status === 'unknown') return trouble.test(textOf(content));
  }
  return alert.status !== 'unknown' || alert.source !== 'other';
}

function isEvent(labels: Labels): boolean {
  return labels.has('kind') && labels.has('name') && labels.has('namespace');
}

function clusterIn(
  sets: readonly LabelSet[],
  links: LinkReading,
  { sections, fields }: AlertContent,
  source: AlertSource,
): string | undefined {
  for (const { labels } of sets) {
    const named = clusterOf(labels);
    if (named !== undefined) return named;
  }
  // Robusta calls the cluster the source.
  const sourced = /^\W*source:\W*([\w./:@-]{1,253})/imu;
  const named = [...sections, ...fields.map(({ name, value }) => `${name}: ${value}`)].flatMap(
    (text) => sourced.exec(text)?.[1] ?? [],
  );
  if (source === 'Robusta' && named[0] !== undefined && !/^https?:/iu.test(named[0])) return named[0];
  return (
    clusterOf(new Map(links.pairs.toReversed().map((pair) => [pair.key, pair]))) ??
    links.objects.find((one) => one.cluster !== undefined)?.cluster
  );
}
