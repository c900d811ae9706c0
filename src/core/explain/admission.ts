import type { NetworkPolicyPeer } from '../model/kinds/network-policy.ts';
import { guardedPods, ingressRules, opensPort, type GuardedPods } from '../network-policy/admission.ts';
import { selects } from '../network-policy/label-selector.ts';
import { shutToOutside } from '../network-policy/outside-callers.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Whom the NetworkPolicies let in to the pods of a Service. open: everybody · unread: pods or policies were not ·
 * only: these peers, the same on every pod and port; nobody when there is none · mixed: it depends on the pod or the port.
 */
export type Admission =
  | { readonly is: 'open' }
  | { readonly is: 'unread' }
  | {
      readonly is: 'only';
      readonly policies: readonly string[];
      readonly peers: readonly NetworkPolicyPeer[];
      /** Callers outside of the cluster get nothing. */
      readonly shutOutside: boolean;
    }
  | { readonly is: 'mixed'; readonly policies: readonly string[] };

export function admissionOf({ service, snapshot, livePods }: Surroundings): Admission {
  const policies = snapshot.in('networkpolicies', service.metadata.namespace);
  if (!policies.read || !livePods.read) return { is: 'unread' };
  const groups = guardedPods('ingress', service, livePods.value, policies.value);
  if (groups.length === 0) return { is: 'open' };
  const names = [...new Set(groups.flatMap((group) => group.policies.map(({ metadata }) => metadata.name)))];
  const sets = groups.flatMap(peersByTarget);
  if (sets.every((peers) => peers === undefined)) return { is: 'open' };
  const guarded = groups.reduce((sum, group) => sum + group.pods.length, 0);
  const [first] = sets;
  const alike = sets.every((peers) => JSON.stringify(peers) === JSON.stringify(first));
  if (first === undefined || !alike || guarded < livePods.value.length) return { is: 'mixed', policies: names };
  const nodes = snapshot.all('nodes');
  const shut = groups.every(
    (group) => shutToOutside(group, service, nodes.read ? nodes.value : undefined).length === group.targets.length,
  );
  return { is: 'only', policies: names, peers: first, shutOutside: first.length === 0 || shut };
}

/** For each port that leads to these pods (or once, when none does) whom any rule lets in; undefined is everybody. */
function peersByTarget(group: GuardedPods): readonly (readonly NetworkPolicyPeer[] | undefined)[] {
  const rules = ingressRules(group);
  const opening =
    group.targets.length === 0 ? [rules] : group.targets.map((target) => rules.filter((rule) => opensPort(rule, target)));
  return opening.map((open) => {
    if (open.some(({ rule }) => rule.peers === undefined)) return undefined;
    const peers = open.flatMap(({ rule }) => rule.peers ?? []);
    return [...new Map(peers.map((peer) => [JSON.stringify(peer), peer])).values()];
  });
}

const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Peers that may be pods of this namespace. Every namespace has its name as a label; of its other labels nothing is known here. */
export function peersIn(namespace: string, peers: readonly NetworkPolicyPeer[]): readonly NetworkPolicyPeer[] {
  return peers.filter(({ ipBlock, namespaceSelector }) => {
    if (ipBlock !== undefined) return false;
    if (namespaceSelector === undefined) return true;
    return selects(namespaceSelector, { labels: { [NAME_LABEL]: namespace }, complete: false }) !== 'no';
  });
}

/** Peers that may be pods of other namespaces than this one. */
export function peersBeyond(namespace: string, peers: readonly NetworkPolicyPeer[]): readonly NetworkPolicyPeer[] {
  return peers.filter(({ ipBlock, namespaceSelector }) => {
    if (ipBlock !== undefined || namespaceSelector === undefined) return false;
    const { matchLabels, matchExpressions } = namespaceSelector;
    const alone = matchExpressions.find(
      ({ key, operator, values }) => key === NAME_LABEL && operator === 'In' && values.length === 1,
    );
    return (matchLabels[NAME_LABEL] ?? alone?.values[0]) !== namespace;
  });
}

/** All pods of any namespace. */
export function isEveryPod({ ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer): boolean {
  const empty = (selector: NetworkPolicyPeer['podSelector']) =>
    selector !== undefined && Object.keys(selector.matchLabels).length === 0 && selector.matchExpressions.length === 0;
  return ipBlock === undefined && empty(namespaceSelector) && (podSelector === undefined || empty(podSelector));
}
