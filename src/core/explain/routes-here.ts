import { code, joinTexts, text, type Text } from '../answer/text.ts';
import { refusedReferences } from '../model/entry/cross-references.ts';
import type { Gateway } from '../model/kinds/gateway.ts';
import { isGatewayRef, type ParentRef, type Route } from '../model/kinds/route.ts';
import { lookupOf, type Lookup } from '../model/lookup.ts';
import { attachmentsOf } from '../model/entry/route-parents.ts';
import { serviceTargetsOf } from '../model/entry/route-targets.ts';
import { routesTo } from '../model/entry/what-leads-here.ts';
import type { Surroundings } from './surroundings.ts';

/** A route of the Gateway API that names this Service. */
export interface RouteHere {
  readonly route: Route;
  /** `shop.example/api`; `*` for every host. */
  readonly requests: readonly string[];
}

/** Empty too when routes could not be read: `explain` says so at its end. */
export function routesHere({ service, snapshot }: Surroundings): readonly RouteHere[] {
  const { name, namespace } = service.metadata;
  const routes = routesTo({ snapshot, namespace, name });
  if (!routes.read) return [];
  return routes.value.flatMap((route) => {
    const requests = [...new Set(serviceTargetsOf(route, service.metadata).flatMap((target) => target.routes))];
    return requests.length === 0 ? [] : [{ route, requests }];
  });
}

/** Requests come by this route: a parent with an address took it, as far as can be seen, and its reference is allowed. */
export function isOpen(around: Surroundings, { route }: RouteHere): boolean {
  const find = lookupOf(around.snapshot, 'gateways');
  const taken = attachmentsOf(route, find, around.now).filter(({ is }) => is === 'accepted' || is === 'unknown');
  return taken.some(({ ref }) => addressesOf(ref, find)?.length !== 0) && !isRefused(around, route);
}

/** The route, the Gateways by which requests come to it with their addresses, and what keeps them from coming. */
export function routeLine(around: Surroundings, { route, requests }: RouteHere): Text {
  const { namespace, name } = route.metadata;
  const foreign = namespace !== around.service.metadata.namespace;
  const shown = foreign ? `${namespace}/${name}` : name;
  const more = requests.length > 4 ? ` and ${requests.length - 4} more` : '';
  return text`${route.kind} ${code(shown)}${parents(around, route)}: ${joinTexts(requests.slice(0, 4).map(code))}${more}${refused(around, route)}`;
}

function parents({ snapshot, now }: Surroundings, route: Route): Text {
  const find = lookupOf(snapshot, 'gateways');
  const lines = attachmentsOf(route, find, now).map(({ is, ref }): Text => {
    const parent = text`${ref.kind} ${code(`${ref.namespace}/${ref.name}`)}`;
    switch (is) {
      case 'no-gateway':
        return text`${parent}, which does not exist`;
      case 'no-listener':
        return text`${parent}, which has no such listener`;
      case 'refused':
        return text`${parent}, which refuses it`;
      case 'ignored':
      case 'waiting':
        return text`${parent}, which has not taken it yet`;
      case 'accepted':
      case 'unknown':
        return text`${parent}${addresses(ref)}`;
      default:
        return is satisfies never;
    }
  });
  return lines.length === 0 ? text`, attached to no Gateway` : text`, through ${joinTexts(lines)}`;

  function addresses(ref: ParentRef): Text {
    const at = addressesOf(ref, find);
    if (at === undefined) return [];
    return at.length === 0 ? text`, which has no address yet` : text` at ${joinTexts(at.map(code))}`;
  }
}

/** undefined for a parent that cannot be looked at. */
function addressesOf(ref: ParentRef, find: Lookup<Gateway>): readonly string[] | undefined {
  const gateway = isGatewayRef(ref) ? find(ref.namespace, ref.name) : 'unknown';
  return typeof gateway === 'string' ? undefined : gateway.status.addresses;
}

function refused(around: Surroundings, route: Route): Text {
  return isRefused(around, route) ? text`; no ReferenceGrant in ${code(around.service.metadata.namespace)} allows that` : [];
}

function isRefused({ snapshot, service }: Surroundings, route: Route): boolean {
  const { name, namespace } = service.metadata;
  const found = refusedReferences([route], snapshot);
  return found.read && found.value.some(({ to }) => to.namespace === namespace && to.name === name);
}
