import type { KubeConfig } from '@kubernetes/client-node';
import { DNS_PODS, SYSTEM_NAMESPACE } from '../../core/model/cluster/cluster-dns.ts';
import { buildSnapshot, podsKey, type Coverage } from '../../core/model/build-snapshot.ts';
import { SERVICE_NAME_LABEL } from '../../core/model/kinds/endpoint-slice.ts';
import { observed, unread } from '../../core/model/observed.ts';
import type { Reader } from '../../core/model/reader.ts';
import { resources, type ResourceName } from '../../core/model/resources.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import { Problem } from '../../core/problem/problem.ts';
import type { WatchCache } from './cache/watch-cache.ts';
import type { ConfigSource } from './config-source.ts';
import { Connection, type ApiCall } from './connection.ts';
import { dryRunOver } from './dry-run.ts';
import { toProblem } from './failures.ts';
import { readersByPerson } from './impersonation.ts';
import type { List, ListCall } from './list-call.ts';
import { listResource, type ListOptions } from './list-resource.ts';
import { inhabitants, podsOfControllers, readRefusedInNamespace, targetsOfAliases } from './lists-around.ts';
import { ownShapesOver } from './own-shapes.ts';
import { refuseWhenNothingIsReadable } from './refuse-unreadable.ts';
import { servedGroupsOver } from './served-groups.ts';
import { moreOfSystem, systemLists } from './system-lists.ts';
import { matters, waits } from './what-matters.ts';
import { findServices, secondWave } from './second-wave.ts';

export interface ClusterReaderOptions {
  readonly config: KubeConfig;
  /** What people call the cluster; the context by default. */
  readonly name?: string;
  /** For what runs long: notices a changed kubeconfig and renews refused credentials. */
  readonly source?: ConfigSource;
  readonly now: () => number;
  /**
   * Lists come out of it, where it holds them. It was read with the rights of the account in the kubeconfig: a reader that
   * acts for a person must be made without it.
   */
  readonly cache?: WatchCache;
  /** Told of each request to the API server. */
  readonly onCall?: (call: ApiCall) => void;
  /** In place of a new one: to read for somebody over a connection that stands. */
  readonly connection?: Connection;
}

/**
 * A Reader over a live cluster. The surroundings of one Service take two waves of parallel lists, the second for what the
 * first shows to matter (a third asks for the pods of an ingress controller); a scan takes one list for each resource,
 * however many Services there are. Kinds that the server does not have are not asked for. docs/performance.md counts.
 */
export function createClusterReader(options: ClusterReaderOptions): Reader {
  const { config, now, source } = options;
  const cluster = config.getCurrentCluster();
  if (cluster === null) throw new Problem('bad-request', 'The kubeconfig names no cluster.');
  const context = config.getCurrentContext();
  const name = options.name ?? context;
  const connection = options.connection ?? Connection.open(config, cluster, { source, onCall: options.onCall });
  // It was read with the rights of the account: whoever reads as a person gets what the API server gives that person.
  const cache = connection.person === undefined ? options.cache : undefined;
  const direct: ListCall = (resource, options, signal) => listResource(connection, resource, options, signal);
  const list = cache?.lists(direct) ?? direct;
  const directlyServed = servedGroupsOver(connection, now);
  const served = cache?.served(directlyServed) ?? directlyServed;

  async function read(scope: Scope, wanted: readonly ResourceName[], signal: AbortSignal) {
    const namespace = scope.kind === 'cluster' ? undefined : scope.namespace;
    // One question about the groups for all kinds that need not be there, and none where no such kind is wanted.
    const groups = wanted.some((one) => resources[one].optional === true) ? served(signal) : undefined;
    const listHere = async (resource: ResourceName): Promise<readonly [ResourceName, List]> => {
      const { optional, group } = resources[resource];
      const isServed = optional !== true || ((await groups)?.has(group) ?? true);
      // Without the CRD there are none, and none is what the answer is about.
      return [resource, isServed ? await list(resource, optionsFor(resource, scope), signal) : observed([])];
    };
    const [atOnce, system] = await Promise.all([
      Promise.all(wanted.filter((one) => !waits(scope, one)).map(listHere)),
      systemLists(list, scope, wanted, signal),
    ]);
    // A CRD that is not there is read without any right: it does not prove that the account may read something.
    refuseWhenNothingIsReadable(
      atOnce.filter(([resource]) => resources[resource].optional !== true).map(([, value]) => value),
      name,
      signal,
      connection.person,
    );
    const known = new Map(atOnce);
    const waiting = wanted.filter((one) => waits(scope, one));
    const passed = waiting.filter((one) => !matters(one, known, scope));
    const passedOver = passed.map((one) => [one, unread(one, 'cannot-matter')] as const);
    const withLater = Promise.all(waiting.filter((one) => !passed.includes(one)).map(listHere)).then((later) => [
      ...atOnce,
      ...later,
      ...passedOver,
    ]);
    const [first, ofSystem, more, inNamespace, ofControllers, ofAliases, everywhere] = await Promise.all([
      withLater,
      moreOfSystem(list, scope, wanted, system, known, signal),
      secondWave(list, scope, known, signal),
      namespace === undefined
        ? new Map<ResourceName, List>()
        : withLater.then((all) => readRefusedInNamespace(list, all, namespace, signal)),
      withLater.then((all) => podsOfControllers(list, scope, new Map(all), signal)),
      targetsOfAliases(list, scope, known, signal),
      inhabitants(list, scope, wanted, known, signal),
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
    if (system.dnsPods !== undefined) podsMatching.set(podsKey(DNS_PODS, SYSTEM_NAMESPACE), system.dnsPods);
    if (allServices !== undefined) lists['services'] = { ...lists['services'], everywhere: allServices };
    const about = { cluster: name, scope, takenAt: now(), stale: cache?.staleness(wanted) };
    return buildSnapshot({ ...about, lists, ...narrow, podsMatching });
  }

  /** Turns what every request would fail with into a sentence, once. */
  async function guarded<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw toProblem(error, name, connection.server, context);
    }
  }

  return {
    cluster: name,
    defaultNamespace: config.getContextObject(context)?.namespace,
    read: (scope, wanted, signal) => guarded(read(scope, wanted, signal)),
    findServices: (service, signal) => guarded(findServices(list, service, signal)),
    as: readersByPerson((who) => createClusterReader({ ...options, connection: connection.as(who) })),
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
