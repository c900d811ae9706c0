import { lastEnd, runningSeconds, type ContainerView } from './container-state.ts';
import type { EventIndex } from '../event-index.ts';
import type { KubernetesEvent } from '../kinds/event.ts';
import type { Pod } from '../kinds/pod.ts';
import { lastProbeFailure, probeBudgetSeconds, type ProbeFailure } from './probe-failure.ts';

export interface LivenessKill {
  readonly probe: 'liveness' | 'startup';
  readonly failure: ProbeFailure | undefined;
  readonly killing: KubernetesEvent;
}

/** 0 and 143: it obeyed the stop signal; 137: it did not within its grace period. */
const stopCodes: ReadonlySet<number> = new Set([0, 137, 143]);
/** The grace period and a bit: a container that has run this long over its probe's budget has passed it. */
const SLACK_SECONDS = 60;

/**
 * Why the kubelet restarts this container, when it is a liveness or startup probe that does not succeed. undefined when
 * it ends by itself, for its memory, or passes the probe by now.
 */
export function livenessKill(pod: Pod, container: ContainerView, events: EventIndex, now: number): LivenessKill | undefined {
  const end = lastEnd(container);
  if (end === undefined || end.reason === 'OOMKilled' || !stopCodes.has(end.exitCode)) return undefined;
  const killing = events.of(pod).find((event) => event.reason === 'Killing' && isAbout(event, container.spec.name));
  if (killing === undefined) return undefined;
  const probe = /failed startup probe/iu.test(killing.message) ? 'startup' : 'liveness';
  const failure = lastProbeFailure(pod, probe, events);
  if (passesByNow(container, probe, now)) return undefined;
  return { probe, failure, killing };
}

/** "Container web failed liveness probe, will be restarted" */
function isAbout(event: KubernetesEvent, container: string): boolean {
  return /failed (?:liveness|startup) probe/iu.test(event.message) && event.message.includes(` ${container} `);
}

function passesByNow(container: ContainerView, probe: 'liveness' | 'startup', now: number): boolean {
  const seconds = runningSeconds(container, now);
  if (seconds === undefined || container.status?.started === false) return false;
  const { startupProbe, livenessProbe } = container.spec;
  const budget = probeBudgetSeconds(startupProbe) + (probe === 'liveness' ? probeBudgetSeconds(livenessProbe) : 0);
  return seconds > budget + SLACK_SECONDS;
}
