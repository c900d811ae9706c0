import { MANAGED_BY_LABEL, type EndpointSlice } from '../kinds/endpoint-slice.ts';

/** The controller that makes slices from selectors. Source: kubernetes.io …/endpoint-slices/#management */
export function isOfController(slice: EndpointSlice): boolean {
  return slice.metadata.labels[MANAGED_BY_LABEL] === 'endpointslice-controller.k8s.io';
}

/** Copied from an Endpoints object by the control plane. */
export function isMirrored(slice: EndpointSlice): boolean {
  return slice.metadata.labels[MANAGED_BY_LABEL] === 'endpointslicemirroring-controller.k8s.io';
}

/** No controller says that it keeps it. */
export function isHandMade(slice: EndpointSlice): boolean {
  return slice.metadata.labels[MANAGED_BY_LABEL] === undefined;
}
