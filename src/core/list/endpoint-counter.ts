import { backendsOf, countBackends, type BackendCount } from '../model/endpoints/backends.ts';
import { serviceOfSlice, type EndpointSlice } from '../model/kinds/endpoint-slice.ts';
import type { Service } from '../model/kinds/service.ts';

export type EndpointTally = (service: Service) => BackendCount;

/** Groups the slices once, so that a list of ten thousand Services looks at every slice a single time. */
export function endpointCounter(slices: readonly EndpointSlice[]): EndpointTally {
  const key = (namespace: string, name: string) => `${namespace}/${name}`;
  const groups = Map.groupBy(slices, (slice) => key(slice.metadata.namespace, serviceOfSlice(slice) ?? ''));
  return (service) =>
    countBackends(backendsOf(service, groups.get(key(service.metadata.namespace, service.metadata.name)) ?? []));
}
