import type { KubernetesObject } from './meta.ts';

/**
 * A core/v1 Event. It belongs to an object by kind, namespace, name and uid: names alone come back after a delete.
 * `at` is the newest of lastTimestamp, eventTime and series.lastObservedTime, in epoch milliseconds.
 */
export interface KubernetesEvent extends KubernetesObject {
  readonly kind: 'Event';
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  readonly at: number | undefined;
  readonly source: string;
  readonly regarding: { readonly kind: string; readonly namespace: string; readonly name: string; readonly uid: string };
}
