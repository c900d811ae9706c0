import type { Theme } from '../check.ts';

/** Themes of checks as people read them, in the order of `themes`. */
export const themeWords: Readonly<Record<Theme, string>> = {
  scope: 'The Service itself',
  selector: 'Selector and labels',
  ports: 'Ports',
  workload: 'Workload',
  pods: 'Pods',
  endpoints: 'Endpoints',
  ip: 'IP addresses',
  'load-balancer': 'Load balancer',
  policy: 'Traffic policies',
  'network-policy': 'NetworkPolicy',
  gateway: 'Gateway and routes',
  ingress: 'Ingress',
  stateful: 'StatefulSet and headless',
  'external-name': 'ExternalName',
  cluster: 'Cluster',
  note: 'Notes',
};
