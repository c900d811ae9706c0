import { changeService, type Fault } from './fault.ts';

export const paymentsTargetPort: Fault = {
  id: 'payments-target-port',
  title: 'payments: wrong targetPort',
  service: { namespace: 'shop', name: 'payments' },
  alert: { name: 'ServiceDown', severity: 'critical', summary: 'http://payments.shop refuses connections for 5 minutes.' },
  describe: (cluster) => changeService(cluster, 'payments', { ports: [{ name: 'http', port: 80, targetPort: 'http-api' }] }),
};
