import { changeApp, type Fault } from './fault.ts';

export const dnsDown: Fault = {
  id: 'dns-down',
  title: 'the cluster’s DNS crashes',
  service: { namespace: 'kube-system', name: 'kube-dns' },
  alert: { name: 'CoreDNSDown', severity: 'critical', summary: 'CoreDNS has disappeared from Prometheus target discovery.' },
  describe: (cluster) =>
    changeApp(cluster, 'coredns', {
      trouble: { kind: 'crash', exitCode: 1, reason: 'Error', restarts: 7 },
      unreadySinceMinutes: 12,
    }),
};
