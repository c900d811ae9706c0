import { z } from 'zod';

/** How k8s-svc tells what it does: health and metrics over HTTP, and the audit log. */
export const observeSection = z.strictObject({
  metricsPort: z
    .int()
    .min(0)
    .max(65_535)
    .describe('port of /healthz, /readyz and /metrics; 0 serves none. By default 9090 for the bot, none for the playground')
    .exactOptional(),
  metricsHost: z
    .string()
    .trim()
    .min(1)
    .describe('address that they listen on. By default every address for the bot, the own machine for the playground')
    .exactOptional(),
  auditFile: z
    .string()
    .trim()
    .min(1)
    .describe(
      'file that gets one JSON line a request; `stdout` is standard output, `off` writes none; the log is on standard error',
    )
    .default('stdout'),
  requestsPerUserAMinute: z
    .int()
    .min(0)
    .describe('requests of one person in a minute, and at once after a pause; 0 sets no limit')
    .default(30),
  requestsPerChannelAMinute: z
    .int()
    .min(0)
    .describe('requests from one channel in a minute, and at once after a pause; 0 sets no limit')
    .default(120),
});

export type ObserveConfig = z.infer<typeof observeSection>;
