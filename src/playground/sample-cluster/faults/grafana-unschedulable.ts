import { changeApp, type Fault } from './fault.ts';

export const grafanaUnschedulable: Fault = {
  id: 'grafana-unschedulable',
  title: 'grafana: asks for more memory than any node has',
  service: { namespace: 'monitoring', name: 'grafana' },
  alert: { name: 'KubePodNotReady', severity: 'warning', summary: 'Pods of grafana are not ready for 15 minutes.' },
  describe: (cluster) =>
    changeApp(cluster, 'grafana', {
      memory: '64Gi',
      trouble: {
        kind: 'unschedulable',
        says: '0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
      },
      unreadySinceMinutes: 18,
    }),
};
