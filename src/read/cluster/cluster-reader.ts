import type { KubeConfig } from '@kubernetes/client-node';
import { SYSTEM_NAMESPACE } from '../../core/model/cluster/cluster-dns.ts';
import { buildSnapshot, type Coverage } from '../../core/model/build-snapshot.ts';
import { SERVICE_NAME_LABEL } from '../../core/model/kinds/endpoint-slice.ts';
import type { Pod } from '../../core/model/kinds/pod.ts';
import { selectsPods, type Service } from '../../core/model/kinds/service.ts';
import { LabelIndex } from '../../core/model/selectors/label-index.ts';
import type { Observed } from '../../core/model/observed.ts';
import type { Reader } from '../../core/model/reader.ts';
import { grantFor, resources, type ResourceName, type Resources } from '../../core/model/resources.ts';
import { formatSelector } from '../../core/model/selectors/selector.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import { Problem } from '../../core/problem/problem.ts';
import { aliasTargetNamespaces } from './alias-targets.ts';
import { inhabitantResources, systemResources } from './around.ts';
import { Connection } from './connection.ts';
import { controllerSelectors } from './controllers-wanted.ts';
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
  /** All of the namespace. */
  readonly slices?: List<'endpointslices'>;
}

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
      secondWave(scope, new Map(first), signal),
      namespace === undefined ? new Map<ResourceName, List>() : readRefusedInNamespace(first, namespace, signal),
      podsOfControllers(scope, new Map(first), signal),
      targetsOfAliases(scope, new Map(first), signal),
      inhabitants(scope, wanted, new Map(first), signal),
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

  /** What ExternalName Services point to: a few namespaces, each read whole, so that nothing seems to be missing there. */
  async function targetsOfAliases(
    scope: Scope,
    first: ReadonlyMap<ResourceName, List>,
    signal: AbortSignal,
  ): Promise<readonly (readonly [ResourceName, ReadonlyMap<string, List>])[]> {
    const services = first.get('services') as List<'services'> | undefined;
    if (services?.read !== true || !first.has('endpointslices')) return [];
    const namespaces = aliasTargetNamespaces(scope, services.value);
    const wanted = (['services', 'endpointslices'] as const).map(async (resource) => {
      const found = namespaces.map(async (namespace) => [namespace, await list(resource, { namespace }, signal)] as const);
      return [resource, new Map<string, List>(await Promise.all(found))] as const;
    });
    return namespaces.length === 0 ? [] : Promise.all(wanted);
  }

  /** Whom the NetworkPolicies that were found can let in. */
  async function inhabitants(
    scope: Scope,
    wanted: readonly ResourceName[],
    first: ReadonlyMap<ResourceName, List>,
    signal: AbortSignal,
  ): Promise<readonly (readonly [ResourceName, List])[]> {
    const policies = first.get('networkpolicies') as List<'networkpolicies'> | undefined;
    if (policies?.read !== true) return [];
    const found = inhabitantResources(scope, wanted, policies.value);
    return Promise.all(found.map(async (resource) => [resource, await list(resource, {}, signal)] as const));
  }

  /** The ingress controllers of the Ingresses that were found; only when the question is about pods at all. */
  async function podsOfControllers(
    scope: Scope,
    first: ReadonlyMap<ResourceName, List>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, List<'pods'>>> {
    const ingresses = first.get('ingresses') as List<'ingresses'> | undefined;
    const classes = first.get('ingressclasses') as List<'ingressclasses'> | undefined;
    if (!first.has('pods') || ingresses?.read !== true || classes?.read !== true) return new Map();
    const selectors = controllerSelectors(scope, ingresses.value, classes.value);
    return new Map(
      await Promise.all(
        selectors.map(async (selector) => [selector, await list('pods', { labelSelector: selector }, signal)] as const),
      ),
    );
  }

  /** What may not be listed everywhere may often be listed in one namespace. */
  async function readRefusedInNamespace(
    first: readonly (readonly [ResourceName, List])[],
    namespace: string,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<ResourceName, List>> {
    const refused = first.filter(([resource, value]) => resources[resource].wide === true && !value.read);
    return new Map(
      await Promise.all(
        refused.map(async ([resource]): Promise<readonly [ResourceName, List]> => [
          resource,
          await list(resource, { namespace }, signal),
        ]),
      ),
    );
  }

  /** What only the first answers can tell: where else the pods of a Service without pods are, or a Service that is not here. */
  async function secondWave(scope: Scope, first: ReadonlyMap<ResourceName, List>, signal: AbortSignal): Promise<SecondWave> {
    const services = first.get('services') as List<'services'> | undefined;
    const pods = first.get('pods') as List<'pods'> | undefined;
    // A scan of the cluster has everything; what could not be read here is not looked for elsewhere.
    if (scope.kind === 'cluster' || services?.read !== true) return {};
    const own = scope.kind === 'service' ? services.value.filter((one) => one.metadata.name === scope.name) : services.value;
    if (scope.kind === 'service' && own.length === 0) {
      return { servicesNamed: new Map([[scope.name, await findServices(scope.name, signal)]]) };
    }
    const [only] = own;
    // Without selector somebody makes the slices, perhaps with a wrong label: then the others are looked at.
    if (scope.kind === 'service' && only !== undefined && only.spec.type !== 'ExternalName' && !selectsPods(only)) {
      return { slices: await list('endpointslices', { namespace: scope.namespace }, signal) };
    }
    if (pods?.read !== true) return {};
    const selectors = selectorsWithoutPods(own, pods.value);
    if (selectors.length === 0) return {};
    // Pods elsewhere are only worth naming when no Service of their own namespace has them.
    const [allServices, ...matching] = await Promise.all([
      list('services', {}, signal),
      ...selectors.map(async (selector) => [selector, await list('pods', { labelSelector: selector }, signal)] as const),
    ]);
    return { podsMatching: new Map(matching), allServices };
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

/** Each costs a request, and in a namespace where everything is broken the first ones tell enough. */
const MOST_SELECTORS = 12;

function selectorsWithoutPods(services: readonly Service[], pods: readonly Pod[]): readonly string[] {
  const index = new LabelIndex(pods);
  const lonely = services.filter((service) => selectsPods(service) && index.matching(service.spec.selector).length === 0);
  return [...new Set(lonely.map((service) => formatSelector(service.spec.selector)))].slice(0, MOST_SELECTORS);
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
