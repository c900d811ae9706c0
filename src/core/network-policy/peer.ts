import type { ContainerPort, Pod } from '../model/kinds/pod.ts';
import type { Workload } from '../model/kinds/workload.ts';
import { declaredPorts } from '../model/pods/ports.ts';
import { parseRange, type AddressRange } from './cidr.ts';
import type { KnownLabels } from './label-selector.ts';

/** One end of a connection: a pod, or addresses that belong to none. */
export type Peer = PodPeer | AddressPeer;

export interface PodPeer {
  readonly is: 'pod';
  /** The pod's name, or one that is shared by all that are treated as one and the same pod. */
  readonly name: string;
  /** undefined: a pod of a namespace that is not known. */
  readonly namespace: string | undefined;
  readonly labels: KnownLabels;
  /** undefined: which ports the containers declare is not known. */
  readonly ports: readonly ContainerPort[] | undefined;
  /** Empty when it has none yet (or is a template). */
  readonly addresses: readonly AddressRange[];
  readonly hostNetwork: boolean;
  readonly node: string | undefined;
  readonly hostAddress: AddressRange | undefined;
}

export interface AddressPeer {
  readonly is: 'addresses';
  readonly range: AddressRange;
  /** The name of the node that has the address. */
  readonly node?: string;
}

export function podPeer(pod: Pod): PodPeer {
  return {
    is: 'pod',
    name: pod.metadata.name,
    namespace: pod.metadata.namespace,
    labels: { labels: pod.metadata.labels, complete: true },
    ports: declaredPorts(pod.spec),
    addresses: pod.status.podIPs.map(parseRange).filter((range) => range !== undefined),
    hostNetwork: pod.spec.hostNetwork,
    node: pod.spec.nodeName,
    hostAddress: pod.status.hostIP === undefined ? undefined : parseRange(pod.status.hostIP),
  };
}

/** A pod as the workload's template would make it: where a workload has none, or its pods were not read. */
export function templatePeer(workload: Workload): PodPeer {
  const { template } = workload.spec;
  return {
    is: 'pod',
    name: `${workload.kind}/${workload.metadata.name}`,
    namespace: workload.metadata.namespace,
    labels: { labels: template.labels, complete: true },
    ports: declaredPorts(template.spec),
    addresses: [],
    hostNetwork: template.spec.hostNetwork,
    node: undefined,
    hostAddress: undefined,
  };
}

/** Some pod of a namespace (or, without a name, of any namespace), of which nothing else is known. */
export function anyPodOf(namespace: string | undefined): PodPeer {
  return {
    is: 'pod',
    name: '*',
    namespace,
    labels: { labels: {}, complete: false },
    ports: undefined,
    addresses: [],
    hostNetwork: false,
    node: undefined,
    hostAddress: undefined,
  };
}
