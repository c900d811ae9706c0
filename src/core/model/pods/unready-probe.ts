import { containersOf, runningSeconds, type ContainerView } from './container-state.ts';
import type { EventIndex } from '../event-index.ts';
import type { Pod, Probe } from '../kinds/pod.ts';
import { lastProbeFailure, probeBudgetSeconds, type ProbeFailure } from './probe-failure.ts';
import { declaredPorts } from './ports.ts';
import { isWithinStartBudget } from './start-budget.ts';

/** The probe for which a running container is not ready. */
export interface UnreadyProbe {
  /** It asks a port on which nothing serves. */
  readonly wrongPort: boolean;
  readonly container: ContainerView;
  readonly name: 'readiness' | 'startup';
  readonly probe: Probe;
  readonly failure: ProbeFailure | undefined;
}

interface Around {
  readonly now: number;
  readonly events: EventIndex | undefined;
  readonly someReady: boolean;
}

/** undefined while the container is within the time that its probes give it, and when no probe keeps it from ready. */
export function unreadyProbe(pod: Pod, around: Around): UnreadyProbe | undefined {
  for (const container of containersOf(pod)) {
    const { status, spec } = container;
    if (status === undefined || status.ready || status.state?.is !== 'running') continue;
    if (container.init && !spec.sidecar) continue;
    const starting = spec.startupProbe !== undefined && status.started === false;
    const probe = starting ? spec.startupProbe : spec.readinessProbe;
    if (probe === undefined) continue;
    const name = starting ? 'startup' : 'readiness';
    const failure = around.events === undefined ? undefined : lastProbeFailure(pod, name, around.events);
    const found = { container, name, probe, failure } as const;
    if (around.events !== undefined && asksNamelessPort(container, probe)) return { wrongPort: true, ...found };
    if (!isOverdue(pod, container, probe, failure, around)) continue;
    return { wrongPort: around.events !== undefined && asksWrongNumber(pod, probe, failure), ...found };
  }
  return undefined;
}

/** With other pods to carry the load, a young pod is only late; without any, its own probe's time is what counts. */
function isOverdue(
  pod: Pod,
  container: ContainerView,
  probe: Probe,
  failure: ProbeFailure | undefined,
  { now, someReady }: Around,
): boolean {
  const seconds = runningSeconds(container, now);
  if (seconds !== undefined && seconds < probeBudgetSeconds(probe)) return false;
  return !isWithinStartBudget(pod, now) || (failure !== undefined && !someReady);
}

/** The kubelet looks a name up in the container's own ports, and without it the probe cannot run at all. */
function asksNamelessPort({ spec }: ContainerView, { port }: Probe): boolean {
  return typeof port === 'string' && !/^\d+$/u.test(port) && !spec.ports.some((one) => one.name === port);
}

/** Declaring ports is informational: an answer of any kind on this port proves that something serves there. */
function asksWrongNumber(pod: Pod, probe: Probe, failure: ProbeFailure | undefined): boolean {
  const declared = declaredPorts(pod.spec);
  if (probe.port === undefined || declared.some((one) => String(one.containerPort) === String(probe.port))) return false;
  if (declared.some((one) => one.name === probe.port)) return false;
  if (failure === undefined) return declared.length > 0;
  return failure.kind === 'refused' || (failure.kind === 'other' && declared.length > 0);
}
