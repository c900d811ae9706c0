import { z } from 'zod';

export const slackSection = z.strictObject({
  mode: z
    .enum(['auto', 'socket', 'http'])
    .describe('how Slack reaches k8s-svc: socket (no public address), http, or auto: socket when its token is set')
    .default('auto'),
  port: z
    .int()
    .min(1)
    .max(65_535)
    .describe('port for requests of Slack in HTTP mode, and of the playground page')
    .default(3000),
  host: z
    .string()
    .trim()
    .min(1)
    .describe('address to listen on; by default every address for Slack, the own machine for the playground')
    .exactOptional(),
});
