import type { Candidate } from '../../core/alert/alert.ts';
import { workloadsOfPodName } from '../../core/alert/pod-name.ts';
import { targetsOf } from '../../core/model/entry/ingress-targets.ts';
import { isServiceRef } from '../../core/model/kinds/route.ts';
import { isHeadless, selectsPods, type Service } from '../../core/model/kinds/service.ts';
import type { Labels } from '../../core/model/kinds/meta.ts';
import type { Workload } from '../../core/model/kinds/workload.ts';
import type { Observed } from '../../core/model/observed.ts';
import { selectorMatches } from '../../core/model/selectors/selector.ts';
import { grantFor } from '../../core/model/resources.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { Problem } from '../../core/problem/problem.ts';
import type { Surroundings } from './surroundings.ts';

interface Place {
  readonly namespace: string;
  readonly name: string;
}

const workloadKinds = ['deployments', 'statefulsets', 'daemonsets', 'replicasets'] as const;

/** The Services that exist and belong to what an alert names, the likeliest first; empty when there is none. */
export async function servicesFor(
  candidate: Candidate,
  fallback: string | undefined,
  around: Surroundings,
): Promise<readonly Place[]> {
  const { kind, name } = candidate;
  const namespace = candidate.namespace ?? fallback;
  if (kind === 'Service' || kind === 'Name') {
    const direct = await serviceNamed(name, candidate.namespace, fallback, around);
    if (direct !== undefined) return [direct];
  }
  // Other objects are not looked for everywhere: that would read the pods of the whole cluster for every alert.
  if (namespace === undefined) return [];
  const snapshot = await around.namespace(namespace);
  const list = snapshot.in('services', namespace);
  if (!list.read) {
    throw new Problem('cluster-forbidden', `The Services of namespace ${namespace} could not be read.`, [
      `Grant: ${grantFor('services', namespace)}`,
    ]);
  }
  const services = list.value;
  return ranked(behind(candidate, namespace, snapshot, services), name).map(({ metadata }) => ({
    namespace: metadata.namespace,
    name: metadata.name,
  }));
}

/** In the namespace that is told; else in the channel's, else where it is the only one of its name. */
async function serviceNamed(
  name: string,
  told: string | undefined,
  fallback: string | undefined,
  around: Surroundings,
): Promise<Place | undefined> {
  const everywhere = await around.named(name);
  if (!everywhere.read) {
    const namespace = told ?? fallback;
    if (namespace === undefined) return undefined;
    const here = listOf((await around.namespace(namespace)).in('services', namespace));
    return here.some((one) => one.metadata.name === name) ? { namespace, name } : undefined;
  }
  const namespaces = everywhere.value.map((one) => one.metadata.namespace);
  const here = told ?? namespaces.find((namespace) => namespace === fallback) ?? only(namespaces);
  return here !== undefined && namespaces.includes(here) ? { namespace: here, name } : undefined;
}

function behind(
  { kind, name }: Candidate,
  namespace: string,
  snapshot: Snapshot,
  services: readonly Service[],
): readonly Service[] {
  switch (kind) {
    case 'Pod':
      return ofPod(name, namespace, snapshot, services);
    case 'Ingress': {
      const ingress = listOf(snapshot.in('ingresses', namespace)).find((one) => one.metadata.name === name);
      const backends = ingress === undefined ? [] : targetsOf(ingress).map((target) => target.service);
      return services.filter((service) => backends.includes(service.metadata.name));
    }
    case 'HTTPRoute': {
      const route = [...listOf(snapshot.in('httproutes', namespace)), ...listOf(snapshot.all('httproutes'))].find(
        ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
      );
      const refs = (route?.spec.rules ?? []).flatMap((rule) => rule.backendRefs.filter(isServiceRef));
      return services.filter(({ metadata }) =>
        refs.some((ref) => ref.namespace === metadata.namespace && ref.name === metadata.name),
      );
    }
    case 'HorizontalPodAutoscaler': {
      const hpa = listOf(snapshot.in('horizontalpodautoscalers', namespace)).find((one) => one.metadata.name === name);
      return ofWorkload(hpa?.spec.target.name ?? name, namespace, snapshot, services);
    }
    case 'Service':
    case 'Name':
    case 'Workload':
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'ReplicaSet':
      return ofWorkload(name, namespace, snapshot, services);
    default:
      return kind satisfies never;
  }
}

/** The pod of an alert is often gone: then its name tells the workload, and the workload the labels. */
function ofPod(name: string, namespace: string, snapshot: Snapshot, services: readonly Service[]): readonly Service[] {
  const pod = listOf(snapshot.in('pods', namespace)).find((one) => one.metadata.name === name);
  const selecting = pod === undefined ? [] : selectingLabels(services, pod.metadata.labels);
  if (selecting.length > 0) return selecting;
  for (const workload of workloadsOfPodName(name)) {
    const found = ofWorkload(workload, namespace, snapshot, services);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * A Service that should select the workload and does not (a typo in its selector) is found by its name: it may well be the
 * cause of the alert.
 */
function ofWorkload(name: string, namespace: string, snapshot: Snapshot, services: readonly Service[]): readonly Service[] {
  const workloads = workloadKinds.flatMap((kind): readonly Workload[] => listOf<Workload>(snapshot.in(kind, namespace)));
  const workload = workloads.find((one) => one.metadata.name === name);
  if (workload === undefined) return [];
  const selecting = selectingLabels(services, workload.spec.template.labels);
  if (selecting.length > 0) return selecting;
  return services.filter(({ metadata }) => metadata.name === name || metadata.name === workload.spec.serviceName);
}

function selectingLabels(services: readonly Service[], labels: Labels): readonly Service[] {
  return services.filter((service) => selectsPods(service) && selectorMatches(service.spec.selector, labels));
}

/** Of several Services of a workload that of its name comes first, then those with an address. */
function ranked(services: readonly Service[], name: string): readonly Service[] {
  const workloads = [name, ...workloadsOfPodName(name)];
  const rank = (service: Service) => {
    if (workloads.includes(service.metadata.name)) return 0;
    return isHeadless(service) ? 2 : 1;
  };
  return services.toSorted((a, b) => rank(a) - rank(b) || a.metadata.name.localeCompare(b.metadata.name));
}

function only(namespaces: readonly string[]): string | undefined {
  return namespaces.length === 1 ? namespaces[0] : undefined;
}

function listOf<T>(list: Observed<readonly T[]>): readonly T[] {
  return list.read ? list.value : [];
}
