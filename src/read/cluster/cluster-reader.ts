import type { KubeConfig } from '@kubernetes/client-node';
import { SYSTEM_NAMESPACE } from '../../core/model/cluster/cluster-dns.ts';
import { buildSnapshot, type Coverage } from '../../core/model/build-snapshot.ts';
import { SERVICE_NAME_LABEL } from '../../core/model/kinds/endpoint-slice.ts';
import type { Reader } from '../../core/model/reader.ts';
import { resources, type ResourceName } from '../../core/model/resources.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import { Problem } from '../../core/problem/problem.ts';
import { systemResources } from './around.ts';
import { Connection } from './connection.ts';
import { dryRunOver } from './dry-run.ts';
import { toProblem } from './failures.ts';
import type { List, ListCall } from './list-call.ts';
import { listResource, type ListOptions } from './list-resource.ts';
import { inhabitants, podsOfControllers, readRefusedInNamespace, targetsOfAliases } from './lists-around.ts';
import { ownShapesOver } from './own-shapes.ts';
import { refuseWhenNothingIsReadable } from './refuse-unreadable.ts';
import { findServices, secondWave } from './second-wave.ts';

export interface ClusterReaderOptions {
  readonly config: KubeConfig;
  readonly now: () => number;
}

/**
 * A Reader over a live cluster. The surroundings of one Service take two waves of parallel lists, a scan one list for
 * each resource, however many Services there are.
 */
export function createClusterReader({ config, now }: ClusterReaderOptions): Reader {
  const cluster = config.getCurrentCluster();
  if (cluster === null) throw new Problem('bad-request', 'The kubeconfig names no cluster.');
  const name = config.getCurrentContext();
  const connection = new Connection(config, cluster);
  const list: ListCall = (resource, options, signal) => listResource(connection, resource, options, signal);

  async function read(scope: Scope, wanted: readonly ResourceName[], signal: AbortSignal) {
    const namespace = scope.kind === 'cluster' ? undefined : scope.namespace;
    const [first, ofSystem] = await Promise.all([
      Promise.all(
        wanted.map(async (resource): Promise<readonly [ResourceName, List]> => [
          resource,
          await list(resource, optionsFor(resource, scope), signal),
        ]),
      ),
      Promise.all(
        systemResources(scope, wanted).map(async (resource): Promise<readonly [ResourceName, List]> => [
          resource,
          await list(resource, { namespace: SYSTEM_NAMESPACE }, signal),
        ]),
      ),
    ]);
    // A CRD that is not there is read without any right: it does not prove that the account may read something.
    refuseWhenNothingIsReadable(
      first.filter(([resource]) => resources[resource].optional !== true).map(([, value]) => value),
      name,
      signal,
    );
    const [more, inNamespace, ofControllers, ofAliases, everywhere] = await Promise.all([
      secondWave(list, scope, new Map(first), signal),
      namespace === undefined ? new Map<ResourceName, List>() : readRefusedInNamespace(list, first, namespace, signal),
      podsOfControllers(list, scope, new Map(first), signal),
      targetsOfAliases(list, scope, new Map(first), signal),
      inhabitants(list, scope, wanted, new Map(first), signal),
    ]);
    const lists = Object.fromEntries(
      first.map(([resource, value]) => [resource, coverage(resource, namespace, value, inNamespace.get(resource))]),
    );
    for (const [resource, found] of ofAliases) {
      lists[resource] = { ...lists[resource], namespaces: new Map([...(lists[resource]?.namespaces ?? []), ...found]) };
    }
    for (const [resource, value] of ofSystem) {
      lists[resource] = {
        ...lists[resource],
        namespaces: new Map([...(lists[resource]?.namespaces ?? []), [SYSTEM_NAMESPACE, value]]),
      };
    }
    for (const [resource, value] of everywhere) lists[resource] = { ...lists[resource], everywhere: value };
    const { allServices, slices, ...narrow } = more;
    if (slices !== undefined && namespace !== undefined) {
      lists['endpointslices'] = {
        ...lists['endpointslices'],
        namespaces: new Map([...(lists['endpointslices']?.namespaces ?? []), [namespace, slices]]),
      };
    }
    const podsMatching = new Map([...(narrow.podsMatching ?? []), ...ofControllers]);
    if (allServices !== undefined) lists['services'] = { ...lists['services'], everywhere: allServices };
    return buildSnapshot({ cluster: name, scope, takenAt: now(), lists, ...narrow, podsMatching });
  }

  /** Turns what every request would fail with into a sentence, once. */
  async function guarded<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw toProblem(error, name, cluster?.server ?? '');
    }
  }

  return {
    cluster: name,
    defaultNamespace: config.getContextObject(name)?.namespace,
    read: (scope, wanted, signal) => guarded(read(scope, wanted, signal)),
    findServices: (service, signal) => guarded(findServices(list, service, signal)),
    dryRun: dryRunOver(connection),
    shapes: ownShapesOver(connection, now),
  };
}

function optionsFor(resource: ResourceName, scope: Scope): ListOptions {
  if (scope.kind === 'cluster') return {};
  if (resource === 'namespaces') return { fieldSelector: `metadata.name=${scope.namespace}` };
  if (!resources[resource].namespaced || resources[resource].wide === true) return {};
  // Of kube-system all are read: whether the cluster's DNS has endpoints concerns every Service.
  if (resource === 'endpointslices' && scope.kind === 'service' && scope.namespace !== SYSTEM_NAMESPACE) {
    return { namespace: scope.namespace, labelSelector: `${SERVICE_NAME_LABEL}=${scope.name}` };
  }
  return { namespace: scope.namespace };
}

function coverage(
  resource: ResourceName,
  namespace: string | undefined,
  value: List,
  inNamespace: List | undefined,
): Coverage<ResourceName> {
  if (namespace !== undefined && resources[resource].wide === true) {
    return { everywhere: value, ...(inNamespace !== undefined && { namespaces: new Map([[namespace, inNamespace]]) }) };
  }
  const narrow = namespace !== undefined && (resources[resource].namespaced || resource === 'namespaces');
  return narrow ? { namespaces: new Map([[namespace, value]]) } : { everywhere: value };
}
