import { changeService, type Fault } from './fault.ts';

export const checkoutSelectorTypo: Fault = {
  id: 'checkout-selector-typo',
  title: 'checkout: typo in the selector',
  service: { namespace: 'shop', name: 'checkout' },
  alert: { name: 'ServiceWithoutEndpoints', severity: 'critical', summary: 'Service checkout has no endpoints.' },
  describe: (cluster) => changeService(cluster, 'checkout', { selector: { app: 'chekout' } }),
};
