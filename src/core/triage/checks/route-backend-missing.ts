import { code, joinTexts, text, type Text } from '../../answer/text.ts';
import { nearest } from '../../ask/nearest.ts';
import { describe } from '../../model/commands.ts';
import { patchFields } from '../../model/json-pointer.ts';
import type { Condition } from '../../model/kinds/condition.ts';
import { coverKey, refOf } from '../../model/kinds/meta.ts';
import type { Route } from '../../model/kinds/route.ts';
import type { Service } from '../../model/kinds/service.ts';
import { formatServicePort } from '../../model/pods/ports.ts';
import { unresolvedRefs } from '../../model/entry/route-parents.ts';
import { serviceTargetsOf, type RouteTarget } from '../../model/entry/route-targets.ts';
import { defineCheck, type Draft } from '../check.ts';

/** Reasons of ResolvedRefs that speak of the backend; RefNotPermitted is a matter of grants. */
const backendReasons: ReadonlySet<string> = new Set(['BackendNotFound', 'InvalidKind', 'UnsupportedProtocol']);

export default defineCheck({
  id: 'route-backend-missing',
  title: 'The route names a Service or port that does not exist',
  theme: 'gateway',
  severity: 'critical',
  kind: 'cause',
  explains: [],
  needs: ['routes', 'findService', 'namespaceServices'],
  about: 'namespace',
  whenMissing: true,
  source: 'https://gateway-api.sigs.k8s.io/reference/spec/#httpbackendref',
  detects:
    "A backendRef of kind Service names a Service that does not exist in its namespace (by default the route's own), has no port, or names a port that the Service does not have; or the route's condition ResolvedRefs is False with BackendNotFound, InvalidKind or UnsupportedProtocol. Silent for other kinds of backends and for weight 0.",
  find({ routes, findService, namespaceServices, target }) {
    const names = namespaceServices.map((service) => service.metadata.name);
    return routes.flatMap((route) => {
      const seen = serviceTargetsOf(route, target.name === '' ? undefined : target).flatMap((to) => {
        const service = findService(to.ref.namespace, to.ref.name);
        if (service === 'unknown') return [];
        if (service === 'missing') return [missing(to, to.ref.namespace === route.metadata.namespace ? names : [])];
        return hasPort(service, to.ref.port) ? [] : [wrongPort(to, service)];
      });
      const said = unresolvedRefs(route);
      if (seen.length > 0 || said === undefined || !backendReasons.has(said.reason)) return seen;
      // In the triage of one Service the condition may speak of another backend of the route.
      return target.name !== '' && backendCount(route) > 1 ? [] : [byStatus(route, said)];
    });
  },
});

function hasPort({ spec }: Service, port: number | undefined): boolean {
  if (spec.type === 'ExternalName') return port !== undefined;
  return spec.ports.some((one) => one.port === port);
}

function backendCount({ spec }: Route): number {
  return new Set(spec.rules.flatMap((rule) => rule.backendRefs).map((ref) => `${ref.kind}/${ref.namespace}/${ref.name}`)).size;
}

function missing({ route, ref, fields, routes }: RouteTarget, names: readonly string[]): Draft {
  const near = nearest(ref.name, names);
  const [right] = near;
  return {
    ...about(route),
    say: text`${route.kind} ${code(route.metadata.name)} sends ${some(routes)} to Service ${code(ref.name)}, which does not exist in namespace ${code(ref.namespace)}${near.length > 0 ? text`; ${joinTexts(near.map(code), ' or ')} does` : ''}: callers get 500.`,
    evidence: { [`${ref.at}.name`]: ref.name, 'looked for in namespace': ref.namespace },
    next: [
      ...(right === undefined
        ? []
        : [
            {
              say: text`Name the Service that is meant`,
              command: patchFields(
                route,
                fields.map((field) => `${field}.name`),
                right,
              ),
            },
          ]),
      { say: text`See what the route says`, command: describe(route.kind, route.metadata.namespace, route.metadata.name) },
    ],
  };
}

function wrongPort({ route, ref, fields, routes }: RouteTarget, service: Service): Draft {
  const { ports } = service.spec;
  const meant = ports.length === 1 ? ports[0] : ports.find((port) => port.targetPort === ref.port);
  const container = ports.some((port) => port.targetPort === ref.port);
  const offered =
    ports.length === 0 ? text`has no port` : text`has only ${joinTexts(ports.map((port) => code(formatServicePort(port))))}`;
  return {
    ...about(route),
    say:
      ref.port === undefined
        ? text`${route.kind} ${code(route.metadata.name)} names no port of Service ${code(ref.name)}, which ${offered}: callers of ${some(routes)} get 500.`
        : text`${route.kind} ${code(route.metadata.name)} sends ${some(routes)} to port ${code(ref.port)} of Service ${code(ref.name)}, which ${offered}${container ? ': that is the port of the pods, not of the Service' : ''}; callers get 500.`,
    evidence: {
      [`${ref.at}.name`]: ref.name,
      [`${ref.at}.port`]: ref.port ?? 'not set',
      'spec.ports of the Service': ports.map(formatServicePort).join(', ') || 'none',
    },
    next: [
      {
        say: text`Write the port of the Service`,
        command: patchFields(
          route,
          fields.map((field) => `${field}.port`),
          meant?.port ?? 'PORT',
          ref.port === undefined ? 'add' : 'replace',
        ),
      },
      { say: text`See what the Service offers`, command: describe('service', ref.namespace, ref.name) },
    ],
  };
}

function byStatus(route: Route, condition: Condition): Draft {
  return {
    ...about(route),
    say: text`The controller cannot use a backend of ${route.kind} ${code(route.metadata.name)}: ${code(condition.reason)}${condition.message === '' ? '' : text`, ${code(condition.message)}`}.`,
    evidence: {
      'status.parents[].conditions[ResolvedRefs].reason': condition.reason,
      'status.parents[].conditions[ResolvedRefs].message': condition.message,
    },
    next: [
      {
        say: text`See its backendRefs and what is said about them`,
        command: describe(route.kind, route.metadata.namespace, route.metadata.name),
      },
    ],
  };
}

function about(route: Route): Pick<Draft, 'object' | 'pods'> {
  return { object: refOf(route), pods: [coverKey(route)] };
}

function some(routes: readonly string[]): Text {
  return text`${joinTexts(routes.slice(0, 3).map(code))}${routes.length > 3 ? ' …' : ''}`;
}
