import { conditionOf } from '../kinds/condition.ts';
import type { Endpoint, EndpointSlice } from '../kinds/endpoint-slice.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';
import { perList } from '../per-list.ts';
import { isLive, isReady } from '../pods/pod-state.ts';
import { resolveTargetPort } from '../pods/ports.ts';
import { isHandMade, isOfController } from './slice-manager.ts';

export interface StaleSlices {
  /** Ready pods that no slice lists. */
  readonly missing: readonly Pod[];
  /** Names of pods that slices list and that do not exist (any more). */
  readonly gone: readonly string[];
  /** Addresses that a hand-made slice adds and that belong to no selected pod. */
  readonly foreign: readonly string[];
}

/** The controller needs moments; lists that are read one after the other differ for as long. */
const SETTLE_MS = 60_000;
const CHANGED_AT = 'endpoints.kubernetes.io/last-change-trigger-time';

const identitiesOf = perList((pods: readonly Pod[]) => ({
  names: new Set(pods.map((pod) => pod.metadata.name)),
  uids: new Set(pods.map((pod) => pod.metadata.uid)),
}));

/** What the slices of a Service with a selector and the pods disagree about. Nothing within a minute of a change. */
export function staleSlices(
  service: Service,
  slices: readonly EndpointSlice[],
  selected: readonly Pod[],
  pods: readonly Pod[],
  now: number,
): StaleSlices {
  const recent = [
    service.metadata.createdAt,
    ...selected.flatMap((pod) => [
      pod.metadata.createdAt,
      pod.metadata.deletedAt,
      conditionOf(pod.status.conditions, 'Ready')?.since,
    ]),
    ...slices.map((slice) => Date.parse(slice.metadata.annotations[CHANGED_AT] ?? '')),
  ].some((at) => at !== undefined && now - at < SETTLE_MS);
  if (recent) return { missing: [], gone: [], foreign: [] };
  const kept = slices.filter(isOfController);
  const listed = new Set(
    slices.flatMap((slice) => slice.endpoints).flatMap((one) => [one.target?.name ?? '', ...one.addresses]),
  );
  const families = new Set(kept.map((slice) => slice.addressType));
  const { names, uids } = identitiesOf(pods);
  const isGone = ({ target, terminating }: Endpoint) =>
    target?.kind === 'Pod' && !terminating && (!names.has(target.name) || (target.uid !== '' && !uids.has(target.uid)));
  const addresses = new Set(selected.flatMap((pod) => pod.status.podIPs));
  return {
    missing: selected.filter(
      (pod) => isLive(pod) && isReady(pod) && belongs(pod, service, families) && !listed.has(pod.metadata.name),
    ),
    gone: [...new Set(kept.flatMap((slice) => slice.endpoints.filter(isGone).map((one) => one.target?.name ?? '')))],
    foreign: slices
      .filter((slice) => isHandMade(slice))
      .flatMap((slice) => slice.endpoints.flatMap((one) => one.addresses.filter((address) => !addresses.has(address)))),
  };
}

/** The controller would list it: it has an address of a family in use, and a port that can be resolved. */
function belongs(pod: Pod, service: Service, families: ReadonlySet<string>): boolean {
  const fits = pod.status.podIPs.some((ip) => families.size === 0 || families.has(ip.includes(':') ? 'IPv6' : 'IPv4'));
  const { ports } = service.spec;
  return fits && (ports.length === 0 || ports.some((port) => resolveTargetPort(port, pod.spec) !== undefined));
}
