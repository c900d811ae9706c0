import type { AppDescription, ClusterDescription, KubernetesObject, ServiceDescription } from '../description.ts';

/** One way to break the sample cluster, as a switch. */
export interface Fault {
  readonly id: string;
  /** For the switch: what was done, in a few words. */
  readonly title: string;
  /** Whom it hits, and what the alert about it says. */
  readonly service: { readonly namespace: string; readonly name: string };
  readonly alert: { readonly name: string; readonly severity: 'critical' | 'warning'; readonly summary: string };
  /** A change of what was deployed: pods, endpoints and events follow from it. */
  readonly describe?: (cluster: ClusterDescription) => ClusterDescription;
  /** A change of the objects themselves, for what the description has no words for. `now` in epoch milliseconds. */
  readonly objects?: (objects: readonly KubernetesObject[], now: number) => readonly KubernetesObject[];
}

export function changeApp(cluster: ClusterDescription, name: string, change: Partial<AppDescription>): ClusterDescription {
  return { ...cluster, apps: cluster.apps.map((app) => (app.name === name ? { ...app, ...change } : app)) };
}

export function changeService(
  cluster: ClusterDescription,
  name: string,
  change: Partial<ServiceDescription>,
): ClusterDescription {
  const services = cluster.services.map((service) => (service.name === name ? { ...service, ...change } : service));
  return { ...cluster, services };
}
