import {
  containersOf,
  isLooping,
  isMisconfigured,
  isOutOfMemory,
  isWithoutImage,
  type ContainerView,
} from './container-state.ts';
import type { EventIndex } from '../event-index.ts';
import { conditionOf } from '../kinds/condition.ts';
import type { Node } from '../kinds/cluster.ts';
import type { ContainerStatus, Pod } from '../kinds/pod.ts';
import { livenessKill, type LivenessKill } from './liveness-kill.ts';
import { nodeFault } from '../cluster/node-fault.ts';
import { ageSeconds, isEnded, isReady } from './pod-state.ts';
import { stuckInit } from './stuck-init.ts';
import { stuckCreating } from './stuck-creating.ts';
import { unreadyProbe, type UnreadyProbe } from './unready-probe.ts';
import { isWithinStartBudget } from './start-budget.ts';

/** What was at hand when the pods were looked at; without events or nodes some troubles cannot be told. */
export interface Around {
  readonly now: number;
  readonly events: EventIndex | undefined;
  readonly nodes: ReadonlyMap<string, Node> | undefined;
  /** True when some selected pod takes traffic: then a pod that is merely late is no trouble yet. */
  readonly someReady: boolean;
}

interface InContainer {
  readonly container: ContainerView;
}

/**
 * What can be wrong with a pod, in the order in which it comes to it: it needs a node that works, a place on it, images,
 * configuration, init containers that end, volumes, a process that stays, and a probe that passes.
 */
interface Troubles {
  readonly node: { readonly node: Node };
  readonly unschedulable: object;
  readonly 'scheduling-gate': object;
  readonly image: InContainer;
  readonly config: InContainer;
  readonly init: InContainer;
  readonly creating: { readonly message: string };
  readonly memory: InContainer;
  readonly liveness: InContainer & { readonly kill: LivenessKill };
  readonly crash: InContainer;
  readonly 'probe-port': UnreadyProbe;
  readonly probe: UnreadyProbe;
  readonly 'readiness-gate': { readonly gates: readonly string[] };
  readonly starting: object;
}

export type TroubleKind = keyof Troubles;
export type TroubleOf<K extends TroubleKind> = { readonly [T in K]: { readonly pod: Pod; readonly kind: T } & Troubles[T] }[K];
/** The one main trouble of a pod. */
export type PodTrouble = TroubleOf<TroubleKind>;

/** A pod gets this long for each small step before anybody worries. */
const STEP_SECONDS = 30;
const GATE_SECONDS = 120;

/** undefined for a pod that takes traffic, has ended, or is being deleted. A ready pod may still have a crashing past. */
export function troubleOf(pod: Pod, around: Around): PodTrouble | undefined {
  if (isEnded(pod) || pod.metadata.deletedAt !== undefined) return undefined;
  const node = around.nodes?.get(pod.spec.nodeName ?? '');
  if (node !== undefined && nodeFault(node) !== undefined) return { pod, kind: 'node', node };
  if (isPlainlyWell(pod)) return undefined;
  return beforeTheNode(pod, around) ?? ofContainers(pod, around) ?? (isReady(pod) ? undefined : ofReadiness(pod, around));
}

/** Ready, and no container has ever ended: of most pods nothing more has to be looked at. */
function isPlainlyWell({ status }: Pod): boolean {
  const isRunning = ({ state, lastState, ready, restartCount }: ContainerStatus) =>
    state?.is === 'running' && ready && restartCount === 0 && lastState === undefined;
  return (
    status.phase === 'Running' &&
    conditionOf(status.conditions, 'Ready')?.status === 'True' &&
    status.initContainers.length === 0 &&
    status.containers.length > 0 &&
    status.containers.every(isRunning)
  );
}

function beforeTheNode(pod: Pod, { now }: Around): PodTrouble | undefined {
  const scheduled = conditionOf(pod.status.conditions, 'PodScheduled');
  if (pod.status.phase !== 'Pending' || scheduled?.status !== 'False') return undefined;
  if (scheduled.reason === 'SchedulingGated') return { pod, kind: 'scheduling-gate' };
  const waits = ageSeconds(pod.metadata.createdAt, now) ?? STEP_SECONDS;
  return waits < STEP_SECONDS ? { pod, kind: 'starting' } : { pod, kind: 'unschedulable' };
}

function ofContainers(pod: Pod, { now, events }: Around): PodTrouble | undefined {
  const all = containersOf(pod);
  // An init container that is not a sidecar has its own words; the rest runs side by side.
  const running = all.filter((one) => !one.init || one.spec.sidecar);
  const image = all.find(isWithoutImage);
  if (image !== undefined) return { pod, kind: 'image', container: image };
  const config = all.find(isMisconfigured);
  if (config !== undefined) return { pod, kind: 'config', container: config };
  const init = stuckInit(pod, now);
  if (init !== undefined) return { pod, kind: 'init', container: init };
  const creating = stuckCreating(pod, events, now);
  if (creating !== undefined) return { pod, kind: 'creating', message: creating };
  const memory = running.find((one) => isOutOfMemory(one, now));
  if (memory !== undefined) return { pod, kind: 'memory', container: memory };
  for (const container of running) {
    const kill = events === undefined ? undefined : livenessKill(pod, container, events, now);
    if (kill !== undefined) return { pod, kind: 'liveness', container, kill };
  }
  const crash = running.find((one) => isLooping(one, now));
  return crash === undefined ? undefined : { pod, kind: 'crash', container: crash };
}

function ofReadiness(pod: Pod, around: Around): PodTrouble | undefined {
  const { now } = around;
  const probe = unreadyProbe(pod, around);
  if (probe !== undefined) return { pod, kind: probe.wrongPort ? 'probe-port' : 'probe', ...probe };
  const contained = conditionOf(pod.status.conditions, 'ContainersReady')?.status === 'True';
  const gates = pod.spec.readinessGates.filter((type) => conditionOf(pod.status.conditions, type)?.status !== 'True');
  const age = ageSeconds(pod.metadata.createdAt, now) ?? GATE_SECONDS;
  if (contained && gates.length > 0 && age >= GATE_SECONDS) return { pod, kind: 'readiness-gate', gates };
  return isWithinStartBudget(pod, now) ? { pod, kind: 'starting' } : undefined;
}
