import { changeApp, type Fault } from './fault.ts';

export const gatewayReadinessFailing: Fault = {
  id: 'gateway-readiness-failing',
  title: 'gateway: readiness probe answers 500',
  service: { namespace: 'shop', name: 'gateway' },
  alert: { name: 'KubePodNotReady', severity: 'critical', summary: 'Pods of gateway are not ready for 15 minutes.' },
  describe: (cluster) =>
    changeApp(cluster, 'gateway', { probe: { port: 'https', path: '/healthz', status: 500 }, unreadySinceMinutes: 17 }),
};
