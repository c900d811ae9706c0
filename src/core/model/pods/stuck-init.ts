import { containersOf, isLooping, lastEnd, runningSeconds, waitingReason, type ContainerView } from './container-state.ts';
import { conditionOf } from '../kinds/condition.ts';
import type { Pod } from '../kinds/pod.ts';
import { ageSeconds } from './pod-state.ts';

/** An init container may do honest work this long. */
const PATIENCE_SECONDS = 120;

/**
 * The init container (or sidecar that does not get started) behind which the pod waits for more than two minutes.
 * Source: kubernetes.io/docs/concepts/workloads/pods/init-containers/
 */
export function stuckInit(pod: Pod, now: number): ContainerView | undefined {
  const initialized = conditionOf(pod.status.conditions, 'Initialized');
  if (initialized?.status !== 'False') return undefined;
  const waited = ageSeconds(initialized.since ?? pod.metadata.createdAt, now) ?? PATIENCE_SECONDS;
  return containersOf(pod)
    .filter((container) => container.init)
    .find((container) => {
      if (waitingReason(container) === 'CrashLoopBackOff') return true;
      if (waited < PATIENCE_SECONDS) return false;
      if (isLooping(container, now)) return true;
      if (container.spec.sidecar && container.status?.started === true) return false;
      if (container.status?.state?.is === 'terminated') return (lastEnd(container)?.exitCode ?? 0) !== 0;
      return (runningSeconds(container, now) ?? 0) >= PATIENCE_SECONDS;
    });
}
