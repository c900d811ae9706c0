import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './api.ts';
import { deploymentOf, faultOf, namespaceOf, namespaces, nodes, serviceOf, type ManyServices } from './shop-of-many.ts';

/** How many requests of the filling are under way at once. */
const AT_ONCE = 16;

/**
 * Creates the Services and Deployments, and waits until the controllers have made all pods and EndpointSlices of them and
 * every pod that shall be ready is. Throws when that takes longer than `withinMs`.
 */
export async function fillCluster(api: Api, of: ManyServices, say: (line: string) => void, withinMs: number): Promise<void> {
  const indices = Array.from({ length: of.services }, (_, index) => index);
  await each(namespaces(), (one) => api.create('/api/v1/namespaces', one));
  await each(nodes(of), (one) => api.create('/api/v1/nodes', one));
  say(`creating ${of.services} Services and Deployments`);
  await each(indices, (index) => api.create(`/api/v1/namespaces/${namespaceOf(index)}/services`, serviceOf(index, of)));
  await each(indices, (index) =>
    api.create(`/apis/apps/v1/namespaces/${namespaceOf(index)}/deployments`, deploymentOf(index, of)),
  );
  const never = indices.filter((index) => faultOf(index, of) === 'readiness-probe-failing').length;
  const wanted = { pods: of.services * 3, ready: (of.services - never) * 3 };
  const until = Date.now() + withinMs;
  for (;;) {
    const now = await progressOf(api);
    say(`${now.pods} of ${wanted.pods} pods, ${now.ready} of ${wanted.ready} ready, ${now.endpoints} endpoints`);
    // The pods of a mistyped selector are no endpoints; all others are, ready or not.
    const typos = indices.filter((index) => faultOf(index, of) === 'selector-label-typo').length;
    if (now.ready >= wanted.ready && now.endpoints >= (of.services - typos) * 3) return;
    if (Date.now() > until) throw new Error(`The cluster was not filled within ${withinMs / 1000} s.`);
    await sleep(3_000);
  }
}

interface Progress {
  readonly pods: number;
  readonly ready: number;
  readonly endpoints: number;
}

interface Pods {
  readonly items: readonly {
    readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
  }[];
}
interface Slices {
  readonly items: readonly { readonly endpoints?: readonly object[] | null }[];
}

async function progressOf(api: Api): Promise<Progress> {
  const pods: Progress[] = [];
  // Namespace by namespace: the whole list at once is what is measured later.
  for (const { metadata } of namespaces() as readonly { metadata: { name: string } }[]) {
    const of = (await api.get(`/api/v1/namespaces/${metadata.name}/pods`)) as Pods;
    const slices = (await api.get(`/apis/discovery.k8s.io/v1/namespaces/${metadata.name}/endpointslices`)) as Slices;
    pods.push({
      pods: of.items.length,
      ready: of.items.filter((pod) => pod.status?.conditions?.some((one) => one.type === 'Ready' && one.status === 'True'))
        .length,
      endpoints: slices.items.reduce((sum, slice) => sum + (slice.endpoints?.length ?? 0), 0),
    });
  }
  return pods.reduce((a, b) => ({ pods: a.pods + b.pods, ready: a.ready + b.ready, endpoints: a.endpoints + b.endpoints }));
}

async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const one of rest) await work(one);
    }),
  );
}
