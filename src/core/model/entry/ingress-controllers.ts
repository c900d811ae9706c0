import { controllerOf, classOf } from './ingress-class.ts';
import { ingressPrograms, type IngressProgram } from './ingress-programs.ts';
import type { Ingress, IngressClass } from '../kinds/ingress.ts';
import type { KubernetesObject, Labels, ObjectRef } from '../kinds/meta.ts';
import { refOf } from '../kinds/meta.ts';
import type { Pod, PodSpec } from '../kinds/pod.ts';
import type { Workload } from '../kinds/workload.ts';
import { observed, type Observed } from '../observed.ts';
import { isLive, isReady } from '../pods/pod-state.ts';
import type { Snapshot } from '../snapshot.ts';

/** A controller that was looked for. */
export interface IngressController {
  readonly controller: string;
  /** Its workload (or the first of its pods, where workloads were not read); undefined when nothing of it was found. */
  readonly object: ObjectRef | undefined;
  readonly namespace: string;
  readonly desired: number;
  readonly ready: number;
  /** Labels of its pods: the Service in front of it selects them. */
  readonly labels: Labels;
  readonly args: readonly string[];
  /** False when only pods with its usual label were looked for: then "none" proves nothing. */
  readonly certain: boolean;
}

/** The label by which a controller's pods are found where not all pods can be read; undefined for an unknown controller. */
export function controllerLabels(controller: string): Labels | undefined {
  const program = ingressPrograms.find((one) => one.controller === controller);
  return program === undefined ? undefined : { 'app.kubernetes.io/name': program.appName };
}

/** spec.controller of the classes that these Ingresses need; an Ingress without class may be taken by any of them. */
export function controllersInUse(ingresses: readonly Ingress[], classes: readonly IngressClass[]): readonly string[] {
  const classless = ingresses.some((one) => one.spec.className === undefined && classOf(one, classes) === undefined);
  const named = ingresses.flatMap((one) => controllerOf(one, classes) ?? []);
  return [...new Set([...named, ...(classless ? classes.map((one) => one.spec.controller) : [])])];
}

/** What runs of each known controller among them. Controllers outside of the cluster are left out: nothing shows them. */
export function findControllers(controllers: readonly string[], snapshot: Snapshot): Observed<readonly IngressController[]> {
  const wanted = ingressPrograms.filter((program) => controllers.includes(program.controller));
  if (wanted.length === 0) return observed([]);
  const kinds = ['deployments', 'daemonsets', 'statefulsets'] as const;
  const lists = kinds.map((kind): Observed<readonly Workload[]> => snapshot.all(kind));
  const unread = lists.flatMap((list) => (list.read ? [] : list.unread));
  if (unread.length === 0) {
    const workloads = lists.flatMap((list) => (list.read ? list.value : []));
    return observed(wanted.flatMap((program) => memo(snapshot, program, () => ofWorkloads(program, workloads))));
  }
  const found: IngressController[] = [];
  for (const program of wanted) {
    const pods = snapshot.podsMatching({ 'app.kubernetes.io/name': program.appName });
    if (!pods.read) return pods;
    found.push(
      ofPods(
        program,
        pods.value.filter((pod) => isLive(pod) && runs(program, pod, pod.spec)),
      ),
    );
  }
  // Refused lists may hold what the label did not show; lists that this question did not need are no gap.
  const refused = unread.filter((one) => one.why !== 'not-asked' && one.why !== 'cannot-matter');
  if (refused.length > 0 && found.some((one) => one.object === undefined)) return { read: false, unread: refused };
  return observed(found);
}

/** A scan asks once for each namespace. */
const known = new WeakMap<Snapshot, Map<IngressProgram, readonly IngressController[]>>();

function memo(
  snapshot: Snapshot,
  program: IngressProgram,
  make: () => readonly IngressController[],
): readonly IngressController[] {
  const ofSnapshot = known.get(snapshot) ?? new Map<IngressProgram, readonly IngressController[]>();
  known.set(snapshot, ofSnapshot);
  const found = ofSnapshot.get(program) ?? make();
  ofSnapshot.set(program, found);
  return found;
}

function ofWorkloads(program: IngressProgram, workloads: readonly Workload[]): readonly IngressController[] {
  // A dump of some namespaces says nothing about the others; the whole cluster has kube-system in it.
  const certain = workloads.some((one) => one.metadata.namespace === 'kube-system');
  const found = workloads.filter((one) => runs(program, one, one.spec.template.spec));
  if (found.length === 0) return [{ ...nothingOf(program), certain }];
  return found.map((one) => ({
    controller: program.controller,
    object: refOf(one),
    namespace: one.metadata.namespace,
    desired: one.spec.desired,
    ready: one.status.ready,
    labels: one.spec.template.labels,
    args: one.spec.template.spec.containers.flatMap((container) => container.args),
    certain,
  }));
}

function runs({ appName, image }: IngressProgram, { metadata }: KubernetesObject, spec: PodSpec): boolean {
  const byImage = spec.containers.some((container) => image.test(container.image.toLowerCase()));
  // Its admission jobs and its default backend carry the same name.
  const { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': component } = metadata.labels;
  return byImage || (name === appName && (component === undefined || component === 'controller'));
}

function nothingOf({ controller }: IngressProgram): IngressController {
  return { controller, object: undefined, namespace: '', desired: 0, ready: 0, labels: {}, args: [], certain: false };
}

function ofPods(program: IngressProgram, pods: readonly Pod[]): IngressController {
  const [first] = pods;
  if (first === undefined) return nothingOf(program);
  return {
    controller: program.controller,
    object: refOf(first),
    namespace: first.metadata.namespace,
    desired: pods.length,
    ready: pods.filter(isReady).length,
    labels: first.metadata.labels,
    args: first.spec.containers.flatMap((container) => container.args),
    certain: false,
  };
}
