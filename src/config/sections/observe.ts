import { z } from 'zod';

/** How k8s-svc tells what it does: health and metrics over HTTP, and the audit log. */
export const observeSection = z.strictObject({
  metricsPort: z
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('Port of /healthz, /readyz and /metrics; 0 serves none. Default: 9090 for the bot, none for the playground.'),
  metricsHost: z
    .string()
    .min(1)
    .optional()
    .describe('Address that they listen on. Default: all (0.0.0.0) for the bot, so that probes reach it; 127.0.0.1 else.'),
  auditFile: z
    .string()
    .min(1)
    .default('-')
    .describe(
      'File that gets one JSON line for each request; - is standard output, off writes none. The log is on standard error.',
    ),
  requestsPerUserAMinute: z
    .int()
    .min(0)
    .default(30)
    .describe('Requests of one person in a minute, and at once after a pause; 0 sets no limit.'),
  requestsPerChannelAMinute: z
    .int()
    .min(0)
    .default(120)
    .describe('Requests from one channel in a minute, and at once after a pause; 0 sets no limit.'),
});

export type ObserveConfig = z.infer<typeof observeSection>;
