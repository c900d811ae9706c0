import type { ClusterDescription } from './description.ts';
import { faultsAtStart } from './faults/all-faults.ts';
import { healthyShop } from './healthy-shop.ts';

/**
 * The sample cluster as it is found. Healthy: web, cart, postgres, gateway, tax-rates. Broken: checkout (selector typo),
 * search (probe on another port than the app's), reports (scaled to zero), payments (targetPort with a name that no
 * container has) and mailer (pods in another namespace).
 */
export const shopCluster: ClusterDescription = faultsAtStart.reduce(
  (cluster, fault) => fault.describe?.(cluster) ?? cluster,
  healthyShop,
);
