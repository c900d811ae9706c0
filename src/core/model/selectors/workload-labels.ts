import type { Labels } from '../kinds/meta.ts';
import type { Workload } from '../kinds/workload.ts';
import { selectorMatches } from './selector.ts';

/** A workload whose own labels, but not those of its pods, have every pair of the selector. */
export function workloadWithLabels(selector: Labels, workloads: readonly Workload[]): Workload | undefined {
  return workloads.find(
    (workload) =>
      selectorMatches(selector, workload.metadata.labels) && !selectorMatches(selector, workload.spec.template.labels),
  );
}
