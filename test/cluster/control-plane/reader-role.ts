import { resources } from '../../../src/core/model/resources.ts';

const name = 'k8s-svc-reader';
const apiGroup = 'rbac.authorization.k8s.io';

/**
 * Exactly what k8s-svc reads, for the accounts that are not administrators: the group `k8s-svc-readers` (client
 * certificate) and the service account `k8s-svc`. Made from the table of the readers, so that a resource which one of
 * them asks for and the table lacks shows as refused.
 */
export function readerRole(): object {
  const rules = Object.entries(resources).map(([resource, { group }]) => ({
    apiGroups: [group],
    resources: [resource],
    verbs: ['get', 'list', 'watch'],
  }));
  const account = { namespace: 'kube-system', name: 'k8s-svc' };
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { apiVersion: `${apiGroup}/v1`, kind: 'ClusterRole', metadata: { name }, rules },
      {
        apiVersion: `${apiGroup}/v1`,
        kind: 'ClusterRoleBinding',
        metadata: { name },
        roleRef: { apiGroup, kind: 'ClusterRole', name },
        subjects: [
          { apiGroup, kind: 'Group', name: 'k8s-svc-readers' },
          { kind: 'ServiceAccount', ...account },
        ],
      },
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: account },
    ],
  };
}
