import { controllerLabels, controllersInUse } from '../../core/model/entry/ingress-controllers.ts';
import { ingressesNaming } from '../../core/model/entry/what-leads-here.ts';
import type { Ingress, IngressClass } from '../../core/model/kinds/ingress.ts';
import { formatSelector } from '../../core/model/selectors/selector.ts';
import type { Scope } from '../../core/model/snapshot.ts';

/**
 * Selectors of the pods of those ingress controllers that the Ingresses in this scope need. They run in a namespace of
 * their own; a scan of the cluster has them already.
 */
export function controllerSelectors(
  scope: Scope,
  ingresses: readonly Ingress[],
  classes: readonly IngressClass[],
): readonly string[] {
  if (scope.kind === 'cluster') return [];
  const leading = scope.kind === 'service' ? ingressesNaming(ingresses, scope.name) : ingresses;
  if (leading.length === 0) return [];
  return controllersInUse(leading, classes).flatMap((one) => {
    const labels = controllerLabels(one);
    return labels === undefined ? [] : [formatSelector(labels)];
  });
}
