import { changeApp, type Fault } from './fault.ts';

export const webCrashLooping: Fault = {
  id: 'web-crash-looping',
  title: 'web: pods crash',
  service: { namespace: 'shop', name: 'web' },
  alert: { name: 'KubePodCrashLooping', severity: 'critical', summary: 'Pods of web are in CrashLoopBackOff.' },
  describe: (cluster) =>
    changeApp(cluster, 'web', {
      image: 'registry.example/shop/web:4.13.0',
      trouble: { kind: 'crash', exitCode: 1, reason: 'Error', restarts: 6 },
      unreadySinceMinutes: 9,
    }),
};
