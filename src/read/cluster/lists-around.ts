import type { NetworkPolicy } from '../../core/model/kinds/network-policy.ts';
import { isLive } from '../../core/model/pods/pod-state.ts';
import { resources, type ResourceName } from '../../core/model/resources.ts';
import { selectorMatches } from '../../core/model/selectors/selector.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import { guardedPods } from '../../core/network-policy/admission.ts';
import { aliasTargetNamespaces } from './alias-targets.ts';
import { inhabitantResources } from './around.ts';
import { controllerSelectors } from './controllers-wanted.ts';
import type { FirstWave, List, ListCall } from './list-call.ts';

/** What ExternalName Services point to: a few namespaces, each read whole, so that nothing seems to be missing there. */
export async function targetsOfAliases(
  list: ListCall,
  scope: Scope,
  first: FirstWave,
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
export async function inhabitants(
  list: ListCall,
  scope: Scope,
  wanted: readonly ResourceName[],
  first: FirstWave,
  signal: AbortSignal,
): Promise<readonly (readonly [ResourceName, List])[]> {
  const policies = first.get('networkpolicies') as List<'networkpolicies'> | undefined;
  if (policies?.read !== true) return [];
  const found = inhabitantResources(scope, wanted, policiesInQuestion(scope, first, policies.value));
  return Promise.all(found.map(async (resource) => [resource, await list(resource, {}, signal)] as const));
}

/** Those that select pods of the Service asked about; all of them where that cannot be told. */
function policiesInQuestion(scope: Scope, first: FirstWave, policies: readonly NetworkPolicy[]): readonly NetworkPolicy[] {
  const services = first.get('services') as List<'services'> | undefined;
  const pods = first.get('pods') as List<'pods'> | undefined;
  if (scope.kind !== 'service' || services?.read !== true || pods?.read !== true) return policies;
  const service = services.value.find((one) => one.metadata.name === scope.name);
  if (service === undefined) return [];
  const own = pods.value.filter((pod) => isLive(pod) && selectorMatches(service.spec.selector, pod.metadata.labels));
  const groups = (['ingress', 'egress'] as const).flatMap((way) => guardedPods(way, service, own, policies));
  return [...new Set(groups.flatMap((group) => group.policies))];
}

/** The ingress controllers of the Ingresses that were found; only when the question is about pods at all. */
export async function podsOfControllers(
  list: ListCall,
  scope: Scope,
  first: FirstWave,
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
export async function readRefusedInNamespace(
  list: ListCall,
  first: readonly (readonly [ResourceName, List])[],
  namespace: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<ResourceName, List>> {
  const refused = first.filter(
    ([resource, value]) =>
      resources[resource].wide === true && !value.read && value.unread.some((one) => one.why !== 'cannot-matter'),
  );
  return new Map(
    await Promise.all(
      refused.map(async ([resource]): Promise<readonly [ResourceName, List]> => [
        resource,
        await list(resource, { namespace }, signal),
      ]),
    ),
  );
}
