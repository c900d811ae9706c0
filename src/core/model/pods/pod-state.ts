import { conditionOf } from '../kinds/condition.ts';
import type { Container, Pod } from '../kinds/pod.ts';

/** Ended pods are never endpoints, and a pod with a deletionTimestamp is on its way out. */
export function isLive(pod: Pod): boolean {
  return !isEnded(pod) && pod.metadata.deletedAt === undefined;
}

export function isEnded(pod: Pod): boolean {
  return pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';
}

export function isReady(pod: Pod): boolean {
  return conditionOf(pod.status.conditions, 'Ready')?.status === 'True';
}

export function ageSeconds(createdAt: number | undefined, now: number): number | undefined {
  return createdAt === undefined ? undefined : Math.max(0, (now - createdAt) / 1000);
}

/** The containers that run beside each other: the ordinary ones and the sidecars among the init containers. */
export function servingContainers(spec: Pod['spec']): readonly Container[] {
  return [...spec.containers, ...spec.initContainers.filter((container) => container.sidecar)];
}
