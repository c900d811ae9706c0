import type { IPAddressPool, ServiceCIDR } from '../../core/model/kinds/load-balancing.ts';
import { projectConditions, projectMeta } from './meta.ts';
import { projectLabelSelector } from './network-policy.ts';
import { array, has, raw, strings, type Raw } from './raw.ts';

/** Applies MetalLB's default: autoAssign true. */
export function projectIPAddressPool(object: Raw): IPAddressPool {
  const spec = raw(object['spec']);
  const allocation = raw(spec['serviceAllocation']);
  return {
    kind: 'IPAddressPool',
    metadata: projectMeta(object),
    spec: {
      addresses: strings(spec['addresses']),
      autoAssign: spec['autoAssign'] !== false,
      avoidBuggyIPs: spec['avoidBuggyIPs'] === true,
      allocation: has(spec['serviceAllocation'])
        ? {
            namespaces: strings(allocation['namespaces']),
            namespaceSelectors: array(allocation['namespaceSelectors']).map(projectLabelSelector),
            serviceSelectors: array(allocation['serviceSelectors']).map(projectLabelSelector),
          }
        : undefined,
    },
  };
}

export function projectServiceCIDR(object: Raw): ServiceCIDR {
  return {
    kind: 'ServiceCIDR',
    metadata: projectMeta(object),
    spec: { cidrs: strings(raw(object['spec'])['cidrs']) },
    status: { conditions: projectConditions(raw(object['status'])['conditions']) },
  };
}
