import type { CertificateRef, Gateway, GatewayClass, Listener, ReferenceGrant } from '../../core/model/kinds/gateway.ts';
import { projectConditions, projectMeta } from './meta.ts';
import { array, number, oneOf, optionalString, raw, string, type Raw } from './raw.ts';
import { isStale } from './stale.ts';

export function projectGateway(object: Raw): Gateway {
  const metadata = projectMeta(object);
  const spec = raw(object['spec']);
  const status = raw(object['status']);
  return {
    kind: 'Gateway',
    metadata,
    spec: {
      className: string(spec['gatewayClassName']),
      listeners: array(spec['listeners']).map((listener, index) => projectListener(raw(listener), index, metadata.namespace)),
    },
    status: {
      addresses: array(status['addresses']).map((address) => string(raw(address)['value'])),
      conditions: projectConditions(status['conditions']),
      listeners: array(status['listeners'])
        .map(raw)
        .map((listener) => ({
          name: string(listener['name']),
          attachedRoutes: number(listener['attachedRoutes'], 0),
          conditions: projectConditions(listener['conditions']),
        })),
      stale: isStale(object, status['conditions']),
    },
  };
}

function projectListener(listener: Raw, index: number, namespace: string): Listener {
  const allowed = raw(listener['allowedRoutes']);
  return {
    name: string(listener['name']),
    port: number(listener['port'], 0),
    protocol: string(listener['protocol']),
    hostname: optionalString(listener['hostname']),
    routesFrom: oneOf(raw(allowed['namespaces'])['from'], ['All', 'Selector', 'Same', 'None'], 'Same'),
    routeKinds: array(allowed['kinds']).map((kind) => string(raw(kind)['kind'])),
    certificateRefs: array(raw(listener['tls'])['certificateRefs']).map((ref, at) =>
      projectCertificateRef(raw(ref), `spec.listeners[${index}].tls.certificateRefs[${at}]`, namespace),
    ),
  };
}

function projectCertificateRef(ref: Raw, at: string, namespace: string): CertificateRef {
  return {
    at,
    group: string(ref['group']),
    kind: string(ref['kind']) || 'Secret',
    namespace: string(ref['namespace']) || namespace,
    name: string(ref['name']),
  };
}

export function projectGatewayClass(object: Raw): GatewayClass {
  return {
    kind: 'GatewayClass',
    metadata: projectMeta(object),
    spec: { controllerName: string(raw(object['spec'])['controllerName']) },
    status: { conditions: projectConditions(raw(object['status'])['conditions']) },
  };
}

export function projectReferenceGrant(object: Raw): ReferenceGrant {
  const spec = raw(object['spec']);
  return {
    kind: 'ReferenceGrant',
    metadata: projectMeta(object),
    spec: {
      from: array(spec['from'])
        .map(raw)
        .map((from) => ({ group: string(from['group']), kind: string(from['kind']), namespace: string(from['namespace']) })),
      to: array(spec['to'])
        .map(raw)
        .map((to) => ({ group: string(to['group']), kind: string(to['kind']), name: optionalString(to['name']) })),
    },
  };
}
