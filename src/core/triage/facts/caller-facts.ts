import { SYSTEM_NAMESPACE } from '../../model/cluster/cluster-dns.ts';
import { lookupOf } from '../../model/lookup.ts';
import { bothObserved, observed, type Observed } from '../../model/observed.ts';
import type { Neighbourhood } from '../../model/neighbourhood.ts';
import type { ServiceView } from '../../model/service-view.ts';
import { strayCallers, type StrayCaller } from '../../model/names/stray-callers.ts';

interface Strays {
  readonly byService: ReadonlyMap<string, readonly StrayCaller[]>;
  readonly byPod: ReadonlyMap<string, StrayCaller>;
}

const known = new WeakMap<Neighbourhood, Observed<Strays>>();

/** Callers of the Service in its own namespace, and the pods behind it, whose DNS settings leave out the cluster. */
export function strayCallersOf(view: ServiceView): Observed<readonly StrayCaller[]> {
  // Agents of the nodes are meant to do without the cluster's DNS.
  if (view.namespace === SYSTEM_NAMESPACE) return observed([]);
  const strays = straysOf(view);
  return bothObserved(strays, view.selectedPods, ({ byService, byPod }, pods) => [
    ...new Set([
      ...pods.flatMap((pod) => byPod.get(pod.metadata.name) ?? []),
      ...(byService.get(`${view.namespace}/${view.name}`) ?? []),
    ]),
  ]);
}

function straysOf({ neighbourhood, snapshot }: ServiceView): Observed<Strays> {
  let found = known.get(neighbourhood);
  if (found === undefined) {
    const system = snapshot.in('services', SYSTEM_NAMESPACE);
    const dns = system.read ? system.value.find((one) => one.metadata.name === 'kube-dns') : undefined;
    found = bothObserved(neighbourhood.pods, neighbourhood.services, (pods) => {
      const callers = strayCallers(pods, lookupOf(snapshot, 'services'), dns?.spec.clusterIPs ?? []);
      return {
        byService: byService(callers),
        byPod: new Map(callers.flatMap((one) => one.pods.map((pod) => [pod.metadata.name, one]))),
      };
    });
    known.set(neighbourhood, found);
  }
  return found;
}

function byService(callers: readonly StrayCaller[]): ReadonlyMap<string, readonly StrayCaller[]> {
  const pairs = callers.flatMap((caller) =>
    caller.uses.map(({ service }) => ({ key: `${service.namespace}/${service.name}`, caller })),
  );
  const groups = Map.groupBy(pairs, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ caller }) => caller)]));
}
