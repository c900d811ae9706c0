import { indexEvents, type EventIndex } from './event-index.ts';
import { serviceOfSlice, type EndpointSlice } from './kinds/endpoint-slice.ts';
import type { Labels } from './kinds/meta.ts';
import type { Pod } from './kinds/pod.ts';
import type { Service } from './kinds/service.ts';
import type { Workload } from './kinds/workload.ts';
import { lazy } from './lazy.ts';
import { LabelIndex } from './selectors/label-index.ts';
import { mapObserved, observed, type Observed } from './observed.ts';
import { perList } from './per-list.ts';
import type { Snapshot } from './snapshot.ts';

/** What the Services of one namespace share: its objects with their indexes, built once for all of them. */
export interface Neighbourhood {
  readonly namespace: string;
  readonly services: Observed<readonly Service[]>;
  readonly pods: Observed<readonly Pod[]>;
  /** Deployments, StatefulSets, DaemonSets and ReplicaSets without an owner. */
  readonly workloads: Observed<readonly Workload[]>;
  readonly events: Observed<EventIndex>;
  podsSelectedBy(selector: Labels): Observed<readonly Pod[]>;
  /** Workloads whose pod template the selector matches. */
  workloadsSelectedBy(selector: Labels): Observed<readonly Workload[]>;
  slicesOf(service: string): Observed<readonly EndpointSlice[]>;
}

/** Built once for a list: a cache hands out the same one as long as nothing in the namespace changes. */
export const podsByLabel = perList((pods: readonly Pod[]) => new LabelIndex(pods));
const slicesByService = perList((slices: readonly EndpointSlice[]) =>
  Map.groupBy(slices, (slice) => serviceOfSlice(slice) ?? ''),
);
const eventsByObject = perList(indexEvents);
const workloadsByLabel = perList(
  (workloads: readonly Workload[]) => new LabelIndex(workloads, (one) => one.spec.template.labels),
);

export function neighbourhoodOf(snapshot: Snapshot, namespace: string): Neighbourhood {
  const pods = snapshot.in('pods', namespace);
  const workloads = workloadsOf(snapshot, namespace);
  const podIndex = lazy(() => mapObserved(pods, podsByLabel));
  const templateIndex = lazy(() => mapObserved(workloads, workloadsByLabel));
  const slices = lazy(() => mapObserved(snapshot.in('endpointslices', namespace), slicesByService));
  const events = lazy(() => mapObserved(snapshot.in('events', namespace), eventsByObject));
  return {
    namespace,
    services: snapshot.in('services', namespace),
    pods,
    workloads,
    get events() {
      return events();
    },
    podsSelectedBy: (selector) => mapObserved(podIndex(), (index) => index.matching(selector)),
    workloadsSelectedBy: (selector) => mapObserved(templateIndex(), (index) => index.matching(selector)),
    slicesOf: (service) => mapObserved(slices(), (groups) => groups.get(service) ?? []),
  };
}

/** All four kinds must be readable: with one of them unread, "no workload matches" could not be said. */
function workloadsOf(snapshot: Snapshot, namespace: string): Observed<readonly Workload[]> {
  const lists: readonly Observed<readonly Workload[]>[] = [
    snapshot.in('deployments', namespace),
    snapshot.in('statefulsets', namespace),
    snapshot.in('daemonsets', namespace),
    snapshot.in('replicasets', namespace),
  ];
  const unread = lists.flatMap((list) => (list.read ? [] : list.unread));
  if (unread.length > 0) return { read: false, unread };
  return observed(joined(lists.map((list) => (list.read ? list.value : []))));
}

type Lists = readonly (readonly Workload[])[];
const known = new WeakMap<readonly Workload[], { readonly of: Lists; readonly all: readonly Workload[] }>();

/** The same list of the same four, so that the indexes over it last as long. */
function joined(lists: Lists): readonly Workload[] {
  const [first = []] = lists;
  const before = known.get(first);
  if (before?.of.every((list, index) => list === lists[index]) === true) return before.all;
  const all = lists.flat().filter((one) => one.kind !== 'ReplicaSet' || !one.metadata.owners.some((owner) => owner.controller));
  known.set(first, { of: lists, all });
  return all;
}
