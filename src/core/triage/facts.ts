import type { HorizontalPodAutoscaler } from '../model/kinds/autoscaler.ts';
import type { Namespace, Node } from '../model/kinds/cluster.ts';
import type { EndpointSlice } from '../model/kinds/endpoint-slice.ts';
import type { Pod } from '../model/kinds/pod.ts';
import type { Service } from '../model/kinds/service.ts';
import type { ReplicaSet, Workload } from '../model/kinds/workload.ts';
import { mapObserved, observed, type Observed } from '../model/observed.ts';
import type { ResourceName } from '../model/resources.ts';
import type { EventIndex } from '../model/event-index.ts';
import type { ServiceView } from '../model/service-view.ts';
import { isLive, isReady } from '../model/pod-state.ts';
import { nodesByName } from '../model/node-fault.ts';
import { troubleOf, type PodTrouble } from '../model/pod-trouble.ts';

/** What a check may ask for. Each is a value or unread; a check whose need is unread does not run. */
export interface Facts {
  readonly service: Service;
  /** The Namespace object; undefined when there is none of that name. */
  readonly namespaceObject: Namespace | undefined;
  /** The other Services of the namespace. */
  readonly neighbours: readonly Service[];
  /** Services of the same name in other namespaces. */
  readonly namesakes: readonly Service[];
  /** The EndpointSlices labelled for the Service. */
  readonly slices: readonly EndpointSlice[];
  /** All pods of the namespace. */
  readonly namespacePods: readonly Pod[];
  /** Pods that the selector matches, in any phase. */
  readonly selectedPods: readonly Pod[];
  /** Selected pods that are neither ended nor being deleted. */
  readonly livePods: readonly Pod[];
  /** The main trouble of each live selected pod that has one; told better where events and nodes could be read. */
  readonly podTroubles: readonly PodTrouble[];
  /** Deployments, StatefulSets, DaemonSets and ReplicaSets without an owner, of the namespace. */
  readonly workloads: readonly Workload[];
  /** Those whose pod template the selector matches. */
  readonly selectedWorkloads: readonly Workload[];
  /** All ReplicaSets of the namespace. */
  readonly replicaSets: readonly ReplicaSet[];
  /** Pods of other namespaces that the selector matches. */
  readonly podsElsewhere: readonly Pod[];
  /** All pods of the cluster. */
  readonly clusterPods: readonly Pod[];
  /** All Services of the cluster. */
  readonly allServices: readonly Service[];
  readonly events: EventIndex;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly autoscalers: readonly HorizontalPodAutoscaler[];
}

export type FactName = keyof Facts;

interface Derivation<N extends FactName> {
  /** The resources behind it: the Role and "grant …" are made from them. */
  readonly reads: readonly ResourceName[];
  readonly from: (view: ServiceView) => Observed<Facts[N]>;
}

/** How each fact is had from the view of one Service. A new fact is a row here (and a resource that a reader can list). */
export const derivations: { readonly [N in FactName]: Derivation<N> } = {
  service: { reads: ['services'], from: (view) => view.serviceObserved },
  namespaceObject: {
    reads: ['namespaces'],
    from: (view) => mapObserved(view.snapshot.in('namespaces', view.namespace), (list) => list[0]),
  },
  neighbours: {
    reads: ['services'],
    from: (view) => mapObserved(view.neighbourhood.services, (list) => list.filter((one) => one.metadata.name !== view.name)),
  },
  namesakes: {
    reads: ['services'],
    from: (view) =>
      mapObserved(view.snapshot.servicesNamed(view.name), (list) =>
        list.filter((one) => one.metadata.namespace !== view.namespace),
      ),
  },
  slices: { reads: ['endpointslices'], from: (view) => view.slices },
  namespacePods: { reads: ['pods'], from: (view) => view.neighbourhood.pods },
  selectedPods: { reads: ['pods'], from: (view) => view.selectedPods },
  livePods: { reads: ['pods'], from: (view) => mapObserved(view.selectedPods, (pods) => pods.filter(isLive)) },
  podTroubles: {
    reads: ['pods'],
    from: (view) =>
      mapObserved(view.selectedPods, (pods) => {
        const { events } = view.neighbourhood;
        const nodes = view.snapshot.all('nodes');
        const around = {
          now: view.snapshot.takenAt,
          events: events.read ? events.value : undefined,
          nodes: nodes.read ? nodesByName(nodes.value) : undefined,
          someReady: pods.some((pod) => isLive(pod) && isReady(pod)),
        };
        return pods.flatMap((pod) => troubleOf(pod, around) ?? []);
      }),
  },
  workloads: {
    reads: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'],
    from: (view) => view.neighbourhood.workloads,
  },
  selectedWorkloads: {
    reads: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'],
    from: (view) => view.selectedWorkloads,
  },
  replicaSets: { reads: ['replicasets'], from: (view) => view.snapshot.in('replicasets', view.namespace) },
  podsElsewhere: {
    reads: ['pods'],
    from: (view) => {
      const own = view.selectedPods;
      // Of no interest, and not read, when there is nothing to look for or the pods are here.
      if (Object.keys(view.selector).length === 0 || (own.read && own.value.length > 0)) return observed([]);
      return mapObserved(view.snapshot.podsMatching(view.selector), (pods) =>
        pods.filter((pod) => pod.metadata.namespace !== view.namespace),
      );
    },
  },
  clusterPods: { reads: ['pods'], from: (view) => view.snapshot.all('pods') },
  allServices: { reads: ['services'], from: (view) => view.snapshot.all('services') },
  events: { reads: ['events'], from: (view) => view.neighbourhood.events },
  nodes: {
    reads: ['nodes'],
    from: (view) => mapObserved(view.snapshot.all('nodes'), (list) => new Map(list.map((node) => [node.metadata.name, node]))),
  },
  autoscalers: {
    reads: ['horizontalpodautoscalers'],
    from: (view) => view.snapshot.in('horizontalpodautoscalers', view.namespace),
  },
};
