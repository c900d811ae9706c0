import type { Labels } from '../../../src/core/model/kinds/meta.ts';
import type { LabelSelector, NetworkPolicy, NetworkPolicyRule } from '../../../src/core/model/kinds/network-policy.ts';
import type { Protocol } from '../../../src/core/model/kinds/service.ts';
import type { PodPeer } from '../../../src/core/network-policy/peer.ts';
import { knownNamespaces, peer } from './world.ts';

/**
 * The specification read literally, for one packet between two pods, with nothing of the evaluation under test: no sets
 * of ports, no certainty. An ipBlock never admits a pod here, as for a plugin that keeps it to outside addresses.
 */
export function passes(
  policies: readonly NetworkPolicy[],
  from: string,
  to: string,
  protocol: Protocol,
  port: number,
): boolean {
  if (from === to) return true;
  const [source, target] = [peer(from) as PodPeer, peer(to) as PodPeer];
  const open = (pod: PodPeer, other: PodPeer, type: 'Ingress' | 'Egress'): boolean => {
    const isolating = policies.filter(
      ({ metadata, spec }) =>
        metadata.namespace === pod.namespace && spec.policyTypes.includes(type) && matches(spec.podSelector, pod.labels.labels),
    );
    if (isolating.length === 0) return true;
    return isolating.some(({ metadata, spec }) =>
      (type === 'Ingress' ? spec.ingress : spec.egress).some(
        (rule) => admits(rule, metadata.namespace, other) && opens(rule, target, protocol, port),
      ),
    );
  };
  return open(source, target, 'Egress') && open(target, source, 'Ingress');
}

function admits({ peers }: NetworkPolicyRule, own: string, pod: PodPeer): boolean {
  if (peers === undefined) return true;
  for (const { podSelector, namespaceSelector } of peers) {
    if (podSelector === undefined && namespaceSelector === undefined) continue;
    const place =
      namespaceSelector === undefined
        ? pod.namespace === own
        : matches(namespaceSelector, knownNamespaces(pod.namespace).labels);
    if (place && (podSelector === undefined || matches(podSelector, pod.labels.labels))) return true;
  }
  return false;
}

function opens({ ports }: NetworkPolicyRule, target: PodPeer, protocol: Protocol, port: number): boolean {
  if (ports === undefined) return true;
  return ports.some((rule) => {
    if (rule.protocol !== protocol) return false;
    if (rule.port === undefined) return true;
    if (typeof rule.port === 'number') return port >= rule.port && port <= (rule.endPort ?? rule.port);
    return (target.ports ?? []).some(
      (one) => one.name === rule.port && one.protocol === protocol && one.containerPort === port,
    );
  });
}

function matches({ matchLabels, matchExpressions }: LabelSelector, labels: Labels): boolean {
  for (const key in matchLabels) if (labels[key] !== matchLabels[key]) return false;
  for (const { key, operator, values } of matchExpressions) {
    const value = labels[key];
    if (operator === 'In' && (value === undefined || !values.includes(value))) return false;
    if (operator === 'NotIn' && value !== undefined && values.includes(value)) return false;
    if (operator === 'Exists' && value === undefined) return false;
    if (operator === 'DoesNotExist' && value !== undefined) return false;
  }
  return true;
}
