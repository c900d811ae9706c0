import type { Namespace } from '../model/kinds/cluster.ts';
import type { LabelSelector, NetworkPolicyPeer } from '../model/kinds/network-policy.ts';
import type { Pod } from '../model/kinds/pod.ts';
import { LabelIndex } from '../model/selectors/label-index.ts';
import { observed } from '../model/observed.ts';
import { selects, type KnownLabels } from './label-selector.ts';
import { namespaceLabels, type NamespaceLabels } from './namespace-labels.ts';

/** Whom a peer with selectors lets in, of the pods that exist. */
export interface PeerMatch {
  /** Names of the namespaces in which the peer looks. */
  readonly namespaces: readonly string[];
  readonly pods: readonly Pod[];
}

/** The pods and namespaces that selectors of policies can find: read once, asked for many policies. */
export interface Inhabitants {
  readonly pods: readonly Pod[];
  readonly namespaces: readonly Namespace[];
  /** Of an ipBlock: nobody, it is not for pods. `policyNamespace` is where a podSelector alone looks. */
  matchOf(peer: NetworkPolicyPeer, policyNamespace: string): PeerMatch;
  readonly labelsOfNamespace: NamespaceLabels;
  /** Pods of one namespace; empty when none was seen. */
  podsIn(namespace: string): readonly Pod[];
  /** Pods of all namespaces that the selector selects; an empty one selects all. */
  podsLike(selector: LabelSelector): readonly Pod[];
}

/** Every answer is kept: a policy that selects many Services is judged once. */
export function inhabitants(pods: readonly Pod[], namespaces: readonly Namespace[]): Inhabitants {
  const index = new LabelIndex(pods);
  const byNamespace = Map.groupBy(pods, (pod) => pod.metadata.namespace);
  const podsIn = (namespace: string) => byNamespace.get(namespace) ?? [];
  const labelsOfNamespace = namespaceLabels(observed(namespaces));
  const matches = new Map<NetworkPolicyPeer, PeerMatch>();
  const podsLike = (selector: LabelSelector) => {
    const { matchLabels, matchExpressions } = selector;
    const candidates = Object.keys(matchLabels).length === 0 ? pods : index.matching(matchLabels);
    return matchExpressions.length === 0 ? candidates : candidates.filter((pod) => selects(selector, labelsOf(pod)) === 'yes');
  };
  const find = (peer: NetworkPolicyPeer, policyNamespace: string): PeerMatch => {
    const { podSelector, namespaceSelector } = peer;
    if (podSelector === undefined && namespaceSelector === undefined) return { namespaces: [], pods: [] };
    const names =
      namespaceSelector === undefined
        ? [policyNamespace]
        : namespaces
            .filter((one) => selects(namespaceSelector, labelsOfNamespace(one.metadata.name)) === 'yes')
            .map((one) => one.metadata.name);
    const wanted = new Set(names);
    const found =
      podSelector === undefined
        ? names.flatMap(podsIn)
        : podsLike(podSelector).filter((pod) => wanted.has(pod.metadata.namespace));
    return { namespaces: names, pods: found };
  };
  return {
    pods,
    namespaces,
    podsLike,
    labelsOfNamespace,
    podsIn,
    matchOf(peer, policyNamespace) {
      const known = matches.get(peer);
      if (known !== undefined) return known;
      const match = find(peer, policyNamespace);
      matches.set(peer, match);
      return match;
    },
  };
}

function labelsOf(pod: Pod): KnownLabels {
  return { labels: pod.metadata.labels, complete: true };
}
