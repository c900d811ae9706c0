import type { Pod } from '../../core/model/kinds/pod.ts';
import { selectsPods, type Service } from '../../core/model/kinds/service.ts';
import { LabelIndex } from '../../core/model/selectors/label-index.ts';
import { formatSelector } from '../../core/model/selectors/selector.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import type { FirstWave, List, ListCall } from './list-call.ts';

export interface SecondWave {
  readonly podsMatching?: ReadonlyMap<string, List<'pods'>>;
  readonly servicesNamed?: ReadonlyMap<string, List<'services'>>;
  readonly allServices?: List<'services'>;
  /** All of the namespace. */
  readonly slices?: List<'endpointslices'>;
}

/** What only the first answers can tell: where else the pods of a Service without pods are, or a Service that is not here. */
export async function secondWave(list: ListCall, scope: Scope, first: FirstWave, signal: AbortSignal): Promise<SecondWave> {
  const services = first.get('services') as List<'services'> | undefined;
  const pods = first.get('pods') as List<'pods'> | undefined;
  // A scan of the cluster has everything; what could not be read here is not looked for elsewhere.
  if (scope.kind === 'cluster' || services?.read !== true) return {};
  const own = scope.kind === 'service' ? services.value.filter((one) => one.metadata.name === scope.name) : services.value;
  if (scope.kind === 'service' && own.length === 0) {
    return { servicesNamed: new Map([[scope.name, await findServices(list, scope.name, signal)]]) };
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

/** Services of this name in all namespaces. */
export function findServices(list: ListCall, service: string, signal: AbortSignal) {
  return list('services', { fieldSelector: `metadata.name=${service}` }, signal);
}

/** Each costs a request, and in a namespace where everything is broken the first ones tell enough. */
const MOST_SELECTORS = 12;

function selectorsWithoutPods(services: readonly Service[], pods: readonly Pod[]): readonly string[] {
  const index = new LabelIndex(pods);
  const lonely = services.filter((service) => selectsPods(service) && index.matching(service.spec.selector).length === 0);
  return [...new Set(lonely.map((service) => formatSelector(service.spec.selector)))].slice(0, MOST_SELECTORS);
}
