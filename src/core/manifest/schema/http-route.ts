import { z } from 'zod';
import { dnsLabel, dnsSubdomain, metadata, portNumber } from './names.ts';

const reference = {
  group: z.string().optional(),
  kind: z.string().optional(),
  name: dnsSubdomain,
  namespace: dnsLabel.optional(),
};

/** The part of an HTTPRoute that starters use. Source: gateway-api.sigs.k8s.io/api-types/httproute/ */
export const httpRouteSchema = z.strictObject({
  apiVersion: z.literal('gateway.networking.k8s.io/v1'),
  kind: z.literal('HTTPRoute'),
  metadata: metadata(dnsSubdomain),
  spec: z.strictObject({
    parentRefs: z.array(z.strictObject({ ...reference, sectionName: dnsSubdomain.optional(), port: portNumber.optional() })),
    hostnames: z.array(z.string().regex(/^(\*\.)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/u, 'must be a DNS name')).optional(),
    rules: z.array(
      z.strictObject({
        name: dnsSubdomain.optional(),
        matches: z.array(z.unknown()).max(64).optional(),
        filters: z.array(z.unknown()).max(16).optional(),
        backendRefs: z
          .array(z.strictObject({ ...reference, port: portNumber.optional(), weight: z.int().min(0).optional() }))
          .optional(),
        timeouts: z.unknown().optional(),
      }),
    ),
  }),
  status: z.unknown().optional(),
});
