import type { Namespace, Node } from '../../core/model/kinds/cluster.ts';
import { projectConditions, projectMeta } from './meta.ts';
import { array, oneOf, raw, string, strings, type Raw } from './raw.ts';

export function projectNamespace(object: Raw): Namespace {
  const status = raw(object['status']);
  return {
    kind: 'Namespace',
    metadata: projectMeta(object),
    status: {
      phase: oneOf(status['phase'], ['Active', 'Terminating'], 'Active'),
      conditions: projectConditions(status['conditions']),
    },
  };
}

export function projectNode(object: Raw): Node {
  const spec = raw(object['spec']);
  const status = raw(object['status']);
  return {
    kind: 'Node',
    metadata: projectMeta(object),
    spec: {
      providerID: string(spec['providerID']),
      unschedulable: spec['unschedulable'] === true,
      taints: array(spec['taints'])
        .map(raw)
        .map((taint) => ({ key: string(taint['key']), value: string(taint['value']), effect: string(taint['effect']) })),
      podCIDRs: strings(spec['podCIDRs']),
    },
    status: {
      conditions: projectConditions(status['conditions']),
      addresses: array(status['addresses'])
        .map(raw)
        .map((address) => ({ type: string(address['type']), address: string(address['address']) })),
      kubeletVersion: string(raw(status['nodeInfo'])['kubeletVersion']),
    },
  };
}
