import type { Container, ContainerState, ContainerStatus, Pod } from '../kinds/pod.ts';

/** A container of a pod with its status; `init` tells the list in which it stands. */
export interface ContainerView {
  readonly spec: Container;
  readonly status: ContainerStatus | undefined;
  readonly init: boolean;
}

export type Ended = ContainerState & { readonly is: 'terminated' };

const MINUTE_MS = 60_000;
/** After this long without an end the kubelet forgets the back-off. Source: kubernetes.io …/pod-lifecycle/#restart-policy */
const CALM_MS = 10 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** An end now and then is normal; from the third restart on it is a pattern. */
const FEW_RESTARTS = 2;

const imageReasons: ReadonlySet<string> = new Set([
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
  'SignatureValidationFailed',
]);
const crashReasons: ReadonlySet<string> = new Set([
  'CrashLoopBackOff',
  'RunContainerError',
  'CreateContainerError',
  'StartError',
  'PostStartHookError',
]);

/** All containers in the order in which the kubelet starts them. */
export function containersOf(pod: Pod): readonly ContainerView[] {
  const view = (spec: Container, init: boolean): ContainerView => ({
    spec,
    init,
    status: (init ? pod.status.initContainers : pod.status.containers).find((one) => one.name === spec.name),
  });
  return [...pod.spec.initContainers.map((spec) => view(spec, true)), ...pod.spec.containers.map((spec) => view(spec, false))];
}

export function waitingReason({ status }: ContainerView): string {
  return status?.state?.is === 'waiting' ? status.state.reason : '';
}

export function isWithoutImage(container: ContainerView): boolean {
  return imageReasons.has(waitingReason(container));
}

export function isMisconfigured(container: ContainerView): boolean {
  return waitingReason(container) === 'CreateContainerConfigError';
}

/** How it ended last: now, or before the present start. */
export function lastEnd({ status }: ContainerView): Ended | undefined {
  if (status?.state?.is === 'terminated') return status.state;
  return status?.lastState?.is === 'terminated' ? status.lastState : undefined;
}

/** True while the kubelet starts it again and again: waiting with a back-off, or just ended or restarted once more. */
export function isLooping(container: ContainerView, now: number): boolean {
  const { status } = container;
  if (status === undefined) return false;
  if (crashReasons.has(waitingReason(container))) return true;
  const end = lastEnd(container);
  if (end === undefined || status.restartCount <= FEW_RESTARTS || status.ready || status.state?.is === 'waiting') return false;
  return endedWithin(end, now, CALM_MS);
}

/** True when the kernel killed it for its memory: it is down now because of it, or was within the last hour. */
export function isOutOfMemory(container: ContainerView, now: number): boolean {
  const end = lastEnd(container);
  if (end?.reason !== 'OOMKilled') return false;
  return container.status?.state?.is !== 'running' || endedWithin(end, now, HOUR_MS);
}

/** True for a container that is up, but was restarted several times and within the last hour. */
export function restartsOften({ status }: ContainerView, now: number): boolean {
  const end = status?.lastState;
  if (status === undefined || end?.is !== 'terminated' || status.state?.is !== 'running') return false;
  return status.restartCount > FEW_RESTARTS && endedWithin(end, now, HOUR_MS);
}

/** Seconds since the present start; undefined when it does not run. */
export function runningSeconds({ status }: ContainerView, now: number): number | undefined {
  if (status?.state?.is !== 'running' || status.state.startedAt === undefined) return undefined;
  return Math.max(0, (now - status.state.startedAt) / 1000);
}

function endedWithin(end: Ended, now: number, spanMs: number): boolean {
  // Without a time nobody can say that it is long ago.
  return end.finishedAt === undefined || now - end.finishedAt <= spanMs;
}
