import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyRule } from '../model/kinds/network-policy.ts';
import type { Pod } from '../model/kinds/pod.ts';
import type { Service, ServicePort } from '../model/kinds/service.ts';
import { resolveTargetPort } from '../model/pods/ports.ts';
import { parseRange } from './cidr.ts';
import type { Inhabitants } from './inhabitants.ts';
import { podPeer, type PodPeer } from './peer.ts';
import { intersect, isEmpty, onePort, type PortSet } from './port-set.ts';
import { without } from './range-math.ts';
import { rulePorts } from './rule-ports.ts';
import { selectingPolicies, type Direction } from './selected-policies.ts';

/** A port of the Service with the number to which it leads in these pods: policies act on the pod's port. */
export interface TargetPort {
  readonly port: ServicePort;
  readonly number: number;
  readonly set: PortSet;
}

/** Pods behind a Service that the same policies isolate, and that serve its ports on the same numbers. */
export interface GuardedPods {
  readonly pods: readonly Pod[];
  /** Stands for each of them. */
  readonly peer: PodPeer;
  readonly policies: readonly NetworkPolicy[];
  /** Without the ports whose targetPort these pods do not declare. */
  readonly targets: readonly TargetPort[];
}

/** One rule of one of the policies, with its place in `spec.ingress` or `spec.egress`. */
export interface PlacedRule {
  readonly policy: NetworkPolicy;
  readonly rule: NetworkPolicyRule;
  readonly index: number;
  /** What it opens on the guarded pods. */
  readonly opens: PortSet;
}

/** Groups of pods that some policy isolates in this direction; pods that none selects and those on the host network are left out. */
export function guardedPods(
  direction: Direction,
  service: Service,
  pods: readonly Pod[],
  policies: readonly NetworkPolicy[],
): readonly GuardedPods[] {
  if (policies.length === 0) return [];
  const groups = new Map<string, { pods: Pod[]; group: Omit<GuardedPods, 'pods'> }>();
  for (const pod of pods) {
    if (pod.spec.hostNetwork) continue;
    const peer = podPeer(pod);
    const selecting = selectingPolicies(direction, peer, policies).map(({ policy }) => policy);
    if (selecting.length === 0) continue;
    const targets = targetsOf(service, pod);
    const key = JSON.stringify([selecting.map((one) => one.metadata.name), targets.map((one) => one.number), peer.ports]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { pods: [pod], group: { peer, policies: selecting, targets } });
    else known.pods.push(pod);
  }
  return [...groups.values()].map((one) => ({ ...one.group, pods: one.pods }));
}

function targetsOf(service: Service, pod: Pod): readonly TargetPort[] {
  return service.spec.ports.flatMap((port) => {
    const number = resolveTargetPort(port, pod.spec);
    return number === undefined ? [] : [{ port, number, set: onePort(port.protocol, number) }];
  });
}

export function ingressRules({ policies, peer }: GuardedPods): readonly PlacedRule[] {
  return policies.flatMap((policy) =>
    policy.spec.ingress.map((rule, index) => ({ policy, rule, index, opens: rulePorts(rule, peer).possible })),
  );
}

export function opensPort(rule: PlacedRule, target: TargetPort): boolean {
  return !isEmpty(intersect(rule.opens, target.set));
}

/** True when the rule lets in somebody: everybody, an address outside, a pod that exists, or a namespace of which no pod is known. */
export function hasSources({ policy, rule }: PlacedRule, world: Inhabitants): boolean {
  return rule.peers === undefined || rule.peers.some((peer) => admitsSomebody(peer, policy.metadata.namespace, world));
}

export function admitsSomebody(peer: NetworkPolicyPeer, policyNamespace: string, world: Inhabitants): boolean {
  if (peer.ipBlock !== undefined) return holdsAddresses(peer.ipBlock);
  const { namespaces, pods } = world.matchOf(peer, policyNamespace);
  // In a namespace that is there and empty the right pods may come: the policy is not wrong.
  return pods.length > 0 || namespaces.some((name) => world.podsIn(name).length === 0);
}

function holdsAddresses({ cidr, except }: NonNullable<NetworkPolicyPeer['ipBlock']>): boolean {
  const range = parseRange(cidr);
  const excepted = except.map(parseRange).filter((one) => one !== undefined);
  return range !== undefined && without(range, excepted).length > 0;
}

/** True when who is let in cannot be told without the pods and namespaces of the cluster. */
export function needsInhabitants(guarded: readonly GuardedPods[]): boolean {
  return guarded.some(({ policies }) =>
    policies.some(({ spec }) => spec.ingress.some((rule) => rule.peers?.some((peer) => peer.ipBlock === undefined))),
  );
}
