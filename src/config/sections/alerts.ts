import { z } from 'zod';
import { clusterName } from './patterns.ts';

export const alertsSection = z.strictObject({
  channels: z
    .array(
      z
        .string()
        .regex(
          /^(?:[CG][A-Z0-9]{4,20}|#?[^\s,\p{Lu}]{1,80})$/u,
          'names a channel that cannot be one: use C0123ABCD or #oncall',
        ),
    )
    .describe('further channels whose alerts are triaged, by id, or by name (needs the scope channels:read)')
    .default([]),
  windowHours: z.number().min(0.1).max(168).describe('hours within which an alert is answered once').default(6),
  clusters: z
    .record(z.string().regex(/^[^=\s]+$/u, 'is no name of a cluster'), clusterName)
    .describe('what monitoring calls a cluster, and the cluster that is read for it')
    .default({}),
});
