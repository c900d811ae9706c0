import { containersOf, waitingReason } from './container-state.ts';
import type { EventIndex } from '../event-index.ts';
import { conditionOf } from '../kinds/condition.ts';
import type { Pod } from '../kinds/pod.ts';
import { ageSeconds } from './pod-state.ts';

const PATIENCE_SECONDS = 120;
const setupReasons: ReadonlySet<string> = new Set([
  'FailedMount',
  'FailedAttachVolume',
  'FailedMapVolume',
  'FailedCreatePodSandBox',
  'FailedCreatePodContainer',
  'NetworkNotReady',
  'FailedPrepareDynamicResources',
]);

/**
 * The kubelet's newest words on why a pod that has a node gets no sandbox or volume for more than two minutes; '' when
 * its condition says so without words. undefined when it is not stuck there (an image that is being pulled is not).
 */
export function stuckCreating(pod: Pod, events: EventIndex | undefined, now: number): string | undefined {
  if (events === undefined || pod.spec.nodeName === undefined || pod.status.phase !== 'Pending') return undefined;
  const containers = containersOf(pod);
  const begun = containers.some((one) => one.status?.state !== undefined && one.status.state.is !== 'waiting');
  const creating = containers.every((one) => ['', 'ContainerCreating', 'PodInitializing'].includes(waitingReason(one)));
  const since = conditionOf(pod.status.conditions, 'PodScheduled')?.since ?? pod.metadata.createdAt;
  if (begun || !creating || (ageSeconds(since, now) ?? PATIENCE_SECONDS) < PATIENCE_SECONDS) return undefined;
  const event = events.of(pod).find((one) => one.type === 'Warning' && setupReasons.has(one.reason));
  if (event !== undefined) return `${event.reason}: ${event.message}`;
  return conditionOf(pod.status.conditions, 'PodReadyToStartContainers')?.status === 'False' ? '' : undefined;
}
