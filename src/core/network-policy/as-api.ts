import type { LabelSelector, NetworkPolicyPeer } from '../model/kinds/network-policy.ts';

/** The peer as the API writes it, for a patch: what is absent is left out. */
export function peerAsApi({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer): Readonly<Record<string, unknown>> {
  return {
    ...(namespaceSelector !== undefined && { namespaceSelector: selectorAsApi(namespaceSelector) }),
    ...(podSelector !== undefined && { podSelector: selectorAsApi(podSelector) }),
    ...(ipBlock !== undefined && {
      ipBlock: { cidr: ipBlock.cidr, ...(ipBlock.except.length > 0 && { except: ipBlock.except }) },
    }),
  };
}

function selectorAsApi({ matchLabels, matchExpressions }: LabelSelector): Readonly<Record<string, unknown>> {
  return {
    ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
    ...(matchExpressions.length > 0 && { matchExpressions }),
  };
}
