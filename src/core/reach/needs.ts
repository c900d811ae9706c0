import type { ResourceName } from '../model/resources.ts';

/** What has to be asked of a reader before `reach` and `reachAll`. Anything of it may come back unread. */
export const reachNeeds: readonly ResourceName[] = [
  'namespaces',
  'nodes',
  'services',
  'endpointslices',
  'pods',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'replicationcontrollers',
  'jobs',
  'cronjobs',
  'ingresses',
  'networkpolicies',
];
