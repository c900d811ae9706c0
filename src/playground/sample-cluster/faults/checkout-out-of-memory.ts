import { changeApp, type Fault } from './fault.ts';

export const checkoutOutOfMemory: Fault = {
  id: 'checkout-out-of-memory',
  title: 'checkout: killed for its memory',
  service: { namespace: 'shop', name: 'checkout' },
  alert: { name: 'KubePodCrashLooping', severity: 'critical', summary: 'Pods of checkout are in CrashLoopBackOff.' },
  describe: (cluster) =>
    changeApp(cluster, 'checkout', {
      memory: '48Mi',
      trouble: { kind: 'crash', exitCode: 137, reason: 'OOMKilled', restarts: 5 },
      unreadySinceMinutes: 8,
    }),
};
