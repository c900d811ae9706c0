import type { EndpointSlice } from '../kinds/endpoint-slice.ts';
import { serviceOfSlice } from '../kinds/endpoint-slice.ts';
import type { Service } from '../kinds/service.ts';
import { mapObserved, observed, type Observed } from '../observed.ts';
import type { Snapshot } from '../snapshot.ts';

/** A Service of the cluster that an ExternalName Service points to. */
export interface ExternalTarget {
  readonly namespace: string;
  readonly name: string;
  /** False for `NAME.NAMESPACE` and `NAME.NAMESPACE.svc`, which no resolver completes: an alias is taken as it stands. */
  readonly complete: boolean;
  /** undefined: there is none of that name. */
  readonly service: Service | undefined;
  readonly slices: readonly EndpointSlice[];
}

/**
 * The Service that a DNS name means; undefined for names outside the cluster. A pod's own name (`web-0.web.shop.svc…`)
 * means its Service. Names under another cluster domain than cluster.local are left alone.
 * Source: kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function serviceOfDnsName(
  dnsName: string,
): { readonly namespace: string; readonly name: string; readonly complete: boolean } | undefined {
  const match = /^(?:[^.]+\.)*?(?<name>[^.]+)\.(?<namespace>[^.]+)\.svc(?<domain>\.cluster\.local)?$/iu.exec(
    dnsName.replace(/\.$/u, ''),
  );
  const { name, namespace, domain } = match?.groups ?? {};
  if (name === undefined || namespace === undefined) return undefined;
  return { name: name.toLowerCase(), namespace: namespace.toLowerCase(), complete: domain !== undefined };
}

/** Observed as undefined where the name leads out of the cluster: then nothing has to be read. */
export function externalTargetOf(service: Service | undefined, snapshot: Snapshot): Observed<ExternalTarget | undefined> {
  const { externalName, type } = service?.spec ?? {};
  if (type !== 'ExternalName' || externalName === undefined) return observed(undefined);
  const meant = serviceOfDnsName(externalName) ?? shortName(externalName, snapshot);
  if (meant === undefined) return observed(undefined);
  const { name, namespace } = meant;
  const services = snapshot.in('services', namespace);
  if (!services.read) return services;
  const found = services.value.find((one) => one.metadata.name === name);
  if (found === undefined) return observed({ ...meant, service: undefined, slices: [] });
  return mapObserved(snapshot.in('endpointslices', namespace), (slices) => ({
    ...meant,
    service: found,
    slices: slicesByService(slices).get(name) ?? [],
  }));
}

/** `NAME.NAMESPACE` where such a Service is seen; any other name of two parts may well be a domain. */
function shortName(dnsName: string, snapshot: Snapshot): Omit<ExternalTarget, 'service' | 'slices'> | undefined {
  const [name = '', namespace, ...rest] = dnsName.replace(/\.$/u, '').toLowerCase().split('.');
  if (namespace === undefined || rest.length > 0) return undefined;
  const services = snapshot.in('services', namespace);
  const exists = services.read && services.value.some((one) => one.metadata.name === name);
  return exists ? { name, namespace, complete: false } : undefined;
}

const indexes = new WeakMap<readonly EndpointSlice[], ReadonlyMap<string, readonly EndpointSlice[]>>();

function slicesByService(slices: readonly EndpointSlice[]): ReadonlyMap<string, readonly EndpointSlice[]> {
  let index = indexes.get(slices);
  if (index === undefined) {
    index = Map.groupBy(slices, (slice) => serviceOfSlice(slice) ?? '');
    indexes.set(slices, index);
  }
  return index;
}
