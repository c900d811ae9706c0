import { z } from 'zod';

/** How k8s-svc ends. */
export const shutdownSection = z.strictObject({
  drainMs: z
    .int()
    .min(0)
    .max(600_000)
    .describe(
      'milliseconds that work under way may take after SIGTERM, before those who wait are told that k8s-svc restarts; some seconds less than terminationGracePeriodSeconds',
    )
    .default(20_000),
});
