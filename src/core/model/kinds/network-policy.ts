import type { KubernetesObject, Labels } from './meta.ts';
import type { Protocol } from './service.ts';

/** A label selector as the API has it: all `matchLabels` and all `matchExpressions` must hold; empty matches everything. */
export interface LabelSelector {
  readonly matchLabels: Labels;
  readonly matchExpressions: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values: readonly string[];
  }[];
}

export interface NetworkPolicyPeer {
  readonly podSelector: LabelSelector | undefined;
  readonly namespaceSelector: LabelSelector | undefined;
  readonly ipBlock: { readonly cidr: string; readonly except: readonly string[] } | undefined;
}

export interface NetworkPolicyPort {
  readonly protocol: Protocol;
  /** undefined is every port of the protocol. */
  readonly port: number | string | undefined;
  readonly endPort: number | undefined;
}

/** `peers` or `ports` undefined (absent or empty in the API): no limit on that side. */
export interface NetworkPolicyRule {
  readonly peers: readonly NetworkPolicyPeer[] | undefined;
  readonly ports: readonly NetworkPolicyPort[] | undefined;
}

/** `policyTypes` has the API default applied. Source: kubernetes.io/docs/concepts/services-networking/network-policies/ */
export interface NetworkPolicy extends KubernetesObject {
  readonly kind: 'NetworkPolicy';
  readonly spec: {
    readonly podSelector: LabelSelector;
    readonly policyTypes: readonly ('Ingress' | 'Egress')[];
    readonly ingress: readonly NetworkPolicyRule[];
    readonly egress: readonly NetworkPolicyRule[];
  };
}
