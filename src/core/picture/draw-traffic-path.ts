import type { Finding } from '../answer/answer.ts';
import { isSame, refOf } from '../model/kinds/meta.ts';
import type { Service } from '../model/kinds/service.ts';
import { neighbourhoodOf } from '../model/neighbourhood.ts';
import { isLive } from '../model/pods/pod-state.ts';
import { viewOf, type ServiceView } from '../model/service-view.ts';
import type { ResourceName } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { aliasPath } from './alias-path.ts';
import { behind } from './behind.ts';
import { entriesOf } from './entries.ts';
import { faultAt, faultsOf, type Fault } from './faults.ts';
import { serviceNode } from './service-node.ts';
import type { TrafficPicture } from './traffic-picture.ts';
import { waysIn } from './ways-in.ts';

/** What a picture's cause is found with, beside what `explain` reads: the workloads tell a typo from pods that are gone. */
export const pictureNeeds: readonly ResourceName[] = ['deployments', 'statefulsets', 'daemonsets'];

/**
 * The path of the traffic to one Service with the hop that is broken. `findings` are those of its triage; with none the
 * picture still shows what was read. Throws nothing.
 */
export function drawTrafficPath(snapshot: Snapshot, service: Service, findings: readonly Finding[]): TrafficPicture {
  const { faults, beside } = faultsOf(findings);
  const view = viewOf(snapshot, service, neighbourhoodOf(snapshot, service.metadata.namespace));
  const pods = view.selectedPods.read ? view.selectedPods.value.filter(isLive) : [];
  const { clients, entries, edges } = waysIn(service, pods, entriesOf(snapshot, service), faults);
  const rest: Pick<TrafficPicture, 'stages' | 'edges' | 'summary' | 'pods'> =
    service.spec.type === 'ExternalName' ? aliasPath(snapshot, service, faults) : behindIt(view, service, faults);
  const every = [...edges, ...rest.edges];
  const causes = new Set(every.map(({ cause }) => cause));
  // A fault of a way that this Service does not have: its sentence must not get lost.
  const unplaced = faults.map(({ finding }) => finding.say.map(({ value }) => value).join('')).find((say) => !causes.has(say));
  const aside = beside ?? unplaced;
  return {
    title: `Traffic to Service ${service.metadata.name} in namespace ${service.metadata.namespace}`,
    summary: rest.summary,
    ...(aside !== undefined && { beside: aside }),
    stages: [
      { kind: 'client', nodes: clients },
      ...(entries.length === 0 ? [] : [{ kind: 'entry' as const, nodes: entries }]),
      { kind: 'service', nodes: [{ ...serviceNode(service, pods), ...(isAtFault(service, faults) && { state: 'broken' }) }] },
      ...rest.stages,
    ],
    ...(rest.pods !== undefined && { pods: rest.pods }),
    edges: every,
  };
}

/** The selector or the Service itself is wrong, and not what stands around it. */
function isAtFault(service: Service, faults: readonly Fault[]): boolean {
  const fault = faultAt(faults, 'endpoints') ?? faultAt(faults, 'outside') ?? faultAt(faults, 'to-service');
  return fault !== undefined && fault.finding.severity === 'critical' && isSame(fault.finding.object, refOf(service));
}

function behindIt(view: ServiceView, service: Service, faults: readonly Fault[]) {
  const { endpoints, ...rest } = behind(view, service, faults);
  return { ...rest, stages: [{ kind: 'endpoints' as const, nodes: [endpoints] }] };
}
