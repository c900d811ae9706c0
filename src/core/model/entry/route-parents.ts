import { conditionOf, type Condition } from '../kinds/condition.ts';
import type { Gateway, Listener } from '../kinds/gateway.ts';
import { isGatewayRef, type ParentRef, type Route, type RouteParentStatus } from '../kinds/route.ts';
import type { Lookup } from '../lookup.ts';

/** How a route stands to one of its parents. */
export type Attachment =
  | { readonly is: 'accepted' | 'waiting' | 'unknown'; readonly ref: ParentRef }
  | { readonly is: 'no-gateway'; readonly ref: ParentRef }
  | { readonly is: 'no-listener'; readonly ref: ParentRef; readonly gateway: Gateway }
  | { readonly is: 'refused'; readonly ref: ParentRef; readonly gateway: Gateway | undefined; readonly condition: Condition }
  /** No controller has written a status for this parent although it had the time. */
  | { readonly is: 'ignored'; readonly ref: ParentRef; readonly gateway: Gateway | undefined };

/** A controller writes its status within moments. */
const SETTLE_MS = 60_000;

/** What became of each parentRef: the Gateway and listener that it names, and what the controller says. */
export function attachmentsOf(route: Route, findGateway: Lookup<Gateway>, now: number): readonly Attachment[] {
  return route.spec.parentRefs.map((ref): Attachment => {
    const found = isGatewayRef(ref) ? findGateway(ref.namespace, ref.name) : 'unknown';
    if (found === 'missing') return { is: 'no-gateway', ref };
    const gateway = found === 'unknown' ? undefined : found;
    if (gateway !== undefined && listenersOf(gateway, ref).length === 0) return { is: 'no-listener', ref, gateway };
    const said = route.status.parents.filter((parent) => isSame(parent.parentRef, ref));
    if (said.some((one) => one.stale)) return { is: 'waiting', ref };
    const accepted = said.flatMap((one) => conditionOf(one.conditions, 'Accepted') ?? []);
    if (accepted.some((condition) => condition.status === 'True')) return { is: 'accepted', ref };
    const refusal = accepted.find((condition) => condition.status === 'False');
    if (refusal !== undefined) return { is: 'refused', ref, gateway, condition: refusal };
    // Without a Gateway that can be looked at (a Service of a mesh, another namespace) silence proves nothing.
    if (gateway === undefined && said.length === 0) return { is: 'unknown', ref };
    return isYoung(route, now) ? { is: 'waiting', ref } : { is: 'ignored', ref, gateway };
  });
}

/** The listeners that the reference means: all, or those of the section or port that it names. */
export function listenersOf(gateway: Gateway, ref: ParentRef): readonly Listener[] {
  return gateway.spec.listeners.filter(
    (listener) =>
      (ref.sectionName === undefined || listener.name === ref.sectionName) &&
      (ref.port === undefined || listener.port === ref.port),
  );
}

/** What the controllers say about the backends of a route: the first ResolvedRefs that is False and not outdated. */
export function unresolvedRefs(route: Route): Condition | undefined {
  return route.status.parents
    .filter((parent: RouteParentStatus) => !parent.stale)
    .map((parent) => conditionOf(parent.conditions, 'ResolvedRefs'))
    .find((condition) => condition?.status === 'False');
}

function isYoung(route: Route, now: number): boolean {
  const { createdAt } = route.metadata;
  return createdAt !== undefined && now - createdAt < SETTLE_MS;
}

function isSame(a: ParentRef, b: ParentRef): boolean {
  return (
    a.kind === b.kind &&
    a.namespace === b.namespace &&
    a.name === b.name &&
    a.sectionName === b.sectionName &&
    a.port === b.port
  );
}
