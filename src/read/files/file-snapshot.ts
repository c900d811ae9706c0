import type { Coverage } from '../../core/model/build-snapshot.ts';
import { conditionOf } from '../../core/model/kinds/condition.ts';
import { isGatewayRef } from '../../core/model/kinds/route.ts';
import { observed, unread } from '../../core/model/observed.ts';
import { resourceNames, resources, type ResourceName, type Resources } from '../../core/model/resources.ts';
import { projections } from '../project/projections.ts';
import { raw, string, type Raw } from '../project/raw.ts';

type Lists = { [R in ResourceName]: readonly Resources[R][] };
export type DumpLists = { readonly [R in ResourceName]: Coverage<R> };

const byKind = new Map(resourceNames.map((name) => [resources[name].kind, name]));

/** Projects the objects of a dump into lists. The same object in two files counts once, the later one wins. */
export function listsOfDump(objects: readonly Raw[]): DumpLists {
  const found = new Map<ResourceName, Map<string, Resources[ResourceName]>>(resourceNames.map((name) => [name, new Map()]));
  for (const object of objects) {
    const resource = byKind.get(string(object['kind']));
    if (resource === undefined || !isOfGroup(resource, string(object['apiVersion']))) continue;
    const projected = projections[resource](resources[resource].namespaced ? withNamespace(object) : object);
    found.get(resource)?.set(`${projected.metadata.namespace}/${projected.metadata.name}`, projected);
  }
  const lists = Object.fromEntries([...found].map(([name, map]) => [name, inOrder(map)])) as unknown as Lists;
  const absent = kindsLeftOut(lists);
  const entries = resourceNames.map((name) => [
    name,
    { everywhere: absent.has(name) ? unread(name, 'not-in-dump') : observed(lists[name]) },
  ]);
  return Object.fromEntries(entries) as DumpLists;
}

/** As the API lists them, by namespace and name: answers must not depend on how a dump was put together. */
function inOrder<T>(byKey: ReadonlyMap<string, T>): readonly T[] {
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, object]) => object);
}

/**
 * A kind that no object of the dump has was readable and empty, unless other objects prove that there are some: every
 * Service has an EndpointSlice, a pod with a node stands on a Node. Then the kind was left out of the dump, and to
 * take it for empty would be a false alarm.
 */
function kindsLeftOut(lists: Lists): ReadonlySet<ResourceName> {
  const absent = new Set<ResourceName>();
  const owners = new Set(
    [...lists.pods, ...lists.replicasets].flatMap((object) => object.metadata.owners).map((owner) => owner.kind),
  );
  const routes = [...lists.httproutes, ...lists.grpcroutes, ...lists.tlsroutes];
  const proven: readonly (readonly [ResourceName, boolean])[] = [
    ['endpointslices', lists.services.some((service) => service.spec.type !== 'ExternalName' && service.spec.clusterIP !== '')],
    ['pods', lists.endpointslices.some((slice) => slice.endpoints.some((endpoint) => endpoint.target?.kind === 'Pod'))],
    ['nodes', lists.pods.some((pod) => pod.spec.nodeName !== undefined)],
    ['namespaces', lists.services.length > 0 || lists.pods.length > 0],
    ['replicasets', owners.has('ReplicaSet')],
    ['deployments', owners.has('Deployment')],
    ['statefulsets', owners.has('StatefulSet')],
    ['daemonsets', owners.has('DaemonSet')],
    // Somebody serves it, so that its class is there.
    [
      'ingressclasses',
      lists.ingresses.some(
        ({ spec, status }) => !spec.classFromAnnotation && spec.className !== undefined && status.addresses.length > 0,
      ),
    ],
    ['gatewayclasses', lists.gateways.some(({ status }) => conditionOf(status.conditions, 'Accepted')?.status === 'True')],
    [
      'gateways',
      routes.some(({ status }) =>
        status.parents.some((one) => isGatewayRef(one.parentRef) && conditionOf(one.conditions, 'Accepted')?.status === 'True'),
      ),
    ],
  ];
  for (const [resource, exists] of proven) if (exists && lists[resource].length === 0) absent.add(resource);
  // Without ReplicaSets nothing tells whether Deployments were asked for; with pods of a ReplicaSet there usually are some.
  if (absent.has('replicasets') && lists.deployments.length === 0) absent.add('deployments');
  return absent;
}

/** `apps/v1` and the older `apps/v1beta1` are the same kind here; a CRD's own `Service` (Knative) is not. */
function isOfGroup(resource: ResourceName, apiVersion: string): boolean {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return group === resources[resource].group || (resource === 'events' && group === 'events.k8s.io');
}

/** A manifest without a namespace goes to `default`, as kubectl would apply it. */
function withNamespace(object: Raw): Raw {
  const metadata = raw(object['metadata']);
  return string(metadata['namespace']) === '' ? { ...object, metadata: { ...metadata, namespace: 'default' } } : object;
}
