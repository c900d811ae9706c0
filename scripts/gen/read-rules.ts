import { explainNeeds } from '../../src/core/explain/explain-service.ts';
import { listNeeds } from '../../src/core/list/list-services.ts';
import { resources, type ResourceName } from '../../src/core/model/resources.ts';
import { reachNeeds } from '../../src/core/reach/needs.ts';
import { clusterFactsWants } from '../../src/core/tree/cluster-facts.ts';
import { triageResources } from '../../src/core/triage/wanted.ts';

interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const wanted: readonly ResourceName[] = [
  ...new Set<ResourceName>([
    ...triageResources,
    ...explainNeeds,
    ...listNeeds,
    ...reachNeeds,
    ...clusterFactsWants,
    'namespaces',
  ]),
].sort();

/** The rules for what the answers read, one for each API group: of all of it, or of the part that `only` admits. */
export function readRules(only: (name: ResourceName) => boolean = () => true): readonly PolicyRule[] {
  return [...Map.groupBy(wanted.filter(only), (name) => resources[name].group)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([group, names]) => ({ apiGroups: [group], resources: names, verbs: ['get', 'list', 'watch'] }));
}

/** What a Role in a namespace can grant. */
export const namespacedRules = (): readonly PolicyRule[] => readRules((name) => resources[name].namespaced);

/** What only a ClusterRole can grant. */
export const clusterScopedRules = (): readonly PolicyRule[] => readRules((name) => !resources[name].namespaced);
