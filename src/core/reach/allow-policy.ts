import type { Labels } from '../model/kinds/meta.ts';
import { NAMESPACE_NAME_LABEL } from '../network-policy/namespace-labels.ts';
import type { PodPeer } from '../network-policy/peer.ts';
import type { PortSet } from '../network-policy/port-set.ts';
import type { Direction } from '../network-policy/selected-policies.ts';
import { isExternal } from './ends.ts';
import type { Side } from './cases.ts';

/** Labels that controllers put on single pods or rollouts: a policy with them would not hold for the next pod. */
const ofOnePod =
  /^(pod-template-hash|controller-revision-hash|pod-template-generation|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|(batch\.kubernetes\.io\/)?(job-name|controller-uid)|batch\.kubernetes\.io\/job-completion-index)$/u;

/**
 * The NetworkPolicy that lets this connection through in one direction, as YAML. Policies add up, so that it can be
 * applied beside those that exist. undefined when there are no labels to select by.
 */
export function allowPolicy(direction: Direction, from: Side, to: Side, ports: PortSet): string | undefined {
  const [subject, other] = direction === 'ingress' ? [to, from] : [from, to];
  const pod = firstPod(subject);
  const selector = pod === undefined ? undefined : lasting(pod.labels.labels);
  const peer = peerLines(other);
  if (pod?.namespace === undefined || selector === undefined || peer === undefined) return undefined;
  const names = [from, to].map((side) => (isExternal(side.end) ? 'outside' : side.end.name)).join('-to-');
  const portLines = (['TCP', 'UDP', 'SCTP'] as const).flatMap((protocol) =>
    ports[protocol].flatMap(([first, last]) => [
      `        - protocol: ${protocol}`,
      `          port: ${first}`,
      ...(last > first ? [`          endPort: ${last}`] : []),
    ]),
  );
  return [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata:',
    `  name: allow-${direction}-${names}`.slice(0, 8 + 253),
    `  namespace: ${pod.namespace}`,
    'spec:',
    '  podSelector:',
    ...matchLabels(selector, '    '),
    `  policyTypes: [${direction === 'ingress' ? 'Ingress' : 'Egress'}]`,
    `  ${direction}:`,
    `    - ${direction === 'ingress' ? 'from' : 'to'}:`,
    ...peer,
    ...(portLines.length === 0 ? [] : ['      ports:', ...portLines]),
    '',
  ].join('\n');
}

function peerLines({ end, ...side }: Side): readonly string[] | undefined {
  if (isExternal(end)) return ['        - ipBlock:', `            cidr: ${end.cidr}`];
  const pod = firstPod({ end, ...side });
  const namespace = end.kind === 'Namespace' ? end.name : pod?.namespace;
  if (namespace === undefined) return undefined;
  const selector = end.kind === 'Namespace' || pod === undefined ? undefined : lasting(pod.labels.labels);
  return [
    '        - namespaceSelector:',
    ...matchLabels({ [NAMESPACE_NAME_LABEL]: namespace }, '            '),
    ...(selector === undefined ? [] : ['          podSelector:', ...matchLabels(selector, '            ')]),
  ];
}

function firstPod({ peers }: Side): PodPeer | undefined {
  return peers.find((peer) => peer.is === 'pod');
}

function lasting(labels: Labels): Labels | undefined {
  const kept = Object.entries(labels).filter(([key]) => !ofOnePod.test(key));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function matchLabels(labels: Labels, indent: string): readonly string[] {
  // JSON strings are YAML strings: a value like "true" or "1.10" stays one.
  return [
    `${indent}matchLabels:`,
    ...Object.entries(labels).map(([key, value]) => `${indent}  ${key}: ${JSON.stringify(value)}`),
  ];
}
