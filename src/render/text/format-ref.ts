import type { ObjectRef } from '../../core/model/kinds/meta.ts';

/** `Service shop/web`; `Node worker-1` where there is no namespace. */
export function formatRef(ref: ObjectRef): string {
  return ref.namespace === undefined ? `${ref.kind} ${ref.name}` : `${ref.kind} ${ref.namespace}/${ref.name}`;
}
