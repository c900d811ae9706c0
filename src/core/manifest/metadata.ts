import type { ManifestObject } from './kubernetes-object.ts';
import type { ManifestPlan } from './plan.ts';

/** Name and namespace; what is not known is left out, so that kubectl's own default holds. */
export function metadata(
  plan: ManifestPlan,
  name: string,
  more: Partial<ManifestObject['metadata']> = {},
): ManifestObject['metadata'] {
  return { name, ...(plan.namespace === undefined ? {} : { namespace: plan.namespace }), ...more };
}
