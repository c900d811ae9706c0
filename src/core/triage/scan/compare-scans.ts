import type { Comparison, EarlierFinding, EarlierScan, Finding, Severity } from '../../answer/answer.ts';
import type { ObjectRef } from '../../model/kinds/meta.ts';
import { causesOf } from './scan-causes.ts';
import type { ServiceTriage } from '../triage-service.ts';

const order: readonly Severity[] = ['critical', 'warning', 'info'];

/**
 * What is new, fixed and unchanged since an earlier scan. A finding is known again by its check and its Service (or the
 * object beside the Services): values in it, such as names of pods and counts, may differ.
 * A finding that is gone only counts as fixed when its check ran; `namespace` undefined is a scan of the whole cluster.
 */
export function compareScans(
  earlier: EarlierScan,
  triages: readonly ServiceTriage[],
  namespace: string | undefined,
): Comparison {
  const then = Map.groupBy(
    earlier.findings.filter((finding) => finding.severity !== 'info'),
    keyOf,
  );
  const recognised = new Set<EarlierFinding>();
  const isKnown = (finding: Finding): boolean => {
    const before = then.get(keyOf(finding))?.find((one) => !recognised.has(one));
    if (before === undefined) return false;
    recognised.add(before);
    return !isHeavier(finding, before);
  };
  const added: Finding[] = [];
  const unchanged: Finding[] = [];
  for (const { head, symptoms } of triages.flatMap(causesOf)) {
    const headKnown = isKnown(head);
    (headKnown ? unchanged : added).push(head);
    for (const symptom of symptoms) {
      const known = isKnown(symptom);
      // What an old cause brings along is no news, as long as it is not worse than the cause.
      (known || (headKnown && !isHeavier(symptom, head)) ? unchanged : added).push(symptom);
    }
  }
  const gone = [...then.values()].flat().filter((finding) => !recognised.has(finding));
  const untold = untoldBy(triages, namespace);
  return {
    new: added,
    unchanged,
    fixed: gone.filter((finding) => !untold(finding)),
    unknown: gone.filter(untold),
  };
}

/** Whether the present scan says nothing about an earlier finding. */
function untoldBy(triages: readonly ServiceTriage[], namespace: string | undefined): (finding: EarlierFinding) => boolean {
  const byPlace = new Map(triages.map((triage) => [`${triage.namespace}/${triage.name}`, triage]));
  return (finding) => {
    const place = placeOf(finding);
    const its = place.kind === 'Namespace' ? place.name : place.namespace;
    if (namespace !== undefined && its !== namespace) return true;
    const triage = byPlace.get(`${its}/${place.kind === 'Service' ? place.name : ''}`);
    return (
      triage?.skipped.some((one) => one.check === finding.check) === true ||
      triage?.suppressed.some((one) => one.finding.check === finding.check) === true
    );
  };
}

/** Findings that no other one in the list explains: what a person has to be told of. */
export function headsIn<F extends Finding | EarlierFinding>(findings: readonly F[]): readonly F[] {
  const keys = new Set(findings.map(keyOf));
  return findings.filter(
    (finding) => finding.explainedBy === undefined || !keys.has(keyOf({ ...finding, check: finding.explainedBy })),
  );
}

type Named = Pick<Finding, 'check' | 'object' | 'service'>;

function keyOf(finding: Named): string {
  const { kind, namespace = '', name } = placeOf(finding);
  return `${kind} ${namespace}/${name} ${finding.check}`;
}

function placeOf({ service, object }: Omit<Named, 'check'>): ObjectRef {
  return service ?? object;
}

function isHeavier(a: { readonly severity: Severity }, b: { readonly severity: Severity }): boolean {
  return order.indexOf(a.severity) < order.indexOf(b.severity);
}
