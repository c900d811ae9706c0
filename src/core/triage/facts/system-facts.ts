import { clusterDns, DNS_PODS, isDnsPod, SYSTEM_NAMESPACE, type ClusterDns } from '../../model/cluster/cluster-dns.ts';
import { nodeDaemons, type NodeDaemon } from '../../model/cluster/node-daemons.ts';
import { nodesByName } from '../../model/cluster/node-fault.ts';
import { bothObserved, observed, type Observed } from '../../model/observed.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import { isLive } from '../../model/pods/pod-state.ts';
import type { ServiceView } from '../../model/service-view.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { guardedPods, type GuardedPods } from '../../network-policy/admission.ts';
import { namespaceLabels, type NamespaceLabels } from '../../network-policy/namespace-labels.ts';
import { podPeer, type PodPeer } from '../../network-policy/peer.ts';

/** How the facts about what all Services need (DNS, kube-proxy) are had from the view of one Service. */

const dnsOf = new WeakMap<Snapshot, Observed<ClusterDns>>();
const peersOf = new WeakMap<Snapshot, DnsPeers>();
const daemonsByScope = new WeakMap<Snapshot, Observed<readonly NodeDaemon[]>>();

export type { NodeDaemon };

export function clusterDnsOf(view: ServiceView): Observed<ClusterDns | undefined> {
  return isToldElsewhere(view) ? observed(undefined) : systemDns(view.snapshot);
}

function systemDns(snapshot: Snapshot): Observed<ClusterDns> {
  let found = dnsOf.get(snapshot);
  if (found === undefined) {
    const slices = snapshot.in('endpointslices', SYSTEM_NAMESPACE);
    const deployments = snapshot.in('deployments', SYSTEM_NAMESPACE);
    const daemonSets = snapshot.in('daemonsets', SYSTEM_NAMESPACE);
    const nodes = snapshot.all('nodes');
    found = bothObserved(snapshot.in('services', SYSTEM_NAMESPACE), dnsPodsOf(snapshot), (services, pods) =>
      clusterDns({
        services,
        pods,
        daemonSets: daemonSets.read ? daemonSets.value : [],
        // Without these the pods tell.
        slices: slices.read ? slices.value : [],
        deployments: deployments.read ? deployments.value : [],
        nodes: nodes.read ? nodes.value : [],
      }),
    );
    dnsOf.set(snapshot, found);
  }
  return found;
}

/** All pods of kube-system where they were read, else those of the DNS. */
function dnsPodsOf(snapshot: Snapshot): Observed<readonly Pod[]> {
  const all = snapshot.in('pods', SYSTEM_NAMESPACE);
  return all.read ? all : snapshot.podsMatching(DNS_PODS, SYSTEM_NAMESPACE);
}

/** Live selected pods that NetworkPolicies isolate for egress. */
export function egressGuardsOf(view: ServiceView): Observed<readonly GuardedPods[]> {
  return bothObserved(view.snapshot.in('networkpolicies', view.namespace), view.selectedPods, (policies, pods) =>
    view.service === undefined ? [] : guardedPods('egress', view.service, pods.filter(isLive), policies),
  );
}

/** The other end of a name query. */
export interface DnsPeers {
  readonly peers: readonly PodPeer[];
  /** False when the pods were not seen: then a peer stands for them of which only the usual label is known. */
  readonly seen: boolean;
  readonly namespaces: NamespaceLabels;
  readonly onNodes: boolean;
}

/** Always there: what could not be read makes the verdict uncertain, not impossible. */
export function dnsPeersOf({ snapshot }: ServiceView): Observed<DnsPeers> {
  let found = peersOf.get(snapshot);
  if (found === undefined) {
    const pods = dnsPodsOf(snapshot);
    const dns = pods.read ? pods.value.filter((pod) => isDnsPod(pod) && isLive(pod)).map(podPeer) : [];
    const system = systemDns(snapshot);
    found = {
      peers: dns.length > 0 ? dns : [usualDnsPod],
      seen: dns.length > 0,
      namespaces: namespaceLabels(snapshot.all('namespaces')),
      onNodes: system.read && system.value.onNodes,
    };
    peersOf.set(snapshot, found);
  }
  return observed(found);
}

const usualDnsPod: PodPeer = {
  is: 'pod',
  name: 'kube-dns',
  namespace: SYSTEM_NAMESPACE,
  labels: { labels: { 'k8s-app': 'kube-dns' }, complete: false },
  ports: undefined,
  addresses: [],
  hostNetwork: false,
  node: undefined,
  hostAddress: undefined,
};

/** kube-proxy, or what takes its place; one for a snapshot, and in a scan of the cluster told once. */
export function daemonsOf(view: ServiceView): Observed<readonly NodeDaemon[]> {
  const { snapshot } = view;
  if (isToldElsewhere(view)) return observed([]);
  let found = daemonsByScope.get(snapshot);
  if (found === undefined) {
    const nodes = snapshot.all('nodes');
    found = bothObserved(snapshot.in('daemonsets', SYSTEM_NAMESPACE), snapshot.in('pods', SYSTEM_NAMESPACE), (sets, pods) =>
      nodeDaemons(sets, pods, nodes.read ? nodesByName(nodes.value) : undefined, snapshot.takenAt),
    );
    daemonsByScope.set(snapshot, found);
  }
  return found;
}

/** What the whole cluster shares is told by one of its namespaces. */
function isToldElsewhere({ snapshot, namespace, name }: ServiceView): boolean {
  return snapshot.scope.kind === 'cluster' && name === '' && namespace !== SYSTEM_NAMESPACE;
}
