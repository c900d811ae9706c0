import type { Node } from '../kinds/cluster.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Workload } from '../kinds/workload.ts';
import { nodeFault } from './node-fault.ts';
import { ageSeconds, isLive, isReady } from '../pods/pod-state.ts';

/** The program that makes Service addresses work on every node. */
export interface NodeDaemon {
  readonly daemonSet: Workload;
  /** Not ready although their node is, for longer than a minute. */
  readonly broken: readonly Pod[];
  /** Ready nodes on which it should run and does not; by name. */
  readonly missingOn: readonly string[];
  readonly ready: number;
  readonly wished: number;
}

/** What stands in for kube-proxy where there is none. Source: the network plugins' installation pages */
const standIns = ['cilium', 'kube-router', 'calico-node', 'ovnkube-node'];
const YOUNG_SECONDS = 60;

/** The one whose pods `nodeDaemons` looks at. While all that it wants are ready, they have nothing to tell. */
export function nodeDaemonSet<W extends Workload>(daemonSets: readonly W[]): W | undefined {
  const named = (name: string) => daemonSets.find((one) => one.metadata.name === name);
  return ['kube-proxy', ...standIns].map(named).find((one) => one !== undefined);
}

/** kube-proxy; without it the first agent that is known to take its place. Empty when neither is a DaemonSet here. */
export function nodeDaemons(
  daemonSets: readonly Workload[],
  pods: readonly Pod[],
  nodes: ReadonlyMap<string, Node> | undefined,
  now: number,
): readonly NodeDaemon[] {
  const daemonSet = nodeDaemonSet(daemonSets);
  if (daemonSet === undefined) return [];
  const isUp = (node: string | undefined) => {
    const found = nodes?.get(node ?? '');
    return found === undefined || nodeFault(found) === undefined;
  };
  const own = pods.filter((pod) =>
    pod.metadata.owners.some((owner) => owner.kind === 'DaemonSet' && owner.name === daemonSet.metadata.name),
  );
  const old = (pod: Pod) => (ageSeconds(pod.metadata.createdAt, now) ?? YOUNG_SECONDS) >= YOUNG_SECONDS;
  const inhabited = new Set(own.map((pod) => pod.spec.nodeName));
  const { desired } = daemonSet.spec;
  // A DaemonSet for some nodes alone (by selector or taint) leaves the others out on purpose.
  const lacks = nodes !== undefined && desired >= nodes.size && own.length < desired;
  return [
    {
      daemonSet,
      broken: own.filter((pod) => isLive(pod) && !isReady(pod) && old(pod) && isUp(pod.spec.nodeName)),
      missingOn: lacks ? [...nodes.keys()].filter((name) => !inhabited.has(name) && isUp(name)) : [],
      ready: daemonSet.status.ready,
      wished: desired,
    },
  ];
}
