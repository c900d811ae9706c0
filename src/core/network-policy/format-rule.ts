import type { LabelSelector, NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicyRule } from '../model/kinds/network-policy.ts';
import type { Direction } from './selected-policies.ts';

/** Rules in words, for evidence: `TCP 80 from pods with app=web of this namespace`. */
export function formatRules(rules: readonly NetworkPolicyRule[], direction: Direction): string {
  return rules.length === 0 ? 'none' : rules.map((rule) => formatRule(rule, direction)).join('; ');
}

function formatRule({ peers, ports }: NetworkPolicyRule, direction: Direction): string {
  const others = peers === undefined ? 'everybody' : peers.map(formatPeer).join(' or ');
  const opened = ports === undefined ? 'all ports' : ports.map(formatPolicyPort).join(', ');
  return `${opened} ${direction === 'ingress' ? 'from' : 'to'} ${others}`;
}

export function formatPeer({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer): string {
  if (ipBlock !== undefined) {
    return `addresses in ${ipBlock.cidr}${ipBlock.except.length === 0 ? '' : ` except ${ipBlock.except.join(', ')}`}`;
  }
  const pods =
    podSelector === undefined || selectsAll(podSelector) ? 'all pods' : `pods with ${formatLabelSelector(podSelector)}`;
  if (namespaceSelector === undefined) return `${pods} of its own namespace`;
  return selectsAll(namespaceSelector)
    ? `${pods} of any namespace`
    : `${pods} of namespaces with ${formatLabelSelector(namespaceSelector)}`;
}

export function formatPolicyPort({ protocol, port, endPort }: NetworkPolicyPort): string {
  if (port === undefined) return `every ${protocol} port`;
  return `${protocol} ${port}${endPort === undefined ? '' : `-${endPort}`}`;
}

function selectsAll({ matchLabels, matchExpressions }: LabelSelector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

/** As kubectl's -l takes it. */
function formatLabelSelector({ matchLabels, matchExpressions }: LabelSelector): string {
  const pairs = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const expressions = matchExpressions.map(({ key, operator, values }) => {
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
  });
  return [...pairs, ...expressions].join(',');
}
