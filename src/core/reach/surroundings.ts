import type { Snapshot } from '../model/snapshot.ts';
import { anyPodOf } from '../network-policy/peer.ts';
import { selects } from '../network-policy/label-selector.ts';
import type { Side } from './cases.ts';
import type { PodGroup } from './pod-groups.ts';
import type { PolicyView } from './policy-view.ts';

/** Namespaces without pods that a rule names: whatever will run there is let in, or may be called. */
export function emptyNamespaces(snapshot: Snapshot, groups: readonly PodGroup[], view: PolicyView): readonly Side[] {
  const namespaces = snapshot.all('namespaces');
  if (!namespaces.read) return [];
  const inhabited = new Set(groups.map(({ ref }) => ref.namespace));
  const selectors = [...inhabited]
    .flatMap((name) => (name === undefined ? [] : (view.policiesOf(name) ?? [])))
    .flatMap(({ spec }) => spec.ingress.concat(spec.egress))
    .flatMap((rule) => rule.peers ?? [])
    .flatMap(({ namespaceSelector }) => (namespaceSelector === undefined ? [] : [namespaceSelector]))
    .filter((selector) => Object.keys(selector.matchLabels).length + selector.matchExpressions.length > 0);
  return namespaces.value
    .map(({ metadata }) => metadata.name)
    .filter((name) => !inhabited.has(name) && selectors.some((selector) => selects(selector, view.namespaces(name)) === 'yes'))
    .map((name) => ({ end: { kind: 'Namespace', name }, peers: [anyPodOf(name)] }));
}

/** The address families that the pods use: IPv4 unless their addresses say otherwise. */
export function familiesOf(groups: readonly PodGroup[]): readonly (4 | 6)[] {
  const families = new Set(groups.flatMap(({ pods }) => pods).flatMap((pod) => pod.addresses.map((address) => address.family)));
  return families.size === 0 ? [4] : [...families].sort((a, b) => a - b);
}
