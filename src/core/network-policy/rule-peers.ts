import type { NetworkPolicyPeer, NetworkPolicyRule } from '../model/kinds/network-policy.ts';
import { contains, overlaps } from './range-math.ts';
import type { Caveat } from './caveat.ts';
import { allOf, anyOf, type Certainty } from './certainty.ts';
import { everyAddress, parseRange, type AddressRange } from './cidr.ts';
import { selects } from './label-selector.ts';
import type { NamespaceLabels } from './namespace-labels.ts';
import type { Peer, PodPeer } from './peer.ts';

export interface PeerMatch {
  readonly match: Certainty;
  readonly caveats: readonly Caveat[];
}

type IpBlock = NonNullable<NetworkPolicyPeer['ipBlock']>;

/**
 * Whether a rule of a policy in `policyNamespace` admits the other end. A rule without peers admits everyone; one peer
 * that matches is enough.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
 */
export function rulePeers(
  rule: NetworkPolicyRule,
  policyNamespace: string,
  other: Peer,
  namespaces: NamespaceLabels,
): PeerMatch {
  if (rule.peers === undefined) return { match: 'yes', caveats: [] };
  const blocks = rule.peers.map((peer) => peer.ipBlock).filter((block) => block !== undefined);
  if (other.is === 'addresses') return because('part-of-ip-block', anyOf(blocks.map((block) => holds(block, other.range))));

  const selected = rule.peers.map((peer) => selectsPod(peer, policyNamespace, other, namespaces));
  const bySelector = anyOf(selected.map((one) => one.match));
  const caveats = selected.flatMap((one) => one.caveats);
  if (other.hostNetwork) {
    // Its packets carry the node's address. A plugin may still know the pod behind them, or see only that address.
    const byAddress = anyOf(blocks.map((block) => holdsHost(block, other.hostAddress)));
    return bySelector === byAddress ? { match: bySelector, caveats } : { match: 'maybe', caveats: ['host-network'] };
  }
  if (bySelector === 'yes' || !blocks.some((block) => holdsPod(block, other))) return { match: bySelector, caveats };
  return { match: 'maybe', caveats: [...caveats, 'ip-block-on-pod'] };
}

/** Both selectors in one peer must hold; a missing namespaceSelector means the policy's own namespace. */
function selectsPod(peer: NetworkPolicyPeer, policyNamespace: string, pod: PodPeer, namespaces: NamespaceLabels): PeerMatch {
  const { podSelector, namespaceSelector } = peer;
  if (podSelector === undefined && namespaceSelector === undefined) return { match: 'no', caveats: [] };
  const namespace: Certainty =
    namespaceSelector !== undefined
      ? selects(namespaceSelector, namespaces(pod.namespace))
      : pod.namespace === undefined
        ? 'maybe'
        : pod.namespace === policyNamespace
          ? 'yes'
          : 'no';
  const labels: Certainty = podSelector === undefined ? 'yes' : selects(podSelector, pod.labels);
  const match = allOf([namespace, labels]);
  if (match !== 'maybe') return { match, caveats: [] };
  return {
    match,
    caveats: [
      ...(namespace === 'maybe' ? ['namespace-labels' as const] : []),
      ...(labels === 'maybe' ? ['pod-labels' as const] : []),
    ],
  };
}

/** `except` wins over `cidr`. A CIDR that cannot be read holds nothing: the API server does not take it either. */
function holds(block: IpBlock, range: AddressRange): Certainty {
  const cidr = parseRange(block.cidr);
  if (cidr === undefined || !overlaps(cidr, range)) return 'no';
  const excepted = block.except.map(parseRange).filter((one) => one !== undefined);
  if (excepted.some((one) => contains(one, range))) return 'no';
  return contains(cidr, range) && !excepted.some((one) => overlaps(one, range)) ? 'yes' : 'maybe';
}

function holdsHost(block: IpBlock, host: AddressRange | undefined): Certainty {
  if (host !== undefined) return holds(block, host);
  return holdsWholeFamily(block) ? 'yes' : 'maybe';
}

/** A pod without an address yet is only in a block that holds every address. */
function holdsPod(block: IpBlock, pod: PodPeer): boolean {
  if (pod.addresses.length === 0) return holdsWholeFamily(block);
  return pod.addresses.some((address) => holds(block, address) === 'yes');
}

function holdsWholeFamily(block: IpBlock): boolean {
  return holds(block, everyAddress(4)) === 'yes' || holds(block, everyAddress(6)) === 'yes';
}

function because(caveat: Caveat, match: Certainty): PeerMatch {
  return { match, caveats: match === 'maybe' ? [caveat] : [] };
}
