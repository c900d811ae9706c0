import type { Finding, Severity } from '../../answer/answer.ts';
import type { ObjectRef } from '../../model/kinds/meta.ts';
import type { ServiceTriage } from '../triage-service.ts';

/** What harms one Service, or one object beside the Services, with the symptoms that it explains. */
export interface Cause {
  readonly about: ObjectRef;
  readonly head: Finding;
  readonly symptoms: readonly Finding[];
}

/** The same cause in one or more places, as one thing to mend. */
export interface CauseGroup {
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  /** Never empty, all about the same kind of object; by namespace and name. */
  readonly causes: readonly [Cause, ...Cause[]];
}

const order: readonly Severity[] = ['critical', 'warning', 'info'];

/** Every cause that a triage found above info: a Service with two independent faults has two. */
export function causesOf(triage: ServiceTriage): readonly Cause[] {
  const causes: { head: Finding; symptoms: Finding[] }[] = [];
  for (const finding of triage.findings) {
    if (finding.severity === 'info') continue;
    // Ranking puts symptoms right behind what explains them.
    const before = causes.at(-1);
    if (finding.role === 'symptom' && before !== undefined) before.symptoms.push(finding);
    else causes.push({ head: finding, symptoms: [] });
  }
  const service: ObjectRef = { kind: 'Service', namespace: triage.namespace, name: triage.name };
  return causes.map((cause) => ({ about: triage.name === '' ? cause.head.object : service, ...cause }));
}

/** Equal causes together. What is broken comes first, and of equal weight what is broken in more places. */
export function groupCauses(causes: readonly Cause[]): readonly CauseGroup[] {
  const groups = Map.groupBy(causes, ({ about, head }) => `${head.severity} ${head.check} ${about.kind}`);
  return [...groups.values()].flatMap((group) => toGroup(group.toSorted(byPlace)) ?? []).sort(byWeight);
}

/** The heaviest severity, or 'ok' for none. */
export function heaviest(severities: readonly Severity[]): Severity | 'ok' {
  return order.find((one) => severities.includes(one)) ?? 'ok';
}

function toGroup([first, ...rest]: readonly Cause[]): CauseGroup | undefined {
  if (first === undefined) return undefined;
  const { check, title, severity } = first.head;
  return { check, title, severity, causes: [first, ...rest] };
}

function byWeight(a: CauseGroup, b: CauseGroup): number {
  return (
    order.indexOf(a.severity) - order.indexOf(b.severity) ||
    b.causes.length - a.causes.length ||
    byPlace(a.causes[0], b.causes[0]) ||
    compare(a.check, b.check)
  );
}

function byPlace(a: Cause, b: Cause): number {
  return compare(a.about.namespace ?? '', b.about.namespace ?? '') || compare(a.about.name, b.about.name);
}

/** By code units: the same on every machine, and much faster than by locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
