import { backendsOf, type Backend } from '../model/endpoints/backends.ts';
import type { Node } from '../model/kinds/cluster.ts';
import type { Pod } from '../model/kinds/pod.ts';
import { isLive } from '../model/pods/pod-state.ts';
import { troubleOf, type Around } from '../model/pods/pod-trouble.ts';
import type { ServiceView } from '../model/service-view.ts';
import { selectsPods, type Service } from '../model/kinds/service.ts';
import type { PictureState } from './traffic-picture.ts';
import { troubleWords } from './trouble-words.ts';

/** One pod (or address) behind the Service, and whether it gets traffic. */
export interface PodMark {
  readonly name: string;
  /** '' where it is not known. */
  readonly node: string;
  readonly zone: string;
  readonly state: PictureState;
  /** `ready`, or why it gets no traffic. */
  readonly reason: string;
}

const ZONE = 'topology.kubernetes.io/zone';

/**
 * Everything behind the Service: what its EndpointSlices hold, and selected pods that they leave out. Pods whose
 * slices were not read are `unknown`. undefined when neither could be read.
 */
export function podMarks(view: ServiceView, service: Service): readonly PodMark[] | undefined {
  const { slices, selectedPods, snapshot, neighbourhood } = view;
  const selecting = selectsPods(service);
  const pods = selecting && selectedPods.read ? selectedPods.value : [];
  if (!slices.read && !(selecting && selectedPods.read)) return undefined;
  const backends = slices.read ? backendsOf(service, slices.value) : [];
  const nodeList = snapshot.all('nodes');
  const nodes = nodeList.read ? new Map(nodeList.value.map((node) => [node.metadata.name, node])) : undefined;
  const around: Around = {
    now: snapshot.takenAt,
    events: neighbourhood.events.read ? neighbourhood.events.value : undefined,
    nodes,
    someReady: backends.some(isServed),
  };
  const byName = new Map(pods.map((pod) => [pod.metadata.name, pod]));
  const present = new Set(backends.map((one) => one.name));
  const left = pods.filter((pod) => isLive(pod) && !present.has(pod.metadata.name));
  return [
    ...backends.map((one) => ofBackend(one, byName.get(one.name), around)),
    ...left.map((pod) => ofPod(pod, slices.read, nodes, around)),
  ];
}

function ofBackend(one: Backend, pod: Pod | undefined, around: Around): PodMark {
  const node = one.nodeName ?? '';
  const place = { name: one.name, node, zone: one.zone ?? around.nodes?.get(node)?.metadata.labels[ZONE] ?? '' };
  if (isServed(one)) return { ...place, state: 'ok', reason: 'ready' };
  if (one.state === 'ready') return { ...place, state: 'dropped', reason: 'ready, but its targetPort is not found' };
  return { ...place, state: 'dropped', reason: reasonOf(pod, around) ?? one.state };
}

function ofPod(pod: Pod, sliced: boolean, nodes: ReadonlyMap<string, Node> | undefined, around: Around): PodMark {
  const node = pod.spec.nodeName ?? '';
  const place = { name: pod.metadata.name, node, zone: nodes?.get(node)?.metadata.labels[ZONE] ?? '' };
  if (!sliced) return { ...place, state: 'unknown', reason: 'endpoints could not be read' };
  return { ...place, state: 'dropped', reason: reasonOf(pod, around) ?? `no endpoint (${pod.status.phase})` };
}

const isServed = (one: Backend): boolean => one.state === 'ready' && one.hasPort;

function reasonOf(pod: Pod | undefined, around: Around): string | undefined {
  const trouble = pod === undefined ? undefined : troubleOf(pod, around);
  return trouble === undefined ? undefined : troubleWords[trouble.kind];
}
