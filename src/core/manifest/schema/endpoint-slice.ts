import { z } from 'zod';
import { endpointFault } from './addresses.ts';
import { dnsLabel, dnsSubdomain, metadata, portNumber, protocol, qualifiedName } from './names.ts';

const endpoint = z.strictObject({
  addresses: z.array(z.string()).min(1, 'needs at least one address').max(100, 'has at most 100 addresses'),
  conditions: z
    .strictObject({ ready: z.boolean().optional(), serving: z.boolean().optional(), terminating: z.boolean().optional() })
    .optional(),
  hostname: dnsLabel.optional(),
  nodeName: dnsSubdomain.optional(),
  zone: z.string().optional(),
  targetRef: z.unknown().optional(),
  hints: z.unknown().optional(),
  deprecatedTopology: z.unknown().optional(),
});

const slicePort = z.strictObject({
  name: z.union([z.literal(''), dnsLabel], 'must be a DNS label').optional(),
  protocol: protocol.optional(),
  port: portNumber.optional(),
  appProtocol: qualifiedName.optional(),
});

/** Source: kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/ */
export const endpointSliceSchema = z
  .strictObject({
    apiVersion: z.literal('discovery.k8s.io/v1'),
    kind: z.literal('EndpointSlice'),
    metadata: metadata(dnsSubdomain),
    addressType: z.enum(['IPv4', 'IPv6', 'FQDN'], 'must be IPv4, IPv6 or FQDN'),
    endpoints: z.array(endpoint).max(1000, 'has at most 1000 endpoints'),
    ports: z.array(slicePort).max(100, 'has at most 100 ports').optional(),
  })
  .superRefine((slice, context) => {
    slice.endpoints.forEach(({ addresses }, index) =>
      addresses.forEach((address, position) => {
        const message = endpointFault(address, slice.addressType);
        if (message !== undefined)
          context.addIssue({ code: 'custom', path: ['endpoints', index, 'addresses', position], message });
      }),
    );
    const names = (slice.ports ?? []).map((port) => port.name ?? '');
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) {
        context.addIssue({ code: 'custom', path: ['ports', index, 'name'], message: 'two ports have this name' });
      }
    });
  });
