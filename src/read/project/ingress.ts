import type { Ingress, IngressBackend, IngressClass } from '../../core/model/kinds/ingress.ts';
import { projectMeta } from './meta.ts';
import { array, has, intOrString, optionalString, raw, string, strings, type Raw } from './raw.ts';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const DEFAULT_CLASS = 'ingressclass.kubernetes.io/is-default-class';

export function projectIngress(object: Raw): Ingress {
  const spec = raw(object['spec']);
  const metadata = projectMeta(object);
  const className = optionalString(spec['ingressClassName']);
  const annotation = optionalString(metadata.annotations[CLASS_ANNOTATION]);
  const tls = array(spec['tls']).map(raw);
  return {
    kind: 'Ingress',
    metadata,
    spec: {
      className: className ?? annotation,
      classFromAnnotation: className === undefined && annotation !== undefined,
      defaultBackend: projectBackend(spec['defaultBackend']),
      paths: array(spec['rules'])
        .map(raw)
        .flatMap((rule, ruleIndex) =>
          array(raw(rule['http'])['paths'])
            .map(raw)
            .map((path, index) => ({
              at: `spec.rules[${ruleIndex}].http.paths[${index}].backend`,
              host: string(rule['host']),
              path: string(path['path']) || '/',
              pathType: string(path['pathType']),
              backend: projectBackend(path['backend']),
            })),
        ),
      hosts: [...new Set(array(spec['rules']).map((rule) => string(raw(rule)['host'])))].filter((host) => host !== ''),
      tls: tls.map((one) => ({ secretName: optionalString(one['secretName']), hosts: strings(one['hosts']) })),
      tlsHosts: tls.flatMap((one) => strings(one['hosts'])),
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
    spec: {
      controller: string(raw(object['spec'])['controller']),
      parametersKind: optionalString(raw(raw(object['spec'])['parameters'])['kind']),
    },
    isDefault: metadata.annotations[DEFAULT_CLASS] === 'true',
  };
}
