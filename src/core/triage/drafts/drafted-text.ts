import type { Workload } from '../../model/kinds/workload.ts';
import type { Resources } from '../../model/resources.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { expectedPods } from '../../model/workloads/expected-pods.ts';
import { draftedIn, type Drafted } from './drafted.ts';

/** All that a text writes: the drafts, and its workloads with the pods that would come of those that are new to `base`. */
export function draftedText(text: Snapshot, base: Snapshot): Drafted {
  const of = <R extends keyof Resources>(resource: R): readonly Resources[R][] => {
    const list = text.all(resource);
    return list.read ? list.value : [];
  };
  const workloads = {
    deployments: of('deployments'),
    statefulsets: of('statefulsets'),
    daemonsets: of('daemonsets'),
    replicasets: of('replicasets'),
  };
  const known = (['deployments', 'statefulsets', 'daemonsets', 'replicasets'] as const).flatMap((resource) =>
    workloads[resource].flatMap(({ metadata }) => {
      const list = base.in(resource, metadata.namespace);
      return list.read ? list.value.map(idOf) : [];
    }),
  );
  const fresh = Object.values(workloads)
    .flat()
    .filter((one: Workload) => !known.includes(idOf(one)));
  return {
    ...draftedIn(text),
    beside: {
      ...workloads,
      pods: [...of('pods'), ...expectedPods(fresh)],
      ingressclasses: of('ingressclasses'),
      gateways: of('gateways'),
    },
  };
}

function idOf({ kind, metadata }: Workload): string {
  return `${kind}/${metadata.namespace}/${metadata.name}`;
}
