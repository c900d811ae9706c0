import type { ClusterDescription } from '../../src/playground/sample-cluster/description.ts';
import { shopCluster } from '../../src/playground/sample-cluster/shop.ts';

const zones = ['europe-west1-b', 'europe-west1-c', 'europe-west1-d'] as const;
const catalog = {
  namespace: 'shop',
  image: 'registry.example/shop/catalog:6.2.0',
  labels: { app: 'catalog' },
  ports: [{ name: 'http', port: 8080 }],
  probe: { port: 'http', path: '/healthz' },
  ageDays: 9,
};

/** The sample cluster with more nodes, a Service of 200 pods (12 of them not ready), and a load balancer that nobody makes. */
export const pictureCluster: ClusterDescription = {
  ...shopCluster,
  nodes: [
    ...shopCluster.nodes,
    ...Array.from({ length: 21 }, (_, index) => ({
      name: `shop-pool-${index + 4}`,
      zone: zones[index % zones.length] ?? '',
      address: `10.132.0.${index + 14}`,
      podCIDR: `10.244.${index + 4}.0/24`,
    })),
  ],
  apps: [
    ...shopCluster.apps,
    { ...catalog, name: 'catalog', replicas: 188 },
    { ...catalog, name: 'catalog-next', replicas: 12, unreadySinceMinutes: 21 },
  ],
  services: [
    ...shopCluster.services,
    {
      name: 'catalog',
      namespace: 'shop',
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      ageDays: 180,
    },
    {
      name: 'storefront',
      namespace: 'shop',
      type: 'LoadBalancer',
      selector: { app: 'web' },
      ports: [{ name: 'http', port: 80, targetPort: 'http', nodePort: 30808 }],
      ageDays: 1,
    },
  ],
};

/** What the pictures in docs/pictures/ are called, and the Service of namespace shop that each of them shows. */
export const pictureCases = {
  'healthy-ingress': 'web',
  'load-balancer-pending': 'storefront',
  'selector-typo': 'checkout',
  'not-ready': 'search',
  'two-hundred-pods': 'catalog',
  'headless-statefulset': 'postgres',
  'external-name': 'tax-rates',
} as const;
