import type { Condition } from './condition.ts';
import type { KubernetesObject, Labels } from './meta.ts';
import type { PodTemplate } from './pod.ts';

export type WorkloadKind =
  | 'Deployment'
  | 'ReplicaSet'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'ReplicationController'
  | 'Job'
  | 'CronJob';

/**
 * The kinds that make pods from a template, in one shape. Fields that a kind does not have are undefined.
 * `desired` is spec.replicas (API default 1 applied); for a DaemonSet status.desiredNumberScheduled, for a Job
 * spec.parallelism or 0 when it has ended, for a CronJob 1.
 * Source: kubernetes.io/docs/reference/kubernetes-api/workload-resources/
 */
export interface Workload extends KubernetesObject {
  readonly kind: WorkloadKind;
  readonly spec: {
    readonly desired: number;
    readonly selector: Labels;
    readonly template: PodTemplate;
    readonly paused: boolean;
    /** StatefulSet only. */
    readonly serviceName: string | undefined;
    /** StatefulSet only; the API default is applied. */
    readonly podManagementPolicy: 'OrderedReady' | 'Parallel' | undefined;
  };
  readonly status: {
    readonly observedGeneration: number | undefined;
    readonly replicas: number;
    readonly ready: number;
    readonly updated: number;
    readonly available: number;
    /** StatefulSet only: the revision that a rollout is going to, as its pods' label `controller-revision-hash`. */
    readonly updateRevision: string | undefined;
    readonly conditions: readonly Condition[];
  };
  readonly generation: number | undefined;
}

export type Deployment = Workload & { readonly kind: 'Deployment' };
export type ReplicaSet = Workload & { readonly kind: 'ReplicaSet' };
export type StatefulSet = Workload & { readonly kind: 'StatefulSet' };
export type DaemonSet = Workload & { readonly kind: 'DaemonSet' };
export type ReplicationController = Workload & { readonly kind: 'ReplicationController' };
export type Job = Workload & { readonly kind: 'Job' };
export type CronJob = Workload & { readonly kind: 'CronJob' };
