import { buildEndpointSlices } from './build-endpoint-slices.ts';
import { buildAppEvents, buildServiceEvents } from './build-events.ts';
import { buildExtras } from './build-extras.ts';
import { buildNamespaces, buildNodes } from './build-nodes.ts';
import { buildPods } from './build-pods.ts';
import { buildService } from './build-service.ts';
import { buildWorkload } from './build-workload.ts';
import type { ClusterDescription, KubernetesObject } from './description.ts';

/** All objects of the cluster, as one `kubectl get … -A` would list them. */
export function buildCluster(cluster: ClusterDescription): readonly KubernetesObject[] {
  const { now } = cluster;
  const workloads = cluster.apps.map((app) => {
    const objects = buildWorkload(app, now);
    const owner = objects.at(-1);
    const pods = owner === undefined ? [] : buildPods(app, owner, cluster);
    return { objects, pods, events: buildAppEvents(app, objects, pods, now) };
  });
  const pods = workloads.flatMap((one) => one.pods);
  const services = cluster.services.flatMap((service) => {
    const object = buildService(service, now);
    return [object, ...buildEndpointSlices(service, pods, cluster), ...buildServiceEvents(service, object, now)];
  });
  const objects = [
    ...buildNamespaces(cluster),
    ...buildNodes(cluster),
    ...workloads.flatMap((one) => one.objects.concat(one.pods, one.events)),
    ...services,
    ...buildExtras(cluster),
  ];
  return objects.map((object, index) => withVersion(object, String(510_000 + index * 37)));
}

function withVersion(object: KubernetesObject, resourceVersion: string): KubernetesObject {
  return { ...object, metadata: { ...object.metadata, resourceVersion } };
}
