import { z } from 'zod';
import { dnsSubdomain, labels, metadata, portName, portNumber, protocol, qualifiedName } from './names.ts';

const cidr = z.union([z.cidrv4(), z.cidrv6()], 'must be an address range such as 203.0.113.0/24');

const labelSelector = z.strictObject({
  matchLabels: labels.optional(),
  matchExpressions: z
    .array(
      z.strictObject({
        key: qualifiedName,
        operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist'], 'must be In, NotIn, Exists or DoesNotExist'),
        values: z.array(z.string()).optional(),
      }),
    )
    .optional(),
});

const peer = z
  .strictObject({
    podSelector: labelSelector.optional(),
    namespaceSelector: labelSelector.optional(),
    ipBlock: z.strictObject({ cidr, except: z.array(cidr).optional() }).optional(),
  })
  .refine((one) => Object.keys(one).length > 0, 'needs a podSelector, a namespaceSelector or an ipBlock')
  .refine((one) => one.ipBlock === undefined || Object.keys(one).length === 1, 'ipBlock cannot stand beside a selector');

const port = z
  .strictObject({
    protocol: protocol.optional(),
    port: z.union([portNumber, portName], 'must be a port from 1 to 65535 or the name of a container port').optional(),
    endPort: portNumber.optional(),
  })
  .refine((one) => one.endPort === undefined || (typeof one.port === 'number' && one.endPort >= one.port), {
    path: ['endPort'],
    message: 'needs a port number that is not larger',
  });

/** Source: kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/ */
export const networkPolicySchema = z.strictObject({
  apiVersion: z.literal('networking.k8s.io/v1'),
  kind: z.literal('NetworkPolicy'),
  metadata: metadata(dnsSubdomain),
  spec: z.strictObject({
    podSelector: labelSelector.optional(),
    policyTypes: z
      .array(z.enum(['Ingress', 'Egress'], 'must be Ingress or Egress'))
      .max(2)
      .optional(),
    ingress: z.array(z.strictObject({ from: z.array(peer).optional(), ports: z.array(port).optional() })).optional(),
    egress: z.array(z.strictObject({ to: z.array(peer).optional(), ports: z.array(port).optional() })).optional(),
  }),
});
