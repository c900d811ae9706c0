import type { ClusterDescription } from '../description.ts';
import type { Fault } from './fault.ts';

const quota = "googleapi: Error 403: QUOTA_EXCEEDED - Quota 'FORWARDING_RULES' exceeded. Limit: 15.0 in region europe-west1.";

export const gatewayLoadBalancerPending: Fault = {
  id: 'gateway-load-balancer-pending',
  title: 'gateway: load balancer stays pending',
  service: { namespace: 'shop', name: 'gateway' },
  alert: { name: 'ProbeFailed', severity: 'critical', summary: 'https://shop.example.com/api cannot be reached from outside.' },
  describe: (cluster): ClusterDescription => ({
    ...cluster,
    services: cluster.services.map(({ address, ...service }) => {
      if (service.name === 'gateway') return { ...service, refusedBecause: quota };
      return address === undefined ? service : { ...service, address };
    }),
  }),
};
