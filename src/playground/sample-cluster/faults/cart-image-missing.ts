import { changeApp, type Fault } from './fault.ts';

export const cartImageMissing: Fault = {
  id: 'cart-image-missing',
  title: 'cart: image does not exist',
  service: { namespace: 'shop', name: 'cart' },
  alert: { name: 'KubePodNotReady', severity: 'critical', summary: 'Pods of cart are not ready for 15 minutes.' },
  describe: (cluster) =>
    changeApp(cluster, 'cart', {
      image: 'registry.example/shop/cart:2.7.2-rc1',
      trouble: { kind: 'image' },
      unreadySinceMinutes: 16,
    }),
};
