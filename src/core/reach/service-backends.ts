import { serviceOfSlice, type Endpoint, type EndpointSlice } from '../model/kinds/endpoint-slice.ts';
import type { ObjectRef } from '../model/kinds/meta.ts';
import { selectsPods, type Service, type ServicePort } from '../model/kinds/service.ts';
import type { Pod } from '../model/kinds/pod.ts';
import type { UnreadResource } from '../model/observed.ts';
import { isEnded } from '../model/pods/pod-state.ts';
import { selectorMatches } from '../model/selectors/selector.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { conditionOf } from '../model/kinds/condition.ts';
import { parseRange } from '../network-policy/cidr.ts';
import { anyPodOf, podPeer, templatePeer, type Peer } from '../network-policy/peer.ts';
import { noPorts, onePort, type PortSet } from '../network-policy/port-set.ts';
import type { PodGroup } from './pod-groups.ts';

/** One thing that a Service sends traffic to. */
export interface Backend {
  /** The workload, or the Service itself for addresses written into EndpointSlices by hand. */
  readonly ref: ObjectRef;
  readonly peer: Peer;
  /** undefined when neither EndpointSlices nor pod conditions say so (a manifest that was never applied). */
  readonly ready: boolean | undefined;
  /** Where the Service's port leads here; empty when the named targetPort does not exist. */
  portOf(port: ServicePort): PortSet;
}

export interface Backends {
  readonly list: readonly Backend[];
  readonly unread: readonly UnreadResource[];
}

/** What stands behind a Service: the pods of its selector, or else what its EndpointSlices hold. */
export function serviceBackends(snapshot: Snapshot, service: Service, groups: readonly PodGroup[]): Backends {
  const { namespace, name } = service.metadata;
  const allSlices = snapshot.in('endpointslices', namespace);
  const slices = allSlices.read ? allSlices.value.filter((slice) => serviceOfSlice(slice) === name) : [];
  const pods = snapshot.in('pods', namespace);
  if (selectsPods(service) && pods.read) {
    const selected = pods.value.filter((pod) => selectorMatches(service.spec.selector, pod.metadata.labels) && !isEnded(pod));
    const fromPods = selected.map((pod) => podBackend(pod, service, slices, groups));
    return { list: fromPods.length > 0 ? fromPods : neverApplied(service, groups), unread: [] };
  }
  const unread = [...(pods.read || !selectsPods(service) ? [] : pods.unread), ...(allSlices.read ? [] : allSlices.unread)];
  return {
    list: slices.flatMap((slice) => slice.endpoints.flatMap((one) => endpointBackends(one, slice, service, groups))),
    unread,
  };
}

function podBackend(pod: Pod, service: Service, slices: readonly EndpointSlice[], groups: readonly PodGroup[]): Backend {
  const { namespace, name } = pod.metadata;
  const group = groups.find((one) => one.ref.namespace === namespace && one.names.includes(name));
  // The peer of the group, where there is one: a pod that reaches itself is known by being the same peer.
  const peer = group?.pods[group.names.indexOf(name)] ?? podPeer(pod);
  const endpoints = slices
    .flatMap((slice) => slice.endpoints)
    .filter((one) => one.target?.name === name || sharesAddress(one, pod));
  const condition = conditionOf(pod.status.conditions, 'Ready');
  const byCondition = condition === undefined ? undefined : condition.status === 'True';
  const ready = slices.length > 0 ? endpoints.some(isUsable) : service.spec.publishNotReadyAddresses || byCondition;
  return { ref: group?.ref ?? { kind: 'Pod', namespace, name }, peer, ready, portOf: (port) => targetPort(port, peer) };
}

/** Workloads of manifests that no controller has seen yet: there will be pods. One scaled to zero is another thing. */
function neverApplied(service: Service, groups: readonly PodGroup[]): readonly Backend[] {
  return groups.flatMap(({ ref, workload, names }): readonly Backend[] => {
    if (workload === undefined || names.length > 0 || workload.status.observedGeneration !== undefined) return [];
    if (ref.namespace !== service.metadata.namespace) return [];
    if (!selectorMatches(service.spec.selector, workload.spec.template.labels)) return [];
    const peer = templatePeer(workload);
    return [{ ref, peer, ready: undefined, portOf: (port) => targetPort(port, peer) }];
  });
}

function endpointBackends(
  endpoint: Endpoint,
  slice: EndpointSlice,
  service: Service,
  groups: readonly PodGroup[],
): readonly Backend[] {
  const { namespace, name } = service.metadata;
  const portOf = ({ name: portName, protocol }: ServicePort): PortSet => {
    const port = slice.ports.find((one) => one.name === portName && one.protocol === protocol)?.port;
    return port === undefined ? noPorts : onePort(protocol, port);
  };
  const target = endpoint.target?.kind === 'Pod' ? endpoint.target : undefined;
  const group = groups.find(
    (one) => target !== undefined && one.ref.namespace === namespace && one.names.includes(target.name),
  );
  const known = target === undefined ? undefined : group?.pods[group.names.indexOf(target.name)];
  const unknownPod = target === undefined ? undefined : { ...anyPodOf(namespace), name: target.name };
  return endpoint.addresses.flatMap((address): readonly Backend[] => {
    const range = parseRange(address);
    const peer = known ?? unknownPod ?? (range === undefined ? undefined : { is: 'addresses' as const, range });
    if (peer === undefined) return [];
    const ref =
      group?.ref ??
      (target === undefined ? { kind: 'Service', namespace, name } : { kind: 'Pod', namespace, name: target.name });
    return [{ ref, peer, ready: isUsable(endpoint), portOf }];
  });
}

/** kube-proxy falls back to terminating endpoints that still serve. */
function isUsable({ ready, serving, terminating }: Endpoint): boolean {
  return ready || (serving && terminating);
}

function sharesAddress(endpoint: Endpoint, pod: Pod): boolean {
  return endpoint.addresses.some((address) => pod.status.podIPs.includes(address));
}

function targetPort(port: ServicePort, peer: Peer): PortSet {
  const target = port.targetPort;
  if (typeof target === 'number') return onePort(port.protocol, target);
  const declared = peer.is === 'pod' ? (peer.ports ?? []) : [];
  const found = declared.find((one) => one.name === target && one.protocol === port.protocol);
  return found === undefined ? noPorts : onePort(port.protocol, found.containerPort);
}
