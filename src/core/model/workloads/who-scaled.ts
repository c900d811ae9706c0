import type { EventIndex } from '../event-index.ts';
import type { HorizontalPodAutoscaler } from '../kinds/autoscaler.ts';
import type { Service } from '../kinds/service.ts';
import type { Workload } from '../kinds/workload.ts';

/** Annotations in which down-scalers keep the count to which they will return. */
const formerCountKey =
  /(original|previous|former|before|saved|initial|last)[a-z.-]*replicas|replicas[a-z.-]*(original|previous|former|before)/iu;
/** Autoscalers that start a workload when the first request for it comes. */
const onDemandKey = /(^|\.)(serving\.knative\.dev|knative\.dev|http\.keda\.sh)\/|^sablier\.(enable|group)$/u;

/** The count that the workload had before it was scaled down, and where that stands. */
export interface FormerCount {
  readonly replicas: number;
  readonly from: string;
}

/** From a down-scaler's annotation, else from the last "Scaled down … from N to 0" event. */
export function formerCount(workload: Workload, events: EventIndex | undefined): FormerCount | undefined {
  for (const [key, value] of Object.entries(workload.metadata.annotations)) {
    const replicas = Number(value);
    if (formerCountKey.test(key) && Number.isInteger(replicas) && replicas > 0) return { replicas, from: `annotation ${key}` };
  }
  for (const event of events?.of(workload) ?? []) {
    const from = /^Scaled down .* from (\d+) to 0$/u.exec(event.message)?.[1];
    if (from !== undefined && Number(from) > 0) return { replicas: Number(from), from: `event ${event.reason}` };
  }
  return undefined;
}

export function autoscalerOf(
  workload: Workload,
  autoscalers: readonly HorizontalPodAutoscaler[],
): HorizontalPodAutoscaler | undefined {
  return autoscalers.find(({ spec }) => spec.target.kind === workload.kind && spec.target.name === workload.metadata.name);
}

/** KEDA makes the HorizontalPodAutoscaler itself, and scales to zero while its trigger is idle. */
export function isOfKeda(autoscaler: HorizontalPodAutoscaler): boolean {
  const { owners, name } = autoscaler.metadata;
  return owners.some((owner) => owner.kind === 'ScaledObject') || name.startsWith('keda-hpa-');
}

/** True when zero is its resting state: the first request starts it. */
export function startsOnDemand(workload: Workload, service: Service): boolean {
  const { labels, annotations } = workload.metadata;
  const own = [labels, annotations, service.metadata.labels, service.metadata.annotations, workload.spec.template.labels];
  return own.some((map) => Object.keys(map).some((key) => onDemandKey.test(key)));
}
