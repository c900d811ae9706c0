import type { Condition } from './condition.ts';
import type { KubernetesObject } from './meta.ts';
import type { LabelSelector } from './network-policy.ts';

/** MetalLB's pool of addresses. Source: metallb.io/apis/#ipaddresspool */
export interface IPAddressPool extends KubernetesObject {
  readonly kind: 'IPAddressPool';
  readonly spec: {
    /** CIDRs (`192.0.2.0/28`) and ranges (`192.0.2.10-192.0.2.20`). */
    readonly addresses: readonly string[];
    /** False: only Services that name the pool get an address of it. The default true is applied. */
    readonly autoAssign: boolean;
    /** True: addresses that end in .0 and .255 are left out. */
    readonly avoidBuggyIPs: boolean;
    /** Which Services may have an address of it; undefined: all. */
    readonly allocation:
      | {
          readonly namespaces: readonly string[];
          readonly namespaceSelectors: readonly LabelSelector[];
          readonly serviceSelectors: readonly LabelSelector[];
        }
      | undefined;
  };
}

/** A range for cluster IPs. Source: kubernetes.io/docs/reference/kubernetes-api/networking/service-cidr-v1/ */
export interface ServiceCIDR extends KubernetesObject {
  readonly kind: 'ServiceCIDR';
  readonly spec: { readonly cidrs: readonly string[] };
  readonly status: { readonly conditions: readonly Condition[] };
}
