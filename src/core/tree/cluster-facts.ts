import type { Cloud } from '../ask/asked-facts.ts';
import { nearest } from '../ask/nearest.ts';
import { isServiceRef } from '../model/kinds/route.ts';
import type { UnreadResource } from '../model/observed.ts';
import { openOf } from '../model/open-of.ts';
import type { ResourceName, Resources } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { cloudOfNodes } from './cloud-of-nodes.ts';
import { factsOfPod, factsOfWorkload, workloadsNamed, type WorkloadFacts } from './workload-facts.ts';

/** What the cluster answers so that the person is not asked. A pure view of a snapshot. */
export interface ClusterFacts {
  readonly cluster: string;
  readonly takenAt: number;
  /** undefined when no name was given or it is not one workload; then `missing` says which. */
  readonly workload: WorkloadFacts | undefined;
  /** Why there is no workload although a name was given and all kinds of workloads were read. */
  readonly missing: MissingWorkload | undefined;
  readonly cloud: Cloud | undefined;
  /** Some Service of type LoadBalancer has an address. */
  readonly loadBalancersWork: boolean;
  readonly ingressClasses: readonly { readonly name: string; readonly isDefault: boolean }[];
  /** Names that Services have where the new one is to be, to keep its name free; undefined when unread. */
  readonly serviceNames: readonly string[] | undefined;
  /** Ingresses and HTTPRoutes where the new one is to be. */
  readonly entries?: readonly Entry[];
  /** Gateways that take routes of its namespace, those of the namespace itself first. */
  readonly gateways?: readonly { readonly namespace: string; readonly name: string }[];
  /** Some pod has an address of each IP family. */
  readonly dualStack?: boolean;
  readonly unread: readonly UnreadResource[];
}

export interface Entry {
  readonly kind: 'Ingress' | 'HTTPRoute';
  readonly name: string;
  /** Names of the Services that it leads to. */
  readonly services: readonly string[];
}

export interface MissingWorkload {
  readonly name: string;
  readonly namespace: string | undefined;
  /** Names that were perhaps meant, in the namespace when one is given. */
  readonly nearest: readonly string[];
  /** Namespaces that have a workload of exactly this name; several mean that one has to be chosen. */
  readonly namespaces: readonly string[];
}

/** The resources that a snapshot should hold for `clusterFacts`. */
export const clusterFactsWants: readonly ResourceName[] = [
  'deployments',
  'statefulsets',
  'daemonsets',
  'pods',
  'services',
  'nodes',
  'ingressclasses',
  'ingresses',
  'httproutes',
  'gateways',
];

/** Facts about one workload and the cluster around it; with `name` undefined about the cluster alone. Throws nothing. */
export function clusterFacts(snapshot: Snapshot, name?: string, namespace?: string): ClusterFacts {
  const unread: UnreadResource[] = [];
  const read = <R extends ResourceName>(resource: R, where = namespace): readonly Resources[R][] => {
    const list = where === undefined ? openOf(snapshot, resource) : snapshot.in(resource, where);
    if (list.read) return list.value;
    unread.push(...list.unread);
    return [];
  };
  const readCluster = <R extends ResourceName>(resource: R): readonly Resources[R][] => {
    const list = snapshot.all(resource);
    if (list.read) return list.value;
    unread.push(...list.unread);
    return [];
  };
  const services = read('services');
  const servicesRead = unread.length === 0;
  const workloads = [
    ...[...read('deployments'), ...read('statefulsets'), ...read('daemonsets')].map((one) => factsOfWorkload(one, services)),
    ...read('pods')
      .filter((pod) => pod.metadata.owners.length === 0)
      .map((pod) => factsOfPod(pod, services)),
  ];
  const allRead = unread.every((one) => one.resource === 'services');
  const found = name === undefined ? [] : workloadsNamed(name, workloads, services);
  const workload = found.length === 1 ? found[0] : undefined;
  const isMissing = name !== undefined && workload === undefined && (allRead || found.length > 1);
  const nodes = readCluster('nodes');
  return {
    cluster: snapshot.cluster,
    takenAt: snapshot.takenAt,
    workload,
    missing: isMissing ? missingWorkload(snapshot, name, namespace, found, workloads) : undefined,
    cloud: nodes.length === 0 ? undefined : cloudOfNodes(nodes),
    loadBalancersWork: services.some((one) => one.spec.type === 'LoadBalancer' && one.status.loadBalancer.length > 0),
    ingressClasses: readCluster('ingressclasses').map((one) => ({ name: one.metadata.name, isDefault: one.isDefault })),
    serviceNames: servicesRead ? namesIn(services, workload?.namespace ?? namespace) : undefined,
    entries: entriesIn(snapshot, workload?.namespace ?? namespace),
    gateways: gatewaysFor(snapshot, workload?.namespace ?? namespace),
    dualStack: read('pods').some(({ status }) => isDual(status.podIPs)),
    unread,
  };
}

function isDual(addresses: readonly string[]): boolean {
  return addresses.some((one) => one.includes(':')) && addresses.some((one) => !one.includes(':'));
}

/** What is not read is left out: it only makes the manifest better. */
function entriesIn(snapshot: Snapshot, namespace: string | undefined): readonly Entry[] {
  if (namespace === undefined) return [];
  const ingresses = snapshot.in('ingresses', namespace);
  const routes = snapshot.in('httproutes', namespace);
  return [
    ...(ingresses.read ? ingresses.value : []).map((one): Entry => ({
      kind: 'Ingress',
      name: one.metadata.name,
      services: targetsOfIngress(one),
    })),
    ...(routes.read ? routes.value : []).map((one): Entry => ({
      kind: 'HTTPRoute',
      name: one.metadata.name,
      services: one.spec.rules.flatMap((rule) => rule.backendRefs.filter(isServiceRef).map((ref) => ref.name)),
    })),
  ];
}

function targetsOfIngress({ spec }: Resources['ingresses']): readonly string[] {
  return [spec.defaultBackend, ...spec.paths.map((path) => path.backend)].flatMap((one) => one?.service ?? []);
}

function gatewaysFor(snapshot: Snapshot, namespace: string | undefined): NonNullable<ClusterFacts['gateways']> {
  const list = openOf(snapshot, 'gateways');
  if (!list.read || namespace === undefined) return [];
  const own = ({ metadata }: Resources['gateways']) => metadata.namespace === namespace;
  return list.value
    .filter((one) => one.spec.listeners.some((listener) => listener.routesFrom === 'All' || own(one)))
    .toSorted((a, b) => Number(own(b)) - Number(own(a)))
    .map(({ metadata }) => ({ namespace: metadata.namespace, name: metadata.name }));
}

function namesIn(services: readonly Resources['services'][], namespace: string | undefined): readonly string[] {
  return services.filter((one) => one.metadata.namespace === namespace).map((one) => one.metadata.name);
}

function missingWorkload(
  snapshot: Snapshot,
  name: string,
  namespace: string | undefined,
  found: readonly WorkloadFacts[],
  workloads: readonly WorkloadFacts[],
): MissingWorkload {
  if (found.length > 0) return { name, namespace, nearest: [], namespaces: [...new Set(found.map((one) => one.namespace))] };
  const elsewhere = (['deployments', 'statefulsets', 'daemonsets'] as const).flatMap((resource) => {
    const list = openOf(snapshot, resource);
    return list.read ? list.value.filter((one) => one.metadata.name === name).map((one) => one.metadata.namespace) : [];
  });
  return {
    name,
    namespace,
    nearest: nearest(
      name,
      workloads.map((one) => one.name),
    ),
    namespaces: [...new Set(elsewhere)],
  };
}
