import { changeApp, type Fault } from './fault.ts';

export const searchProbePort: Fault = {
  id: 'search-probe-port',
  title: 'search: readiness probe asks another port than the app’s',
  service: { namespace: 'shop', name: 'search' },
  alert: { name: 'ServiceDown', severity: 'critical', summary: 'http://search.shop refuses connections for 5 minutes.' },
  describe: (cluster) =>
    changeApp(cluster, 'search', { probe: { port: 9090, path: '/ready' }, unreadySinceMinutes: 47, ageDays: 0 }),
};
