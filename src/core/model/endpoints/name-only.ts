import { isHeadless, type Service } from '../kinds/service.ts';

/** Written by client libraries that elect a leader on an Endpoints object of the Service's name. */
const LEADER = 'control-plane.alpha.kubernetes.io/leader';

/**
 * True for a Service without selector that is not meant to carry traffic: an operator owns it and uses its name, for
 * example to elect a leader, or it has neither an address nor a port.
 */
export function isNameOnly(service: Service): boolean {
  const { metadata, spec } = service;
  if (spec.type === 'ExternalName' || Object.keys(spec.selector).length > 0) return false;
  return metadata.owners.length > 0 || LEADER in metadata.annotations || (isHeadless(service) && spec.ports.length === 0);
}
