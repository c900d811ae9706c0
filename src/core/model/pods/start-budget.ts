import type { Container, Pod, Probe } from '../kinds/pod.ts';
import { ageSeconds } from './pod-state.ts';

/** Nobody worries about a pod before this, whatever its probes say. */
const SHORTEST_SECONDS = 120;

/**
 * How long a pod may take to become ready before something is wrong: its slowest container's start-up probe budget and
 * readiness delay, at least two minutes. Seconds.
 * Source: kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export function startBudgetSeconds(pod: Pod): number {
  return Math.max(SHORTEST_SECONDS, ...pod.spec.containers.map(containerBudget));
}

export function isWithinStartBudget(pod: Pod, now: number): boolean {
  const age = ageSeconds(pod.metadata.createdAt, now);
  return age !== undefined && age < startBudgetSeconds(pod);
}

function containerBudget(container: Container): number {
  return probeBudget(container.startupProbe) + probeBudget(container.readinessProbe);
}

function probeBudget(probe: Probe | undefined): number {
  return probe === undefined ? 0 : probe.initialDelaySeconds + probe.periodSeconds * probe.failureThreshold;
}
