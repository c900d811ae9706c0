import type { Condition } from './condition.ts';
import type { KubernetesObject } from './meta.ts';

/** cert-manager's order for a TLS Secret. Source: cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.Certificate */
export interface Certificate extends KubernetesObject {
  readonly kind: 'Certificate';
  readonly spec: { readonly secretName: string };
  readonly status: { readonly conditions: readonly Condition[] };
}
