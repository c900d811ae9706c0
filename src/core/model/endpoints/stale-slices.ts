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
  if (hasJustChanged(service, slices, selected, now)) return none;
  const kept = slices.filter(isOfController);
  const listed = new Set<string>();
  for (const { endpoints } of slices) for (const { target } of endpoints) listed.add(target?.name ?? '');
  const families = new Set(kept.map((slice) => slice.addressType));
  const { names, uids } = identitiesOf(pods);
  const isGone = ({ target, terminating }: Endpoint) =>
    target?.kind === 'Pod' && !terminating && (!names.has(target.name) || (target.uid !== '' && !uids.has(target.uid)));
  const byHand = slices.filter(isHandMade);
  const addresses = new Set(byHand.length === 0 ? [] : selected.flatMap((pod) => pod.status.podIPs));
  return {
    missing: selected.filter(
      (pod) => !listed.has(pod.metadata.name) && isLive(pod) && isReady(pod) && belongs(pod, service, families),
    ),
    gone: [...new Set(kept.flatMap((slice) => slice.endpoints.filter(isGone).map((one) => one.target?.name ?? '')))],
    foreign: byHand.flatMap((slice) =>
      slice.endpoints.flatMap((one) => one.addresses.filter((address) => !addresses.has(address))),
    ),
  };
}

const none: StaleSlices = { missing: [], gone: [], foreign: [] };

function hasJustChanged(service: Service, slices: readonly EndpointSlice[], selected: readonly Pod[], now: number): boolean {
  const isRecent = (at: number | undefined) => at !== undefined && now - at < SETTLE_MS;
  return (
    isRecent(service.metadata.createdAt) ||
    selected.some(
      ({ metadata, status }) =>
        isRecent(metadata.createdAt) ||
        isRecent(metadata.deletedAt) ||
        isRecent(conditionOf(status.conditions, 'Ready')?.since),
    ) ||
    slices.some(({ metadata }) => isRecent(Date.parse(metadata.annotations[CHANGED_AT] ?? '')))
  );
}

/** The controller would list it: it has an address of a family in use, and a port that can be resolved. */
function belongs(pod: Pod, service: Service, families: ReadonlySet<string>): boolean {
  const fits = pod.status.podIPs.some((ip) => families.size === 0 || families.has(ip.includes(':') ? 'IPv6' : 'IPv4'));
  const { ports } = service.spec;
  return fits && (ports.length === 0 || ports.some((port) => resolveTargetPort(port, pod.spec) !== undefined));
}
