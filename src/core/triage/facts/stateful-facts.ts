import type { Service } from '../../model/kinds/service.ts';
import type { Workload } from '../../model/kinds/workload.ts';
import { bothObserved, mapObserved, observed, type Observed } from '../../model/observed.ts';
import { perList } from '../../model/per-list.ts';
import { selectorMatches } from '../../model/selectors/selector.ts';
import type { ServiceView } from '../../model/service-view.ts';

/** A StatefulSet that names a Service as its governing one. */
export interface StatefulSetHere {
  readonly statefulSet: Workload;
  readonly serviceName: string;
  /** undefined when the namespace has none of that name. */
  readonly governing: Service | undefined;
}

const byServiceName = perList((sets: readonly Workload[]) => Map.groupBy(sets, (one) => one.spec.serviceName ?? ''));

/**
 * Of a Service: the StatefulSets whose pods it selects and those that name it. Of a whole namespace (the name ''): those
 * whose pods no Service selects, as nobody else tells about them.
 */
export function statefulSetsOf(view: ServiceView): Observed<readonly StatefulSetHere[]> {
  const all = view.snapshot.in('statefulsets', view.namespace);
  const { services } = view.neighbourhood;
  if (view.name === '') {
    return bothObserved(all, services, (sets, list) =>
      sets
        .flatMap((one) => governedBy(one, list))
        .filter(({ statefulSet, governing }) => governing === undefined && !isSelected(statefulSet, list)),
    );
  }
  const about = mapObserved(all, (sets) => {
    const { selectedWorkloads } = view;
    const selected = selectedWorkloads.read
      ? selectedWorkloads.value
      : sets.filter((one) => selectorMatches(view.selector, one.spec.template.labels));
    return [
      ...new Set([...selected.filter((one) => one.kind === 'StatefulSet'), ...(byServiceName(sets).get(view.name) ?? [])]),
    ];
  });
  if (about.read && about.value.length === 0) return observed([]);
  return bothObserved(about, services, (sets, list) => sets.flatMap((one) => governedBy(one, list)));
}

function governedBy(statefulSet: Workload, services: readonly Service[]): readonly StatefulSetHere[] {
  const { serviceName } = statefulSet.spec;
  if (serviceName === undefined) return [];
  return [{ statefulSet, serviceName, governing: services.find((one) => one.metadata.name === serviceName) }];
}

function isSelected(statefulSet: Workload, services: readonly Service[]): boolean {
  return services.some((one) => selectorMatches(one.spec.selector, statefulSet.spec.template.labels));
}
