import { backendsOf, type Backend } from '../model/endpoints/backends.ts';
import type { Pod } from '../model/kinds/pod.ts';
import type { Service } from '../model/kinds/service.ts';
import { neighbourhoodOf } from '../model/neighbourhood.ts';
import { mapObserved, type Observed } from '../model/observed.ts';
import { isLive } from '../model/pods/pod-state.ts';
import { viewOf, type ServiceView } from '../model/service-view.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** One Service and what stands around it, looked up once for all aspects. */
export interface Surroundings extends Pick<ServiceView, 'snapshot' | 'neighbourhood' | 'slices'> {
  readonly service: Service;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly backends: Observed<readonly Backend[]>;
  /** Selected pods that are neither finished nor being deleted. */
  readonly livePods: Observed<readonly Pod[]>;
}

export function surroundingsOf(snapshot: Snapshot, service: Service): Surroundings {
  const view = viewOf(snapshot, service, neighbourhoodOf(snapshot, service.metadata.namespace));
  const { neighbourhood, slices, selectedPods } = view;
  return {
    snapshot,
    neighbourhood,
    slices,
    service,
    now: snapshot.takenAt,
    backends: mapObserved(slices, (list) => backendsOf(service, list)),
    livePods: mapObserved(selectedPods, (pods) => pods.filter(isLive)),
  };
}

/** Empty too when they were not read: for words that can do without. */
export function livePodsOf({ livePods }: Pick<Surroundings, 'livePods'>): readonly Pod[] {
  return livePods.read ? livePods.value : [];
}
