import type { Workload, WorkloadKind } from '../../core/model/kinds/workload.ts';
import { projectConditions, projectMeta } from './meta.ts';
import { projectPodTemplate } from './pod-spec.ts';
import { number, oneOf, optionalNumber, optionalString, raw, stringMap, type Raw } from './raw.ts';

function desiredPods(kind: WorkloadKind, spec: Raw, status: Raw): number {
  if (kind === 'DaemonSet') return number(status['desiredNumberScheduled'], 0);
  if (kind === 'CronJob') return 1;
  if (kind !== 'Job') return number(spec['replicas'], 1);
  const ended = projectConditions(status['conditions']).some(
    (one) => (one.type === 'Complete' || one.type === 'Failed') && one.status === 'True',
  );
  return ended ? 0 : number(spec['parallelism'], 1);
}

/** spec.replicas absent is 1 by the API default; a DaemonSet has no replicas, its nodes count. */
export function projectWorkload<K extends WorkloadKind>(kind: K): (object: Raw) => Workload & { readonly kind: K } {
  return (object) => {
    const spec = raw(object['spec']);
    const status = raw(object['status']);
    const daemon = kind === 'DaemonSet';
    return {
      kind,
      // Only of what is scaled to nothing somebody asks who did it. A ReplicaSet is scaled by its Deployment.
      metadata: projectMeta(object, { replicasManager: kind !== 'ReplicaSet' && spec['replicas'] === 0 }),
      generation: optionalNumber(raw(object['metadata'])['generation']),
      spec: {
        desired: desiredPods(kind, spec, status),
        // A ReplicationController has the older selector: the labels themselves.
        selector: stringMap(kind === 'ReplicationController' ? spec['selector'] : raw(spec['selector'])['matchLabels']),
        template: projectPodTemplate(kind === 'CronJob' ? raw(raw(spec['jobTemplate'])['spec'])['template'] : spec['template']),
        paused: spec['paused'] === true,
        serviceName: kind === 'StatefulSet' ? optionalString(spec['serviceName']) : undefined,
        podManagementPolicy:
          kind === 'StatefulSet'
            ? oneOf(spec['podManagementPolicy'], ['OrderedReady', 'Parallel'] as const, 'OrderedReady')
            : undefined,
      },
      status: {
        observedGeneration: optionalNumber(status['observedGeneration']),
        replicas: number(status[daemon ? 'currentNumberScheduled' : 'replicas'], 0),
        ready: number(status[daemon ? 'numberReady' : 'readyReplicas'], 0),
        updated: number(status[daemon ? 'updatedNumberScheduled' : 'updatedReplicas'], 0),
        available: number(status[daemon ? 'numberAvailable' : 'availableReplicas'], 0),
        updateRevision: optionalString(status['updateRevision']),
        conditions: projectConditions(status['conditions']),
      },
    };
  };
}
