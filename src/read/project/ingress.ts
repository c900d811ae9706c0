import type { Ingress, IngressBackend, IngressClass } from '../../core/model/kinds/ingress.ts';
import { projectMeta } from './meta.ts';
import { array, has, intOrString, optionalString, raw, string, strings, type Raw } from './raw.ts';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';

export function projectIngress(object: Raw): Ingress {
  const spec = raw(object['spec']);
  const metadata = projectMeta(object);
  return {
    kind: 'Ingress',
    metadata,
    spec: {
      className: optionalString(spec['ingressClassName']) ?? metadata.annotations[CLASS_ANNOTATION],
      defaultBackend: projectBackend(spec['defaultBackend']),
      paths: array(spec['rules'])
        .map(raw)
        .flatMap((rule) =>
          array(raw(rule['http'])['paths'])
            .map(raw)
            .map((path) => ({
              host: string(rule['host']),
              path: string(path['path']) || '/',
              pathType: string(path['pathType']),
              backend: projectBackend(path['backend']),
            })),
        ),
      tlsHosts: array(spec['tls']).flatMap((tls) => strings(raw(tls)['hosts'])),
    },
    status: {
      addresses: array(raw(raw(object['status'])['loadBalancer'])['ingress'])
        .map(raw)
        .map((one) => string(one['ip']) || string(one['hostname'])),
    },
  };
}

function projectBackend(value: unknown): IngressBackend | undefined {
  const service = raw(raw(value)['service']);
  if (!has(raw(value)['service'])) return undefined;
  const port = raw(service['port']);
  return { service: string(service['name']), port: intOrString(port['name']) ?? intOrString(port['number']) };
}

export function projectIngressClass(object: Raw): IngressClass {
  const metadata = projectMeta(object);
  return {
    kind: 'IngressClass',
    metadata,
    spec: { controller: string(raw(object['spec'])['controller']) },
    isDefault: metadata.annotations[DEFAULT_CLASS] === 'true',
  };
}
