import type { Condition } from './condition.ts';
import type { KubernetesObject } from './meta.ts';

export interface HorizontalPodAutoscaler extends KubernetesObject {
  readonly kind: 'HorizontalPodAutoscaler';
  readonly spec: {
    readonly target: { readonly kind: string; readonly name: string };
    readonly minReplicas: number;
    readonly maxReplicas: number;
  };
  readonly status: { readonly conditions: readonly Condition[] };
}
