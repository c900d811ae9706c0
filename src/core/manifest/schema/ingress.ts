import { z } from 'zod';
import { ip } from './addresses.ts';
import { dnsLabel, dnsSubdomain, metadata, portName, portNumber } from './names.ts';

const host = z
  .union(
    [dnsSubdomain, z.string().regex(/^\*\.[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/u)],
    'must be a DNS name, with or without a leading *.',
  )
  .refine((value) => !ip.safeParse(value).success, 'must be a DNS name, not an IP address');

const backend = z
  .strictObject({
    service: z
      .strictObject({
        name: dnsLabel,
        port: z
          .strictObject({ number: portNumber.optional(), name: portName.optional() })
          .refine((port) => (port.number === undefined) !== (port.name === undefined), 'needs either a number or a name'),
      })
      .optional(),
    resource: z.unknown().optional(),
  })
  .refine((value) => (value.service === undefined) !== (value.resource === undefined), 'needs either a Service or a resource');

const path = z
  .strictObject({
    path: z.string().optional(),
    pathType: z.enum(['Exact', 'Prefix', 'ImplementationSpecific'], 'must be Exact, Prefix or ImplementationSpecific'),
    backend,
  })
  .refine(({ path: value, pathType }) => pathType === 'ImplementationSpecific' || value?.startsWith('/') === true, {
    path: ['path'],
    message: 'must begin with /',
  });

/** Source: kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/ */
export const ingressSchema = z.strictObject({
  apiVersion: z.literal('networking.k8s.io/v1'),
  kind: z.literal('Ingress'),
  metadata: metadata(dnsSubdomain),
  spec: z
    .strictObject({
      ingressClassName: dnsSubdomain.optional(),
      defaultBackend: backend.optional(),
      tls: z.array(z.strictObject({ hosts: z.array(host).optional(), secretName: dnsSubdomain.optional() })).optional(),
      rules: z
        .array(
          z.strictObject({
            host: host.optional(),
            http: z.strictObject({ paths: z.array(path).min(1, 'needs at least one path') }).optional(),
          }),
        )
        .optional(),
    })
    .refine(
      (spec) => spec.defaultBackend !== undefined || (spec.rules?.length ?? 0) > 0,
      'needs at least one rule or a default backend',
    ),
  status: z.unknown().optional(),
});
