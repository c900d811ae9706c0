import { isObjectName } from '../ask/object-name.ts';
import type { AlertSource, Candidate, CandidateKind } from './alert.ts';
import { kindOfWord } from './kind-words.ts';
import {
  addressKeys,
  clusterKeys,
  measuresOthers,
  namespaceKeys,
  otherSubjectKeys,
  subjectKeys,
  type SubjectKey,
} from './label-keys.ts';
import type { Labels } from './label-sets.ts';
import { dnsNamesIn } from './prose-mentions.ts';

/** Alerts about the measuring programs themselves. */
const aboutMeasuring = /down|absent|missing|scrape|statemetrics|prometheus|alertmanager|exporter/iu;

export function clusterOf(labels: Labels): string | undefined {
  return clusterKeys
    .map((key) => labels.get(key)?.value)
    .find((value) => value !== undefined && /^[\w./:@-]{1,253}$/u.test(value));
}

/**
 * The objects that the labels of one alert name, the best first. Labels that name who measured are left out where others
 * name what was measured: `service="kube-state-metrics"` beside `deployment="checkout"`.
 */
export function candidatesOf(labels: Labels, source: AlertSource): readonly Candidate[] {
  const families = new Set(subjectKeys.filter(({ key }) => nameIn(labels, key) !== undefined).map(({ family }) => family));
  if (labels.has('exported_namespace')) families.add('exported');
  const foreign = families.has('exported') || families.has('destination');
  const namespace = namespaceOf(labels);
  const told = subjectKeys.flatMap((subject): readonly Candidate[] => {
    const name = nameIn(labels, subject.key);
    if (name === undefined || (foreign && subject.family === undefined && !isOfSubject(subject))) return [];
    return [{ kind: weaker(subject, labels, source), name, ...place(namespace) }];
  });
  const addresses = addressKeys.flatMap((key) => dnsNamesIn(labels.get(key)?.value ?? ''));
  const all = [
    ...byKindAndName(labels, namespace),
    ...told.filter(isSure),
    ...addresses,
    ...jobAsPair(labels),
    ...told.filter((one) => !isSure(one)),
  ];
  const measured = all.filter(({ name }) => !measuresOthers(name));
  const elsewhere = otherSubjectKeys.some((key) => labels.has(key));
  const kept = measured.length > 0 || elsewhere || !aboutMeasuring.test(labels.get('alertname')?.value ?? '') ? measured : all;
  return distinct(kept);
}

/** Ingress and Deployment labels come from the metric itself, also where a namespace had to be renamed. */
function isOfSubject({ kind }: SubjectKey): boolean {
  return !['Service', 'Pod', 'Name'].includes(kind);
}

function isSure({ kind }: Candidate): boolean {
  return kind !== 'Name';
}

/** PagerDuty and Opsgenie have services of their own: the name may be that of a Kubernetes Service or not. */
function weaker({ key, kind }: SubjectKey, labels: Labels, source: AlertSource): CandidateKind {
  const own = source === 'PagerDuty' || source === 'Opsgenie' || source === 'Datadog';
  return own && key === 'service' && (source === 'Datadog' || labels.get(key)?.raw === 'Service') ? 'Name' : kind;
}

export function namespaceOf(labels: Labels): string | undefined {
  return namespaceKeys.map((key) => nameIn(labels, key)).find((name) => name !== undefined && !name.includes('.'));
}

/** `Kind: Pod`, `Name: checkout-0`, as bots that forward events write it. */
function byKindAndName(labels: Labels, namespace: string | undefined): readonly Candidate[] {
  for (const [kindKey, nameKey] of [
    ['kind', 'name'],
    ['involved_object_kind', 'involved_object_name'],
    ['object_kind', 'object_name'],
    ['resource_kind', 'resource_name'],
    ['owner_kind', 'owner_name'],
  ] as const) {
    const kind = kindOfWord(labels.get(kindKey)?.value ?? '');
    const [first = '', second] = (labels.get(nameKey)?.value ?? '').split('/');
    const name = second ?? first;
    if (kind === undefined || !isObjectName(name)) continue;
    return [{ kind, name, ...place(second !== undefined && isObjectName(first) ? first : namespace) }];
  }
  return [];
}

/** A PodMonitor names its job `NAMESPACE/NAME`. */
function jobAsPair(labels: Labels): readonly Candidate[] {
  const [namespace = '', name = '', more] = (labels.get('job')?.value ?? '').split('/');
  return more === undefined && isObjectName(namespace) && isObjectName(name) ? [{ kind: 'Name', name, namespace }] : [];
}

function nameIn(labels: Labels, key: string): string | undefined {
  const value = labels.get(key)?.value;
  return value !== undefined && value !== 'unknown' && value !== 'none' && isObjectName(value) ? value : undefined;
}

const place = (namespace: string | undefined) => (namespace === undefined ? {} : { namespace });

export function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((one) => [`${one.kind}/${one.namespace ?? ''}/${one.name}`, one])).values()];
}
