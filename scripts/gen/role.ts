import { mkdir, writeFile } from 'node:fs/promises';
import { dump } from 'js-yaml';
import { clusterScopedRules, namespacedRules, readRules } from './read-rules.ts';

const deploy = new URL('../../deploy/', import.meta.url);
const apiGroup = 'rbac.authorization.k8s.io';
const labels = { 'app.kubernetes.io/name': 'k8s-svc' };
const written = '# Written by `npm run gen` from what the checks and answers read. No Secrets, no exec, nothing that writes.\n';
const openApi =
  '# Reading /openapi/v3 needs no rule: the default ClusterRole system:discovery lets every account that has logged in do it.\n';

/**
 * The rights that the answers need, from what they read, and nothing more: `deploy/role.yaml` to apply by hand, the same
 * in the Kustomize base, and the bare rules for the chart, which can also grant them namespace by namespace.
 */
export async function gen(): Promise<void> {
  const role = { apiVersion: `${apiGroup}/v1`, kind: 'ClusterRole', metadata: { name: 'k8s-svc', labels }, rules: readRules() };
  const binding = {
    apiVersion: `${apiGroup}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'k8s-svc', labels },
    roleRef: { apiGroup, kind: 'ClusterRole', name: 'k8s-svc' },
    subjects: [{ kind: 'ServiceAccount', name: 'k8s-svc', namespace: 'k8s-svc' }],
  };
  const both = [role, binding].map(yaml).join('---\n');
  await write(
    'role.yaml',
    `${written}${openApi}# The account is ServiceAccount k8s-svc in namespace k8s-svc; change the subject to your own.\n${both}`,
  );
  await write('kustomize/base/role.yaml', `${written}${openApi}${both}`);
  await write('chart/files/rules.yaml', written + yaml({ clusterScoped: clusterScopedRules(), namespaced: namespacedRules() }));
}

function yaml(object: object): string {
  return dump(object, { lineWidth: 120, noRefs: true });
}

async function write(path: string, text: string): Promise<void> {
  const file = new URL(path, deploy);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, text);
}
