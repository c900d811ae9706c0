/** As much of the objects as settling depends on. */
interface KubernetesObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly generation?: number;
    readonly labels?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
  readonly spec?: { readonly replicas?: number; readonly selector?: Readonly<Record<string, string>> };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly podIP?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
  readonly endpoints?:
    | readonly { readonly addresses: readonly string[]; readonly conditions?: { readonly ready?: boolean } }[]
    | null;
}

export interface KubernetesList {
  readonly items: readonly KubernetesObject[];
}

/** The first thing that the controllers have still to do in a namespace, or undefined when all is as it will stay. */
export function unsettled({ items }: KubernetesList): string | undefined {
  const of = (...kinds: readonly string[]) => items.filter(({ kind }) => kinds.includes(kind));
  const pods = of('Pod');
  const workload = of('Deployment', 'StatefulSet').find(
    ({ metadata, spec, status }) =>
      status?.observedGeneration !== metadata.generation || (status?.replicas ?? 0) !== (spec?.replicas ?? 1),
  );
  if (workload !== undefined) return `${workload.kind} ${workload.metadata.name} has not its replicas`;
  const going = pods.find(({ metadata }) => metadata.deletionTimestamp !== undefined);
  if (going !== undefined) return `Pod ${going.metadata.name} is still being deleted`;
  const waiting = pods.find(({ status }) => status?.podIP === undefined);
  if (waiting !== undefined) return `Pod ${waiting.metadata.name} has no address`;
  const stale = of('Service').find((service) => !slicesAgree(service, pods, of('EndpointSlice')));
  return stale && `the EndpointSlices of Service ${stale.metadata.name} do not show its pods as they are`;
}

function slicesAgree(
  service: KubernetesObject,
  pods: readonly KubernetesObject[],
  slices: readonly KubernetesObject[],
): boolean {
  const selector = Object.entries(service.spec?.selector ?? {});
  if (selector.length === 0) return true;
  const own = slices.filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service.metadata.name);
  const wanted = pods
    .filter(({ metadata }) => selector.every(([key, value]) => metadata.labels?.[key] === value))
    .map(
      ({ status }) =>
        `${status?.podIP} ${status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True')}`,
    );
  const shown = own.flatMap((slice) =>
    (slice.endpoints ?? []).map(({ addresses, conditions }) => `${addresses[0]} ${conditions?.ready}`),
  );
  // A Service whose ports the pods resolve differently has several slices, and each pod is in one of them.
  return own.length > 0 && wanted.toSorted().join() === shown.toSorted().join();
}
