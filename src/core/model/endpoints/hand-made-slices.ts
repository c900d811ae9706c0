import type { EndpointSlice } from '../kinds/endpoint-slice.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';

export interface SliceFault {
  readonly slice: EndpointSlice;
  /** A sentence part about the slice: "has …". */
  readonly say: string;
  /** The field at fault and its value. */
  readonly field: string;
  readonly value: string;
}

/**
 * What keeps kube-proxy from using a slice that a person made for a Service without selector. `services` and `pods`
 * may be unread.
 * Source: kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 */
export function sliceFaults(
  service: Service,
  slice: EndpointSlice,
  services: readonly Service[] | undefined,
  pods: readonly Pod[] | undefined,
): readonly SliceFault[] {
  const fault = (say: string, field: string, value: string): SliceFault => ({ slice, say, field, value });
  const { addressType, endpoints } = slice;
  if (addressType === 'FQDN') return [fault('has host names, which kube-proxy does not use', 'addressType', 'FQDN')];
  const families = service.spec.ipFamilies;
  if (families.length > 0 && !families.includes(addressType)) {
    return [
      fault(
        `is of family ${addressType}, which the Service does not have (${families.join(', ')})`,
        'addressType',
        addressType,
      ),
    ];
  }
  const addresses = endpoints.flatMap((endpoint) => endpoint.addresses);
  const virtual = addresses.find((address) => services?.some((one) => one.spec.clusterIPs.includes(address)));
  const gone = endpoints.find(
    ({ target }) => target?.kind === 'Pod' && pods !== undefined && !pods.some((pod) => pod.metadata.name === target.name),
  );
  return [
    ...portFaults(service, slice, fault),
    ...(virtual === undefined
      ? []
      : [
          fault(
            'has the cluster IP of a Service as its address, to which kube-proxy cannot forward',
            'endpoints[].addresses',
            virtual,
          ),
        ]),
    ...(gone === undefined
      ? []
      : [fault('lists a pod that does not exist', 'endpoints[].targetRef.name', gone.target?.name ?? '')]),
  ];
}

/** Ports find each other by name, and unnamed fits unnamed only; the numbers may differ. */
function portFaults(service: Service, slice: EndpointSlice, fault: (say: string, field: string, value: string) => SliceFault) {
  if (service.spec.ports.length === 0) return [];
  if (slice.ports.length === 0) return [fault('has no ports', 'ports', 'none')];
  const unmatched = slice.ports.filter(
    (port) => !service.spec.ports.some((one) => one.name === port.name && one.protocol === port.protocol),
  );
  // A slice may serve a part of the Service's ports; it is wrong when it serves none of them.
  if (unmatched.length < slice.ports.length) return [];
  const words = (ports: readonly { readonly name: string; readonly protocol: string }[]) =>
    ports.map((port) => `${port.name === '' ? 'unnamed' : `"${port.name}"`} ${port.protocol}`).join(', ');
  return [
    fault(
      `calls its port ${words(slice.ports)}, but the Service calls it ${words(service.spec.ports)}`,
      'ports[].name',
      words(slice.ports),
    ),
  ];
}
