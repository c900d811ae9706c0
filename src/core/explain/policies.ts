import { heading, list } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, joinTexts, plain, text, type Text } from '../answer/text.ts';
import type {
  LabelSelector,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicyRule,
} from '../model/kinds/network-policy.ts';
import { selects } from '../network-policy/label-selector.ts';
import type { Surroundings } from './surroundings.ts';

/** NetworkPolicies that limit who gets in to any of the selected pods. Empty also when pods or policies were not read. */
export function policiesOn({ service, snapshot, livePods }: Surroundings): readonly NetworkPolicy[] {
  const policies = snapshot.in('networkpolicies', service.metadata.namespace);
  if (!policies.read || !livePods.read) return [];
  const pods = livePods.value.filter((pod) => !pod.spec.hostNetwork);
  return policies.value.filter(
    ({ spec }) =>
      spec.policyTypes.includes('Ingress') &&
      pods.some((pod) => selects(spec.podSelector, { labels: pod.metadata.labels, complete: true }) === 'yes'),
  );
}

/** Policies add up: what any of them lets in gets in. */
export function policyParts(around: Surroundings): Part[] {
  const policies = policiesOn(around);
  if (policies.length === 0) return [];
  return [
    heading('What limits it'),
    list([
      ...policies.map(({ metadata, spec }) => text`NetworkPolicy ${code(metadata.name)} lets in ${allowed(spec.ingress)}.`),
      ...(policies.length > 1
        ? [text`They add up: what any of them lets in gets in; everything else is dropped, which callers see as a timeout.`]
        : []),
    ]),
  ];
}

function allowed(rules: readonly NetworkPolicyRule[]): Text {
  if (rules.length === 0) return text`nobody`;
  return joinTexts(
    rules.map((rule) => text`${from(rule.peers)}${on(rule.ports)}`),
    '; and ',
  );
}

function from(peers: NetworkPolicyRule['peers']): Text {
  return peers === undefined ? plain('everybody') : joinTexts(peers.map(peerWords), ' or ');
}

/** `pods with tier=edge of this namespace`, `addresses in 10.0.0.0/8`. */
export function peerWords({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer): Text {
  if (ipBlock !== undefined) {
    const except = ipBlock.except.length === 0 ? [] : text` except ${joinTexts(ipBlock.except.map(code))}`;
    return text`addresses in ${code(ipBlock.cidr)}${except}`;
  }
  const pods = podSelector === undefined || isEmpty(podSelector) ? text`pods` : text`pods with ${selectorWords(podSelector)}`;
  if (namespaceSelector === undefined) return text`${pods} of this namespace`;
  if (isEmpty(namespaceSelector)) return text`${pods} of any namespace`;
  const named = nameIn(namespaceSelector);
  return named === undefined
    ? text`${pods} of namespaces with ${selectorWords(namespaceSelector)}`
    : text`${pods} of namespace ${code(named)}`;
}

/** The one namespace that is selected by its name: the API gives each the label. */
function nameIn({ matchLabels, matchExpressions }: LabelSelector): string | undefined {
  const [[key, value] = []] = Object.entries(matchLabels);
  return Object.keys(matchLabels).length === 1 && matchExpressions.length === 0 && key === 'kubernetes.io/metadata.name'
    ? value
    : undefined;
}

function isEmpty(selector: LabelSelector): boolean {
  return Object.keys(selector.matchLabels).length === 0 && selector.matchExpressions.length === 0;
}

/** As kubectl's -l writes it. */
function selectorWords({ matchLabels, matchExpressions }: LabelSelector): Text {
  const pairs = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const expressions = matchExpressions.map(({ key, operator, values }) => {
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
  });
  return [code([...pairs, ...expressions].join(','))];
}

function on(ports: NetworkPolicyRule['ports']): Text {
  if (ports === undefined) return [];
  return text` on ${joinTexts(ports.map((port) => code(portWords(port))))}`;
}

function portWords({ protocol, port, endPort }: NetworkPolicyPort): string {
  if (port === undefined) return `every ${protocol} port`;
  return endPort === undefined ? `${protocol} ${port}` : `${protocol} ${port}-${endPort}`;
}
