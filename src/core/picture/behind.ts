import { count } from '../answer/text.ts';
import { selectsPods, type Service } from '../model/kinds/service.ts';
import type { ServiceView } from '../model/service-view.ts';
import { edge, faultAt, type Fault } from './faults.ts';
import { groupPods } from './group-pods.ts';
import { podMarks, type PodMark } from './pod-marks.ts';
import { PODS, type PictureEdge, type PictureNode, type PodsNode } from './traffic-picture.ts';

export interface Behind {
  readonly endpoints: PictureNode;
  readonly pods: readonly PodsNode[];
  readonly edges: readonly PictureEdge[];
  readonly summary: string;
}

/** The EndpointSlices of a Service and the pods behind them. */
export function behind(view: ServiceView, service: Service, faults: readonly Fault[]): Behind {
  const marks = podMarks(view, service);
  const served = (marks ?? []).filter(({ state }) => state === 'ok').length;
  const toEndpoints = edge('service', 'endpoints', faultAt(faults, 'endpoints'));
  return {
    endpoints: endpointsNode(view, served),
    pods: marks === undefined ? [unreadPods] : marks.length === 0 ? [nobody(service, view)] : groupPods(marks),
    edges: [toEndpoints, podsEdge(view, toEndpoints, marks, faultAt(faults, PODS))],
    summary: summaryOf(view, service, marks, served),
  };
}

function endpointsNode({ slices }: ServiceView, served: number): PictureNode {
  const node = { id: 'endpoints', title: 'EndpointSlices' };
  if (!slices.read) return { ...node, lines: ['could not be read'], state: 'unknown' };
  const addresses = slices.value.reduce((sum, slice) => sum + slice.endpoints.length, 0);
  const ports = [...new Set(slices.value.flatMap((slice) => slice.ports.flatMap(({ port }) => port ?? [])))];
  const at = ports.length === 0 ? [] : [`port ${ports.slice(0, 6).join(', ')}${ports.length > 6 ? ' …' : ''} of each pod`];
  return addresses === 0
    ? { ...node, lines: ['no endpoints'], state: 'dropped' }
    : {
        ...node,
        lines: [
          `${count(addresses, 'endpoint')} in ${count(slices.value.length, 'slice')}${served === 0 ? ', none usable' : ''}`,
          ...at,
        ],
        state: served === 0 ? 'dropped' : 'ok',
      };
}

function podsEdge(
  { slices }: ServiceView,
  before: PictureEdge,
  marks: readonly PodMark[] | undefined,
  fault: Fault | undefined,
): PictureEdge {
  if (before.state === 'broken') return { from: 'endpoints', to: PODS, state: 'dropped' };
  const found = edge('endpoints', PODS, fault);
  if (found.state !== 'ok') return found;
  if (!slices.read || marks === undefined) return { ...found, state: 'unknown' };
  // Nobody has named a cause (its check could not run): what is seen is still told.
  const served = marks.filter(({ state }) => state === 'ok').length;
  if (served === 0)
    return { ...found, state: 'broken', cause: marks.length === 0 ? 'There is no pod to send to.' : 'No pod is ready.' };
  return served < marks.length ? { ...found, state: 'impaired' } : found;
}

const unreadPods: PodsNode = {
  id: 'pods-0',
  title: 'Pods',
  lines: ['could not be read'],
  state: 'unknown',
  count: 0,
  zone: '',
};

function nobody(service: Service, { selectedPods }: ServiceView): PodsNode {
  const words = !selectsPods(service)
    ? 'nobody has given it endpoints'
    : selectedPods.read
      ? 'the selector matches no running pod'
      : 'no endpoints; pods could not be read';
  return { id: 'pods-0', title: 'No pod', lines: [words], state: 'dropped', count: 0, zone: '' };
}

function summaryOf({ slices }: ServiceView, service: Service, marks: readonly PodMark[] | undefined, served: number): string {
  if (!slices.read || marks === undefined) return 'How many endpoints are usable could not be read';
  if (served === 0 && marks.length === 0) return 'No endpoints';
  const [one, many] = selectsPods(service) ? ['is a usable endpoint', 'are usable endpoints'] : ['is usable', 'are usable'];
  return `${served} of ${count(marks.length, selectsPods(service) ? 'pod' : 'endpoint')} ${marks.length === 1 ? one : many}`;
}
