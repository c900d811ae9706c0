import { mkdir, writeFile } from 'node:fs/promises';
import { dump } from 'js-yaml';
import { explainNeeds } from '../../src/core/explain/explain-service.ts';
import { listNeeds } from '../../src/core/list/list-services.ts';
import { resources, type ResourceName } from '../../src/core/model/resources.ts';
import { reachNeeds } from '../../src/core/reach/needs.ts';
import { clusterFactsWants } from '../../src/core/tree/cluster-facts.ts';
import { triageResources } from '../../src/core/triage/wanted.ts';

const folder = new URL('../../deploy/', import.meta.url);

/** `deploy/role.yaml`: the rights that the answers need, from what they read, and nothing more. */
export async function gen(): Promise<void> {
  const wanted = new Set<ResourceName>([
    ...triageResources,
    ...explainNeeds,
    ...listNeeds,
    ...reachNeeds,
    ...clusterFactsWants,
    'namespaces',
  ]);
  const byGroup = Map.groupBy([...wanted].sort(), (name) => resources[name].group);
  const rules = [...byGroup]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([group, names]) => ({ apiGroups: [group], resources: names, verbs: ['get', 'list', 'watch'] }));
  const role = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'k8s-svc', labels: { 'app.kubernetes.io/name': 'k8s-svc' } },
    rules,
  };
  const binding = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'k8s-svc', labels: { 'app.kubernetes.io/name': 'k8s-svc' } },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'k8s-svc' },
    subjects: [{ kind: 'ServiceAccount', name: 'k8s-svc', namespace: 'k8s-svc' }],
  };
  await mkdir(folder, { recursive: true });
  const head =
    '# Written by `npm run gen` from what the checks and answers read. No Secrets, no exec, nothing that writes.\n' +
    '# Reading /openapi/v3 needs no rule: the default ClusterRole system:discovery lets every account that has logged in do it.\n' +
    '# The account is ServiceAccount k8s-svc in namespace k8s-svc; change the subject to your own.\n';
  const yaml = [role, binding].map((object) => dump(object, { lineWidth: 120, noRefs: true })).join('---\n');
  await writeFile(new URL('role.yaml', folder), head + yaml);
}
