import type { Condition } from './condition.ts';
import type { KubernetesObject } from './meta.ts';

export interface Namespace extends KubernetesObject {
  readonly kind: 'Namespace';
  readonly status: { readonly phase: 'Active' | 'Terminating'; readonly conditions: readonly Condition[] };
}

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

export interface Node extends KubernetesObject {
  readonly kind: 'Node';
  readonly spec: {
    readonly providerID: string;
    readonly unschedulable: boolean;
    readonly taints: readonly Taint[];
    readonly podCIDRs: readonly string[];
  };
  readonly status: {
    readonly conditions: readonly Condition[];
    readonly addresses: readonly { readonly type: string; readonly address: string }[];
    readonly kubeletVersion: string;
  };
}
