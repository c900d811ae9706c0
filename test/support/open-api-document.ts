/** The OpenAPI document of `v1` as an API server of that version publishes it, with these fields in a Service's spec. */
export function coreDocument(version: string, specFields: Readonly<Record<string, object>>): object {
  const ref = (name: string) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }], default: {} });
  const meta = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
  const text = { type: 'string' };
  const texts = { type: 'object', additionalProperties: { type: 'string', default: '' } };
  const topLevel = (spec: string) => ({
    type: 'object',
    properties: { apiVersion: text, kind: text, metadata: ref(meta), spec: ref(spec), status: { type: 'object' } },
  });
  const kind = (name: string) => ({ 'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: name }] });
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version },
    components: {
      schemas: {
        [meta]: {
          type: 'object',
          properties: { name: text, namespace: text, labels: texts, annotations: texts, managedFields: { type: 'array' } },
        },
        'io.k8s.api.core.v1.Service': { ...topLevel('io.k8s.api.core.v1.ServiceSpec'), ...kind('Service') },
        'io.k8s.api.core.v1.Secret': { ...topLevel('io.k8s.api.core.v1.ServiceSpec'), ...kind('Secret') },
        'io.k8s.api.core.v1.ServiceSpec': {
          type: 'object',
          properties: {
            type: text,
            selector: texts,
            ports: { type: 'array', items: { $ref: '#/components/schemas/io.k8s.api.core.v1.ServicePort' } },
            ...specFields,
          },
        },
        'io.k8s.api.core.v1.ServicePort': {
          type: 'object',
          required: ['port'],
          properties: {
            name: text,
            protocol: { type: 'string', default: 'TCP' },
            port: { type: 'integer', format: 'int32', default: 0 },
            targetPort: ref('io.k8s.apimachinery.pkg.util.intstr.IntOrString'),
          },
        },
        'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { type: 'string', format: 'int-or-string' },
        'io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions': { type: 'object', ...kind('DeleteOptions') },
      },
    },
  };
}
