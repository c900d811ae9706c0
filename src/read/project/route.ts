import {
  GATEWAY_GROUP,
  type BackendRef,
  type ParentRef,
  type Route,
  type RouteKind,
  type RouteParentStatus,
} from '../../core/model/kinds/route.ts';
import { projectConditions, projectMeta } from './meta.ts';
import { array, number, optionalNumber, optionalString, raw, string, strings, type Raw } from './raw.ts';
import { isStale } from './stale.ts';

/** One projection for the three kinds: what differs is only how a rule matches. */
export function projectRoute<K extends RouteKind>(kind: K): (object: Raw) => Route & { readonly kind: K } {
  return (object) => {
    const metadata = projectMeta(object);
    const spec = raw(object['spec']);
    return {
      kind,
      metadata,
      spec: {
        hostnames: strings(spec['hostnames']),
        parentRefs: array(spec['parentRefs']).map((ref) => projectParentRef(raw(ref), metadata.namespace)),
        rules: array(spec['rules']).map((rule, index) => ({
          matches: array(raw(rule)['matches'])
            .map(matchInWords)
            .filter((words) => words !== ''),
          backendRefs: backendRefsOf(raw(rule), `spec.rules[${index}]`, metadata.namespace),
        })),
      },
      status: { parents: array(raw(object['status'])['parents']).map((parent) => projectParent(raw(parent), object)) },
    };
  };
}

function projectParentRef(ref: Raw, namespace: string): ParentRef {
  return {
    group: typeof ref['group'] === 'string' ? ref['group'] : GATEWAY_GROUP,
    kind: string(ref['kind']) || 'Gateway',
    namespace: string(ref['namespace']) || namespace,
    name: string(ref['name']),
    sectionName: optionalString(ref['sectionName']),
    port: optionalNumber(ref['port']),
  };
}

function projectParent(parent: Raw, route: Raw): RouteParentStatus {
  const namespace = string(raw(route['metadata'])['namespace']);
  return {
    parentRef: projectParentRef(raw(parent['parentRef']), namespace),
    controllerName: string(parent['controllerName']),
    conditions: projectConditions(parent['conditions']),
    stale: isStale(route, parent['conditions']),
  };
}

function backendRefsOf(rule: Raw, at: string, namespace: string): readonly BackendRef[] {
  const own = array(rule['backendRefs']).map((ref, index) =>
    projectBackendRef(raw(ref), `${at}.backendRefs[${index}]`, namespace),
  );
  const mirrors = array(rule['filters']).flatMap((filter, index) => {
    const mirror = raw(raw(filter)['requestMirror'])['backendRef'];
    if (mirror === undefined) return [];
    return [projectBackendRef(raw(mirror), `${at}.filters[${index}].requestMirror.backendRef`, namespace)];
  });
  return [...own, ...mirrors];
}

function projectBackendRef(ref: Raw, at: string, namespace: string): BackendRef {
  return {
    at,
    group: string(ref['group']),
    kind: string(ref['kind']) || 'Service',
    namespace: string(ref['namespace']) || namespace,
    name: string(ref['name']),
    port: optionalNumber(ref['port']),
    weight: number(ref['weight'], 1),
  };
}

function matchInWords(match: unknown): string {
  const path = raw(raw(match)['path']);
  const method = raw(raw(match)['method']);
  if (path['value'] !== undefined) return string(path['value']);
  return [string(method['service']), string(method['method'])].filter((part) => part !== '').join('/');
}
