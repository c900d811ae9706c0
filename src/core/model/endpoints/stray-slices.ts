import { SERVICE_NAME_LABEL, type EndpointSlice } from '../kinds/endpoint-slice.ts';
import { isOfController } from './slice-manager.ts';

/**
 * Slices that were perhaps made for this Service: named after it, but without the label that ties them to it, or with the
 * label of a Service that does not exist. Those of the controller are right by their making.
 */
export function straySlices(
  service: string,
  slices: readonly EndpointSlice[],
  services: ReadonlySet<string>,
): readonly EndpointSlice[] {
  return slices.filter((slice) => {
    const label = slice.metadata.labels[SERVICE_NAME_LABEL];
    const named = slice.metadata.name === service || slice.metadata.name.startsWith(`${service}-`);
    return named && !isOfController(slice) && (label === undefined || !services.has(label));
  });
}
