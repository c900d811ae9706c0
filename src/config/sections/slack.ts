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
  teams: z
    .array(z.string().regex(/^[TE][A-Z0-9]{2,20}$/u, 'names a workspace that cannot be one: use T0123ABCD'))
    .describe('further workspaces of your own whose people may ask: of an Enterprise Grid, or of an org-wide installation')
    .default([]),
  apiUrl: z
    .string()
    .trim()
    .regex(/^http:\/\/127\.0\.0\.1:\d{1,5}\/api\/$/u, 'must be on this machine: http://127.0.0.1:PORT/api/')
    .describe('another Slack than Slack, on this machine, for tests: leave it out')
    .exactOptional(),
});
