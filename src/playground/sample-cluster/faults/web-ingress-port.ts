import type { KubernetesObject } from '../description.ts';
import type { Fault } from './fault.ts';

export const webIngressPort: Fault = {
  id: 'web-ingress-port',
  title: 'web: Ingress names a port that the Service lacks',
  service: { namespace: 'shop', name: 'web' },
  alert: { name: 'ProbeFailed', severity: 'critical', summary: 'https://shop.example.com answers 503.' },
  objects: (objects) => objects.map((object) => (isIngressOfWeb(object) ? withPort(object, 8080) : object)),
};

function isIngressOfWeb({ kind, metadata }: KubernetesObject): boolean {
  return kind === 'Ingress' && metadata.name === 'web' && metadata.namespace === 'shop';
}

function withPort(ingress: KubernetesObject, number: number): KubernetesObject {
  const spec = ingress['spec'] as { readonly rules: readonly { readonly host: string }[] };
  const paths = [{ backend: { service: { name: 'web', port: { number } } }, path: '/', pathType: 'Prefix' }];
  return { ...ingress, spec: { ...spec, rules: spec.rules.map(({ host }) => ({ host, http: { paths } })) } };
}
