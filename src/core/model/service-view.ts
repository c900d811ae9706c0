import type { EndpointSlice } from './kinds/endpoint-slice.ts';
import type { Labels } from './kinds/meta.ts';
import type { Pod } from './kinds/pod.ts';
import { selectsPods, type Service } from './kinds/service.ts';
import type { Workload } from './kinds/workload.ts';
import { lazy } from './lazy.ts';
import { neighbourhoodOf, type Neighbourhood } from './neighbourhood.ts';
import { mapObserved, observed, type Observed } from './observed.ts';
import type { Snapshot } from './snapshot.ts';

/** The surroundings of one Service (which may not exist), seen in a snapshot. */
export interface ServiceView {
  readonly snapshot: Snapshot;
  readonly neighbourhood: Neighbourhood;
  readonly namespace: string;
  readonly name: string;
  /** undefined when it does not exist or could not be read; `serviceObserved` tells which. */
  readonly service: Service | undefined;
  readonly serviceObserved: Observed<Service>;
  /** True when the list was read and holds no such Service. */
  readonly missing: boolean;
  /** {} when it selects no pods. */
  readonly selector: Labels;
  readonly slices: Observed<readonly EndpointSlice[]>;
  readonly selectedPods: Observed<readonly Pod[]>;
  readonly selectedWorkloads: Observed<readonly Workload[]>;
}

/** `neighbourhood` is handed in by a scan, which makes one for all Services of a namespace. */
export function viewService(
  snapshot: Snapshot,
  namespace: string,
  name: string,
  neighbourhood: Neighbourhood = neighbourhoodOf(snapshot, namespace),
): ServiceView {
  const found = mapObserved(neighbourhood.services, (list) => list.find((one) => one.metadata.name === name));
  return buildView(snapshot, neighbourhood, name, found);
}

/** The same for a Service that is already at hand (a scan, a drafted manifest). */
export function viewOf(snapshot: Snapshot, service: Service, neighbourhood: Neighbourhood): ServiceView {
  return buildView(snapshot, neighbourhood, service.metadata.name, observed(service));
}

function buildView(
  snapshot: Snapshot,
  neighbourhood: Neighbourhood,
  name: string,
  found: Observed<Service | undefined>,
): ServiceView {
  const service = found.read ? found.value : undefined;
  const selector = service !== undefined && selectsPods(service) ? service.spec.selector : {};
  // Dozens of facts ask for them.
  const slices = lazy(() => neighbourhood.slicesOf(name));
  const selectedPods = lazy(() => neighbourhood.podsSelectedBy(selector));
  const selectedWorkloads = lazy(() => neighbourhood.workloadsSelectedBy(selector));
  return {
    snapshot,
    neighbourhood,
    namespace: neighbourhood.namespace,
    name,
    service,
    serviceObserved: found.read ? (service === undefined ? { read: false, unread: [] } : observed(service)) : found,
    missing: found.read && service === undefined,
    selector,
    get slices() {
      return slices();
    },
    get selectedPods() {
      return selectedPods();
    },
    get selectedWorkloads() {
      return selectedWorkloads();
    },
  };
}
