import type { Finding } from '../answer/answer.ts';
import { flatten } from '../answer/text.ts';
import { isSame } from '../model/kinds/meta.ts';
import type { Entry } from './entries.ts';
import { placeOf, type Hop, type Place } from './hop.ts';
import type { PictureEdge } from './traffic-picture.ts';

/** A finding that the picture shows, with where it lies. */
export interface Fault {
  readonly place: Place;
  readonly finding: Finding;
}

/**
 * The root cause, and what else stops traffic by itself. Symptoms are left out: the picture shows them as what they are
 * (no endpoints, pods that are not ready), and the cause is written once.
 */
export function faultsOf(findings: readonly Finding[]): { readonly faults: readonly Fault[]; readonly beside?: string } {
  const heads = findings.filter(
    ({ role, severity }) =>
      (role === 'root-cause' && severity !== 'info') || (role === 'independent' && severity === 'critical'),
  );
  const faults = heads.flatMap((finding): readonly Fault[] => {
    const place = placeOf(finding);
    return place === undefined ? [] : [{ place, finding }];
  });
  const lost = heads.find((finding) => placeOf(finding) === undefined);
  return { faults, ...(lost !== undefined && { beside: flatten(lost.say) }) };
}

/** The first fault of a hop: the findings come worst first. With `entry` only one that concerns this way. */
export function faultAt(faults: readonly Fault[], hop: Hop, entry?: Entry): Fault | undefined {
  return faults.find(({ place, finding }) => {
    if (place.hop !== hop) return false;
    if (entry === undefined) return true;
    if (place.entries !== undefined && !place.entries.includes(entry.kind)) return false;
    const namesAWay = ['Ingress', 'Gateway', 'HTTPRoute', 'GRPCRoute', 'TLSRoute'].includes(finding.object.kind);
    return !namesAWay || entry.objects.some((object) => isSame(object, finding.object));
  });
}

/** An edge as its fault leaves it. A warning lets traffic through, though not all or not well. */
export function edge(from: string, to: string, fault: Fault | undefined): PictureEdge {
  if (fault === undefined) return { from, to, state: 'ok' };
  const { severity, say } = fault.finding;
  return { from, to, state: severity === 'critical' ? 'broken' : 'impaired', cause: flatten(say) };
}
