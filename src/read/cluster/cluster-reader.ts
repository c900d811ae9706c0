import type { KubeConfig } from '@kubernetes/client-node';
import { buildSnapshot, type Coverage } from '../../core/model/build-snapshot.ts';
import { SERVICE_NAME_LABEL } from '../../core/model/kinds/endpoint-slice.ts';
import type { Pod } from '../../core/model/kinds/pod.ts';
import { selectsPods, type Service } from '../../core/model/kinds/service.ts';
import type { Observed } from '../../core/model/observed.ts';
import type { Reader } from '../../core/model/reader.ts';
import { grantFor, resources, type ResourceName, type Resources } from '../../core/model/resources.ts';
import { formatSelector, selectorMatches } from '../../core/model/selector.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import { Problem } from '../../core/problem/problem.ts';
import { Connection } from './connection.ts';
import { toProblem } from './failures.ts';
import { listResource, type ListOptions } from './list-resource.ts';

export interface ClusterReaderOptions {
  readonly config: KubeConfig;
  readonly now: () => number;
}

interface SecondWave {
  readonly podsMatching?: ReadonlyMap<string, Observed<readonly Pod[]>>;
  readonly servicesNamed?: ReadonlyMap<string, Observed<readonly Service[]>>;
  readonly allServices?: List<'services'>;
}

const nothingMore: SecondWave = {};

type List<R extends ResourceName = ResourceName> = Observed<readonly Resources[R][]>;

/**
 * A Reader over a live cluster. The surroundings of one Service take two waves of parallel lists, a scan one list for
 * each resource, however many Services there are.
 */
export function createClusterReader({ config, now }: ClusterReaderOptions): Reader {
  const cluster = config.getCurrentCluster();
  if (cluster === null) throw new Problem('bad-request', 'The kubeconfig names no cluster.');
  const name = config.getCurrentContext();
  const connection = new Connection(config, cluster);
  const list = <R extends ResourceName>(resource: R, options: ListOptions, signal: AbortSignal) =>
    listResource(connection, resource, options, signal);

  async function read(scope: Scope, wanted: readonly ResourceName[], signal: AbortSignal) {
    const namespace = scope.kind === 'cluster' ? undefined : scope.namespace;
    const first = await Promise.all(
      wanted.map(async (resource): Promise<readonly [ResourceName, List]> => [
        resource,
        await list(resource, optionsFor(resource, scope), signal),
      ]),
    );
    refuseWhenNothingIsReadable(
      first.map(([, value]) => value),
      name,
      signal,
    );
    const lists = Object.fromEntries(first.map(([resource, value]) => [resource, coverage(resource, namespace, value)]));
    const { allServices, ...narrow } = scope.kind === 'service' ? await secondWave(scope, new Map(first), signal) : nothingMore;
    if (allServices !== undefined) lists['services'] = { ...lists['services'], everywhere: allServices };
    return buildSnapshot({ cluster: name, scope, takenAt: now(), lists, ...narrow });
  }

  /** What only the first answers can tell: where else such pods or such a Service are. */
  async function secondWave(
    scope: Scope & { kind: 'service' },
    first: ReadonlyMap<ResourceName, List>,
    signal: AbortSignal,
  ): Promise<SecondWave> {
    const services = first.get('services') as List<'services'> | undefined;
    if (services?.read !== true) return nothingMore;
    const service = services.value.find((one) => one.metadata.name === scope.name);
    if (service === undefined) {
      return {
        servicesNamed: new Map<string, Observed<readonly Service[]>>([[scope.name, await findServices(scope.name, signal)]]),
      };
    }
    const pods = first.get('pods') as List<'pods'> | undefined;
    const selected =
      pods?.read === true && pods.value.some((pod) => selectorMatches(service.spec.selector, pod.metadata.labels));
    if (!selectsPods(service) || selected || pods === undefined) return nothingMore;
    const selector = formatSelector(service.spec.selector);
    // Pods elsewhere are only worth naming when no Service of their own namespace has them.
    const [matching, everywhere] = await Promise.all([
      list('pods', { labelSelector: selector }, signal),
      list('services', {}, signal),
    ]);
    return { podsMatching: new Map<string, Observed<readonly Pod[]>>([[selector, matching]]), allServices: everywhere };
  }

  function findServices(service: string, signal: AbortSignal) {
    return list('services', { fieldSelector: `metadata.name=${service}` }, signal);
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
    findServices: (service, signal) => guarded(findServices(service, signal)),
  };
}

function optionsFor(resource: ResourceName, scope: Scope): ListOptions {
  if (scope.kind === 'cluster') return {};
  if (resource === 'namespaces') return { fieldSelector: `metadata.name=${scope.namespace}` };
  if (!resources[resource].namespaced) return {};
  if (resource === 'endpointslices' && scope.kind === 'service') {
    return { namespace: scope.namespace, labelSelector: `${SERVICE_NAME_LABEL}=${scope.name}` };
  }
  return { namespace: scope.namespace };
}

function coverage(resource: ResourceName, namespace: string | undefined, value: List): Coverage<ResourceName> {
  const narrow = namespace !== undefined && (resources[resource].namespaced || resource === 'namespaces');
  return narrow ? { namespaces: new Map([[namespace, value]]) } : { everywhere: value };
}

/** With nothing read at all there is no answer to give: then the reason is the answer. */
function refuseWhenNothingIsReadable(lists: readonly List[], cluster: string, signal: AbortSignal): void {
  if (lists.length === 0 || lists.some((list) => list.read)) return;
  const unread = lists.flatMap((list) => (list.read ? [] : list.unread));
  if (signal.aborted || unread.every((one) => one.why === 'timed-out')) {
    throw new Problem('timeout', `The API server of ${cluster} did not answer in time.`, [
      'Try again; if it stays, see whether kubectl is slow too.',
    ]);
  }
  if (unread.every((one) => one.why === 'forbidden')) {
    const grants = [...new Set(unread.map((one) => grantFor(one.resource, one.namespace)))];
    throw new Problem('cluster-forbidden', `The account that k8s-svc uses may read nothing of this in ${cluster}.`, [
      `Grant at least: ${grants.slice(0, 4).join('; ')}${grants.length > 4 ? ' …' : ''}`,
    ]);
  }
  throw new Problem('cluster-unreachable', `The API server of ${cluster} answers, but not with what was asked.`, [
    `See whether kubectl gets on: kubectl get services --context ${cluster}`,
  ]);
}
