import type { HorizontalPodAutoscaler } from '../../model/kinds/autoscaler.ts';
import type { Certificate } from '../../model/kinds/certificate.ts';
import type { Namespace, Node } from '../../model/kinds/cluster.ts';
import type { EndpointSlice } from '../../model/kinds/endpoint-slice.ts';
import type { Gateway, GatewayClass } from '../../model/kinds/gateway.ts';
import type { Ingress, IngressClass } from '../../model/kinds/ingress.ts';
import type { Route } from '../../model/kinds/route.ts';
import type { RefusedReference } from '../../model/entry/cross-references.ts';
import type { IngressController } from '../../model/entry/ingress-controllers.ts';
import { lookupOf, type Lookup } from '../../model/lookup.ts';
import { ingressesTo, routesTo } from '../../model/entry/what-leads-here.ts';
import type { DuplicatePath } from '../../model/entry/duplicate-paths.ts';
import {
  duplicatePathsOf,
  gatewaysOf,
  ingressControllersOf,
  ingressesAround,
  knownGateways,
  refusedReferencesOf,
  type GatewayInUse,
} from './entry-facts.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { selectsPods, type Service } from '../../model/kinds/service.ts';
import type { ReplicaSet, Workload } from '../../model/kinds/workload.ts';
import { externalTargetOf, type ExternalTarget } from '../../model/names/external-target.ts';
import type { IPAddressPool, ServiceCIDR } from '../../model/kinds/load-balancing.ts';
import { mapObserved, observed, type Observed } from '../../model/observed.ts';
import type { ResourceName } from '../../model/resources.ts';
import type { EventIndex } from '../../model/event-index.ts';
import type { ServiceView } from '../../model/service-view.ts';
import { isLive, isReady } from '../../model/pods/pod-state.ts';
import { nodesByName } from '../../model/cluster/node-fault.ts';
import { troubleOf, type PodTrouble } from '../../model/pods/pod-trouble.ts';
import type { GuardedPods } from '../../network-policy/admission.ts';
import type { Inhabitants } from '../../network-policy/inhabitants.ts';
import { guardedPodsOf, inhabitantsFor } from './policy-facts.ts';
import type { ClusterDns } from '../../model/cluster/cluster-dns.ts';
import { clusterDnsOf, daemonsOf, dnsPeersOf, egressGuardsOf, type DnsPeers, type NodeDaemon } from './system-facts.ts';
import { statefulSetsOf, type StatefulSetHere } from './stateful-facts.ts';
import { strayCallersOf } from './caller-facts.ts';
import type { StrayCaller } from '../../model/names/stray-callers.ts';

/** What a check may ask for. Each is a value or unread; a check whose need is unread does not run. */
export interface Facts {
  readonly service: Service;
  /** The Namespace object; undefined when there is none of that name. */
  readonly namespaceObject: Namespace | undefined;
  /** All Services of the namespace. */
  readonly namespaceServices: readonly Service[];
  /** Services of the same name in other namespaces. */
  readonly namesakes: readonly Service[];
  /** The EndpointSlices labelled for the Service. */
  readonly slices: readonly EndpointSlice[];
  /** All EndpointSlices of the namespace that were read: where one Service was asked about, at least its own. */
  readonly namespaceSlices: readonly EndpointSlice[];
  /** All pods of the namespace. */
  readonly namespacePods: readonly Pod[];
  /** Live pods behind any Service of the namespace. */
  readonly podsBehind: (service: Service) => readonly Pod[];
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
  /** MetalLB's pools; none where it is not installed. */
  readonly addressPools: readonly IPAddressPool[];
  /** Ranges of cluster IPs; none in clusters older than 1.33. */
  readonly serviceCidrs: readonly ServiceCIDR[];
  /** The Service behind the name of an ExternalName Service; undefined where it leads out of the cluster. */
  readonly externalTarget: ExternalTarget | undefined;
  /** Live selected pods that NetworkPolicies isolate for ingress; empty when none does. */
  readonly guardedPods: readonly GuardedPods[];
  /** Whom the selectors in those policies can find; empty, and nothing is read, when no rule has a selector. */
  readonly inhabitants: Inhabitants;
  /** Live selected pods that NetworkPolicies isolate for egress. */
  readonly egressGuards: readonly GuardedPods[];
  /** The cluster's DNS as callers; always there, with what is not known said in it. */
  readonly dnsPeers: DnsPeers;
  /** undefined where another part of the same scan tells about it. */
  readonly clusterDns: ClusterDns | undefined;
  /** kube-proxy, or the agents that stand in for it. */
  readonly nodeDaemons: readonly NodeDaemon[];
  /** StatefulSets that the Service selects or governs; in a scan of a namespace those that no Service selects. */
  readonly statefulSets: readonly StatefulSetHere[];
  /** Pods behind the Service and callers of it whose DNS settings leave out the cluster's names. */
  readonly strayCallers: readonly StrayCaller[];
  /** Services by namespace and name; those of namespaces that were not read are unknown. */
  readonly findService: Lookup<Service>;
  /** Ingresses that name the Service; in a scan all of the namespace. */
  readonly ingresses: readonly Ingress[];
  /** Every Ingress that could be read, to compare with. */
  readonly ingressesAround: readonly Ingress[];
  readonly ingressClasses: readonly IngressClass[];
  /** Those that collide with another Ingress. */
  readonly duplicatePaths: readonly DuplicatePath[];
  /** What runs of the controllers that those Ingresses need; controllers outside of the cluster are left out. */
  readonly ingressControllers: readonly IngressController[];
  /** cert-manager's Certificates of the namespace. */
  readonly certificates: readonly Certificate[];
  /** HTTPRoutes, GRPCRoutes and TLSRoutes of any namespace that name the Service; in a scan all of the namespace. */
  readonly routes: readonly Route[];
  /** Gateways of those routes; in a scan those of the namespace too. */
  readonly gateways: readonly GatewayInUse[];
  readonly findGateway: Lookup<Gateway>;
  readonly knownGateways: readonly Gateway[];
  readonly gatewayClasses: readonly GatewayClass[];
  /** References of those routes and Gateways into other namespaces that no ReferenceGrant allows. */
  readonly refusedReferences: readonly RefusedReference[];
}

export type FactName = keyof Facts;

interface Derivation<N extends FactName> {
  /** The resources behind it: the Role and "grant …" are made from them. */
  readonly reads: readonly ResourceName[];
  readonly from: (view: ServiceView) => Observed<Facts[N]>;
}

const routeResources = ['httproutes', 'grpcroutes', 'tlsroutes'] as const;

/** How each fact is had from the view of one Service. A new fact is a row here (and a resource that a reader can list). */
export const derivations: { readonly [N in FactName]: Derivation<N> } = {
  service: { reads: ['services'], from: (view) => view.serviceObserved },
  namespaceObject: {
    reads: ['namespaces'],
    from: (view) => mapObserved(view.snapshot.in('namespaces', view.namespace), (list) => list[0]),
  },
  namespaceServices: { reads: ['services'], from: (view) => view.neighbourhood.services },
  namesakes: {
    reads: ['services'],
    from: (view) =>
      mapObserved(view.snapshot.servicesNamed(view.name), (list) =>
        list.filter((one) => one.metadata.namespace !== view.namespace),
      ),
  },
  slices: { reads: ['endpointslices'], from: (view) => view.slices },
  namespaceSlices: { reads: ['endpointslices'], from: (view) => view.snapshot.in('endpointslices', view.namespace) },
  namespacePods: { reads: ['pods'], from: (view) => view.neighbourhood.pods },
  podsBehind: {
    reads: ['pods'],
    from: (view) =>
      mapObserved(view.neighbourhood.pods, () => (service: Service) => {
        const pods = view.neighbourhood.podsSelectedBy(selectsPods(service) ? service.spec.selector : {});
        return pods.read ? pods.value.filter(isLive) : [];
      }),
  },
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
    from: (view) => mapObserved(view.snapshot.all('nodes'), nodesByName),
  },
  autoscalers: {
    reads: ['horizontalpodautoscalers'],
    from: (view) => view.snapshot.in('horizontalpodautoscalers', view.namespace),
  },
  addressPools: { reads: ['ipaddresspools'], from: (view) => view.snapshot.all('ipaddresspools') },
  serviceCidrs: { reads: ['servicecidrs'], from: (view) => view.snapshot.all('servicecidrs') },
  externalTarget: {
    reads: ['services', 'endpointslices'],
    from: (view) => externalTargetOf(view.service, view.snapshot),
  },
  guardedPods: { reads: ['networkpolicies', 'pods'], from: guardedPodsOf },
  inhabitants: { reads: ['networkpolicies', 'pods', 'namespaces'], from: inhabitantsFor },
  egressGuards: { reads: ['networkpolicies', 'pods'], from: egressGuardsOf },
  dnsPeers: { reads: ['pods', 'namespaces'], from: dnsPeersOf },
  clusterDns: { reads: ['services', 'endpointslices', 'pods', 'deployments'], from: clusterDnsOf },
  nodeDaemons: { reads: ['daemonsets', 'pods', 'nodes'], from: daemonsOf },
  statefulSets: { reads: ['statefulsets', 'services'], from: statefulSetsOf },
  strayCallers: { reads: ['pods', 'services'], from: strayCallersOf },
  findService: {
    reads: ['services'],
    from: (view) => mapObserved(view.neighbourhood.services, () => lookupOf(view.snapshot, 'services')),
  },
  ingresses: { reads: ['ingresses'], from: ingressesTo },
  ingressesAround: { reads: ['ingresses'], from: ingressesAround },
  ingressClasses: { reads: ['ingressclasses'], from: (view) => view.snapshot.all('ingressclasses') },
  duplicatePaths: { reads: ['ingresses'], from: duplicatePathsOf },
  certificates: { reads: ['certificates'], from: (view) => view.snapshot.in('certificates', view.namespace) },
  ingressControllers: {
    reads: ['ingresses', 'ingressclasses', 'deployments', 'daemonsets', 'statefulsets', 'pods'],
    from: ingressControllersOf,
  },
  routes: { reads: routeResources, from: routesTo },
  gateways: { reads: [...routeResources, 'gateways'], from: gatewaysOf },
  findGateway: {
    reads: ['gateways'],
    from: (view) => mapObserved(view.snapshot.in('gateways', view.namespace), () => lookupOf(view.snapshot, 'gateways')),
  },
  knownGateways: { reads: ['gateways'], from: knownGateways },
  gatewayClasses: { reads: ['gatewayclasses'], from: (view) => view.snapshot.all('gatewayclasses') },
  refusedReferences: { reads: [...routeResources, 'gateways', 'referencegrants'], from: refusedReferencesOf },
};
