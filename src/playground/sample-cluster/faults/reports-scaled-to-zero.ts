import { changeApp, type Fault } from './fault.ts';

export const reportsScaledToZero: Fault = {
  id: 'reports-scaled-to-zero',
  title: 'reports: scaled to zero',
  service: { namespace: 'shop', name: 'reports' },
  alert: { name: 'ServiceWithoutEndpoints', severity: 'warning', summary: 'Service reports has no endpoints.' },
  describe: (cluster) => changeApp(cluster, 'reports', { replicas: 0, scaledDownMinutesAgo: 190 }),
};
