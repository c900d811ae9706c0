import { isDnsPod } from '../../core/model/cluster/cluster-dns.ts';
import { nodeDaemonSet } from '../../core/model/cluster/node-daemons.ts';
import { ingressesNaming, routesNaming } from '../../core/model/entry/what-leads-here.ts';
import { selectsPods, type Service } from '../../core/model/kinds/service.ts';
import { isLive } from '../../core/model/pods/pod-state.ts';
import type { ResourceName } from '../../core/model/resources.ts';
import { selectorMatches } from '../../core/model/selectors/selector.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import type { FirstWave, List } from './list-call.ts';

type Around = Extract<Scope, { kind: 'service' }>;
type Question = (first: FirstWave, scope: Around) => boolean;

/**
 * Lists of which no check of one Service can say anything unless the first answers hold something: they are read after
 * those, or not at all. A question whose own lists could not be read is answered with yes. A test holds every scenario
 * against the reading of everything.
 */
const questions: { readonly [R in ResourceName]?: Question } = {
  gateways: routeLeadsHere,
  gatewayclasses: routeLeadsHere,
  referencegrants: routeLeadsHere,
  // Of a Gateway too: its controller may be one of an Ingress.
  ingressclasses: (first, scope) => ingressLeadsHere(first, scope) || routeLeadsHere(first, scope),
  certificates: ingressLeadsHere,
  ipaddresspools: (first, scope) => serviceIs(first, scope, ({ spec }) => spec.type === 'LoadBalancer'),
  servicecidrs: (first, scope) =>
    serviceIs(first, scope, ({ spec }) => spec.type !== 'ExternalName' && spec.clusterIPs.some((ip) => ip !== 'None')),
  // Only whoever scaled a workload to nothing is asked about.
  horizontalpodautoscalers: (first, scope) => serviceIs(first, scope, (service) => !hasLivePods(first, service)),
};

/** True for what is read later, if at all. */
export function waits(scope: Scope, resource: ResourceName): boolean {
  return scope.kind === 'service' && scope.around === true && resource in questions;
}

export function matters(resource: ResourceName, first: FirstWave, scope: Scope): boolean {
  return scope.kind !== 'service' || (questions[resource]?.(first, scope) ?? true);
}

/** The Deployments of kube-system tell only where a DNS without pods may run instead. `pods` are those of the DNS. */
export function systemDeploymentsMatter(pods: List<'pods'> | undefined): boolean {
  return pods?.read !== true || !pods.value.some((pod) => isDnsPod(pod) && isLive(pod));
}

/**
 * The other pods of kube-system, hundreds where there are many nodes, tell only where no DNS runs, a node lacks its proxy, or a
 * NetworkPolicy says whom pods may ask: then whether a DNS cache runs on the nodes.
 */
export function systemPodsMatter(first: FirstWave, dnsPods: List<'pods'>, daemonSets: List<'daemonsets'> | undefined): boolean {
  if (systemDeploymentsMatter(dnsPods) || daemonSets?.read !== true) return true;
  const policies = first.get('networkpolicies') as List<'networkpolicies'> | undefined;
  if (policies?.read === true && policies.value.some(({ spec }) => spec.policyTypes.includes('Egress'))) return true;
  const daemonSet = nodeDaemonSet(daemonSets.value);
  return daemonSet !== undefined && daemonSet.status.ready < daemonSet.spec.desired;
}

function routeLeadsHere(first: FirstWave, { namespace, name }: Around): boolean {
  return (['httproutes', 'grpcroutes', 'tlsroutes'] as const).some((kind) => {
    const routes = first.get(kind) as List<'httproutes' | 'grpcroutes' | 'tlsroutes'> | undefined;
    if (routes?.read !== true) return true;
    return routesNaming(routes.value, namespace, name).length > 0;
  });
}

function ingressLeadsHere(first: FirstWave, { name }: Around): boolean {
  const ingresses = first.get('ingresses') as List<'ingresses'> | undefined;
  return ingresses?.read !== true || ingressesNaming(ingresses.value, name).length > 0;
}

/** Of a Service that is not there nothing is asked but its name. */
function serviceIs(first: FirstWave, { name }: Around, is: (service: Service) => boolean): boolean {
  const services = first.get('services') as List<'services'> | undefined;
  return services?.read !== true || services.value.some((one) => one.metadata.name === name && is(one));
}

function hasLivePods(first: FirstWave, service: Service): boolean {
  const pods = first.get('pods') as List<'pods'> | undefined;
  return (
    pods?.read === true &&
    selectsPods(service) &&
    pods.value.some((pod) => isLive(pod) && selectorMatches(service.spec.selector, pod.metadata.labels))
  );
}
