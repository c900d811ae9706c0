import type { Namespace } from '../model/kinds/cluster.ts';
import type { Observed } from '../model/observed.ts';
import type { KnownLabels } from './label-selector.ts';

export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Labels of the namespace of this name; undefined asks for "some namespace, which is not known". */
export type NamespaceLabels = (name: string | undefined) => KnownLabels;

/**
 * What is known of the labels of each namespace. The API server sets `kubernetes.io/metadata.name` on every namespace
 * and nobody can change it, so it is known even of namespaces that were not read.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-namespace-by-its-name
 */
export function namespaceLabels(namespaces: Observed<readonly Namespace[]>): NamespaceLabels {
  const known = new Map<string, KnownLabels>();
  for (const { metadata } of namespaces.read ? namespaces.value : []) {
    const labels = { ...metadata.labels, [NAMESPACE_NAME_LABEL]: metadata.name };
    known.set(metadata.name, { labels, complete: true });
  }
  return (name) => {
    if (name === undefined) return { labels: {}, complete: false };
    return known.get(name) ?? { labels: { [NAMESPACE_NAME_LABEL]: name }, complete: false };
  };
}
