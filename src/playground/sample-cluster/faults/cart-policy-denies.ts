import { DAY, time, uidOf } from '../stable.ts';
import type { Fault } from './fault.ts';

export const cartPolicyDenies: Fault = {
  id: 'cart-policy-denies',
  title: 'cart: NetworkPolicy lets nobody in',
  service: { namespace: 'shop', name: 'cart' },
  alert: { name: 'ServiceDown', severity: 'critical', summary: 'http://cart.shop times out for 5 minutes.' },
  objects: (objects, now) => [
    ...objects,
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: {
        creationTimestamp: time(now - DAY / 48),
        generation: 1,
        name: 'cart-deny-all',
        namespace: 'shop',
        uid: uidOf('NetworkPolicy', 'shop', 'cart-deny-all'),
      },
      spec: { podSelector: { matchLabels: { app: 'cart' } }, policyTypes: ['Ingress'] },
    },
  ],
};
