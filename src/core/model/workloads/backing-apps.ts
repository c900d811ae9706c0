import type { ObjectRef } from '../kinds/meta.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Service, ServicePort } from '../kinds/service.ts';
import { declaredPorts, resolveTargetPort } from '../pods/ports.ts';
import { topOwner } from './top-owner.ts';

/** The live selected pods of one workload, and what tells whether it is the same application as another. */
export interface BackingApp {
  readonly owner: ObjectRef;
  readonly pods: readonly Pod[];
  readonly image: string;
  /** The image's repository without registry, tag and digest. */
  readonly repository: string;
  /** Declares every targetPort, or declares nothing at all (which tells nothing). */
  readonly servesPorts: boolean;
}

/** One entry a top owner; bare pods with the same image count as one. */
export function backingApps(service: Service, pods: readonly Pod[]): readonly BackingApp[] {
  const groups = Map.groupBy(pods, (pod) => {
    const { kind, name } = topOwner(pod);
    return kind === 'Pod' ? `Pod ${repositoryOf(mainImage(pod, service))}` : `${kind} ${name}`;
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const image = mainImage(first, service);
    return [
      {
        owner: topOwner(first),
        pods: group,
        image,
        repository: repositoryOf(image),
        servesPorts: service.spec.ports.every((port) => declares(first, port)),
      },
    ];
  });
}

/** The label pair that all pods of this application carry and no pod of the others; undefined when there is none. */
export function labelThatTells(
  app: BackingApp,
  others: readonly BackingApp[],
): { readonly key: string; readonly value: string } | undefined {
  const [first] = app.pods;
  const rest = others.flatMap((other) => other.pods);
  const usable = Object.entries(first?.metadata.labels ?? {}).filter(
    ([key, value]) =>
      !/(hash|generation|pod-name|pod-index)$/u.test(key) &&
      app.pods.every((pod) => pod.metadata.labels[key] === value) &&
      !rest.some((pod) => pod.metadata.labels[key] === value),
  );
  const [best] = usable.toSorted(([a], [b]) => rankOfKey(a) - rankOfKey(b));
  return best === undefined ? undefined : { key: best[0], value: best[1] };
}

/** Names before roles before anything that a release may change. */
function rankOfKey(key: string): number {
  const order = ['app.kubernetes.io/name', 'app', 'app.kubernetes.io/component', 'component', 'name', 'tier', 'role'];
  const at = order.indexOf(key);
  return at === -1 ? order.length : at;
}

export function sameLabel(apps: readonly BackingApp[], key: string): boolean {
  const values = new Set(apps.flatMap((app) => app.pods).map((pod) => pod.metadata.labels[key]));
  return values.size === 1 && !values.has(undefined);
}

/** The container that the Service means: the one that declares its port, else the first. */
function mainImage(pod: Pod, service: Service): string {
  const { containers } = pod.spec;
  const serving = containers.find((container) =>
    container.ports.some((declared) =>
      service.spec.ports.some((port) => port.targetPort === declared.name || port.targetPort === declared.containerPort),
    ),
  );
  return (serving ?? containers[0])?.image ?? '';
}

function declares(pod: Pod, port: ServicePort): boolean {
  const declared = declaredPorts(pod.spec);
  if (typeof port.targetPort === 'string') return resolveTargetPort(port, pod.spec) !== undefined;
  return declared.length === 0 || declared.some((one) => one.containerPort === port.targetPort);
}

/** `registry.example:5000/team/web:1.2@sha256:…` → `team/web` */
function repositoryOf(image: string): string {
  const bare = image.replace(/@.*$/u, '').replace(/:[^/:]*$/u, '');
  const [host, ...rest] = bare.split('/');
  return rest.length > 0 && host !== undefined && /[.:]|^localhost$/u.test(host) ? rest.join('/') : bare;
}
