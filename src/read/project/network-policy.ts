import type {
  LabelSelector,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicyRule,
} from '../../core/model/kinds/network-policy.ts';
import { projectMeta } from './meta.ts';
import { array, has, intOrString, oneOf, optionalNumber, raw, string, stringMap, strings, type Raw } from './raw.ts';

/** policyTypes absent means Ingress, and Egress too when there is an egress rule. */
export function projectNetworkPolicy(object: Raw): NetworkPolicy {
  const spec = raw(object['spec']);
  const egress = array(spec['egress']).map((rule) => projectRule(raw(rule), 'to'));
  const types = strings(spec['policyTypes']).filter((type) => type === 'Ingress' || type === 'Egress');
  return {
    kind: 'NetworkPolicy',
    metadata: projectMeta(object),
    spec: {
      podSelector: projectLabelSelector(spec['podSelector']),
      policyTypes: types.length > 0 ? types : egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'],
      ingress: array(spec['ingress']).map((rule) => projectRule(raw(rule), 'from')),
      egress,
    },
  };
}

function projectRule(rule: Raw, side: 'from' | 'to'): NetworkPolicyRule {
  const peers = array(rule[side]).map(raw).map(projectPeer);
  const ports = array(rule['ports']).map(raw).map(projectPort);
  return { peers: peers.length === 0 ? undefined : peers, ports: ports.length === 0 ? undefined : ports };
}

function projectPeer(peer: Raw): NetworkPolicyPeer {
  const block = raw(peer['ipBlock']);
  return {
    podSelector: has(peer['podSelector']) ? projectLabelSelector(peer['podSelector']) : undefined,
    namespaceSelector: has(peer['namespaceSelector']) ? projectLabelSelector(peer['namespaceSelector']) : undefined,
    ipBlock: has(peer['ipBlock']) ? { cidr: string(block['cidr']), except: strings(block['except']) } : undefined,
  };
}

function projectPort(port: Raw): NetworkPolicyPort {
  return {
    protocol: oneOf(port['protocol'], ['TCP', 'UDP', 'SCTP'], 'TCP'),
    port: intOrString(port['port']),
    endPort: optionalNumber(port['endPort']),
  };
}

export function projectLabelSelector(value: unknown): LabelSelector {
  const selector = raw(value);
  return {
    matchLabels: stringMap(selector['matchLabels']),
    matchExpressions: array(selector['matchExpressions'])
      .map(raw)
      .map((expression) => ({
        key: string(expression['key']),
        operator: oneOf(expression['operator'], ['In', 'NotIn', 'Exists', 'DoesNotExist'], 'In'),
        values: strings(expression['values']),
      })),
  };
}
