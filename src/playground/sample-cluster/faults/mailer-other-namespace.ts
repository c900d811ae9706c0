import { changeApp, type Fault } from './fault.ts';

export const mailerOtherNamespace: Fault = {
  id: 'mailer-other-namespace',
  title: 'mailer: pods in another namespace',
  service: { namespace: 'shop', name: 'mailer' },
  alert: { name: 'ServiceWithoutEndpoints', severity: 'critical', summary: 'Service mailer has no endpoints.' },
  describe: (cluster) => changeApp(cluster, 'mailer', { namespace: 'mail' }),
};
