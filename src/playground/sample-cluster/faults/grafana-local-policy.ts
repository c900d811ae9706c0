import { changeService, type Fault } from './fault.ts';

export const grafanaLocalPolicy: Fault = {
  id: 'grafana-local-policy',
  title: 'grafana: externalTrafficPolicy Local with one pod',
  service: { namespace: 'monitoring', name: 'grafana' },
  alert: {
    name: 'ProbeFailed',
    severity: 'warning',
    summary: 'http://shop-pool-1:30300 times out; grafana answers on some nodes only.',
  },
  describe: (cluster) => changeService(cluster, 'grafana', { externalTrafficPolicy: 'Local' }),
};
