import { z } from 'zod';
import { Problem } from '../core/problem/problem.ts';
import { observeSection, type ObserveConfig } from './sections/observe.ts';

const token = (prefix: string, what: string) =>
  z.string().trim().startsWith(prefix, `is no ${what}: it begins with ${prefix}`).optional();

/** Separated by commas or spaces. */
const words = (list: string) => list.split(/[\s,]+/u).filter((word) => word !== '');

const environment = z.object({
  SLACK_BOT_TOKEN: token('xoxb-', 'bot token'),
  SLACK_APP_TOKEN: token('xapp-', 'app-level token'),
  SLACK_SIGNING_SECRET: z.string().trim().min(16, 'is too short for a signing secret').optional(),
  K8S_SVC_PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  K8S_SVC_HOST: z.string().trim().min(1).optional(),
  K8S_SVC_IGNORE: z.string().default(''),
  K8S_SVC_ALERT_CHANNELS: z
    .string()
    .default('')
    .transform(words)
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^(?:[CG][A-Z0-9]{4,20}|#?[^\s,\p{Lu}]{1,80})$/u,
            'names a channel that cannot be one: use C0123ABCD or #oncall',
          ),
      ),
    ),
  K8S_SVC_ALERT_WINDOW_HOURS: z.coerce.number().min(0.1).max(168).default(6),
  K8S_SVC_ALERT_CLUSTERS: z
    .string()
    .default('')
    .transform(words)
    .pipe(z.array(z.string().regex(/^[^=\s]+=[^=\s]+$/u, 'is no list of NAME-IN-ALERTS=CONTEXT'))),
  K8S_SVC_DRY_RUN: z.enum(['on', 'off'], 'must be on or off').default('off'),
  K8S_SVC_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  K8S_SVC_AUDIT_FILE: z.string().trim().min(1).optional(),
  K8S_SVC_TEAMS: z
    .string()
    .default('')
    .transform(words)
    .pipe(z.array(z.string().regex(/^[TE][A-Z0-9]{2,20}$/u, 'names a workspace that cannot be one: use T0123ABCD'))),
  // Another Slack than Slack's own, for tests on this machine alone: the token goes there.
  K8S_SVC_SLACK_API_URL: z
    .string()
    .trim()
    .regex(/^http:\/\/127\.0\.0\.1:\d{1,5}\/api\/$/u, 'must be on this machine: http://127.0.0.1:PORT/api/')
    .optional(),
  K8S_SVC_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

/** How Slack is reached, or that it is not: then the playground page is served. */
export type SlackConfig =
  | { readonly kind: 'none' }
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string };

export interface Config {
  readonly slack: SlackConfig;
  /** A Slack on this machine, for tests. */
  readonly slackApiUrl: string | undefined;
  /** Further workspaces whose people may ask. */
  readonly teams: readonly string[];
  readonly observe: ObserveConfig;
  readonly port: number;
  readonly host: string | undefined;
  /** Checks that are silenced everywhere, as they were typed. */
  readonly ignore: readonly string[];
  /** Manifests are sent to the API server with dryRun=All; needs the verb create on what is written. */
  readonly dryRun: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly alerts: {
    /** Ids or names of the channels whose alerts are triaged. */
    readonly channels: readonly string[];
    readonly windowMs: number;
    /** What monitoring calls a cluster, to the context that reads it. */
    readonly clusterNames: ReadonlyMap<string, string>;
  };
}

/**
 * Reads the configuration out of the environment. Throws a bad-request Problem that lists every fault with its
 * variable, never the value: it may be a token.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new Problem(
      'bad-request',
      'The configuration in the environment is not right.',
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    );
  }
  const values = parsed.data;
  return {
    slack: slackOf(values),
    slackApiUrl: values.K8S_SVC_SLACK_API_URL,
    teams: values.K8S_SVC_TEAMS,
    observe: observeSection.parse({
      metricsPort: values.K8S_SVC_METRICS_PORT,
      auditFile: values.K8S_SVC_AUDIT_FILE,
    }),
    port: values.K8S_SVC_PORT,
    host: values.K8S_SVC_HOST,
    ignore: [values.K8S_SVC_IGNORE],
    dryRun: values.K8S_SVC_DRY_RUN === 'on',
    logLevel: values.K8S_SVC_LOG_LEVEL,
    alerts: {
      channels: values.K8S_SVC_ALERT_CHANNELS,
      windowMs: values.K8S_SVC_ALERT_WINDOW_HOURS * 60 * 60 * 1_000,
      clusterNames: new Map(values.K8S_SVC_ALERT_CLUSTERS.map((pair) => pair.split('=', 2) as [string, string])),
    },
  };
}

function slackOf(values: z.infer<typeof environment>): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  if (botToken === undefined) {
    if (appToken === undefined && signingSecret === undefined) return { kind: 'none' };
    throw new Problem('bad-request', 'SLACK_BOT_TOKEN is missing: the other Slack variables alone are not enough.', [
      'It begins with xoxb- and stands in the Slack app under OAuth & Permissions.',
    ]);
  }
  if (appToken !== undefined) return { kind: 'socket', botToken, appToken };
  if (signingSecret !== undefined) return { kind: 'http', botToken, signingSecret };
  throw new Problem('bad-request', 'SLACK_BOT_TOKEN is set, but not how Slack reaches k8s-svc.', [
    'Socket Mode (no public address): set SLACK_APP_TOKEN, which begins with xapp-.',
    'HTTP: set SLACK_SIGNING_SECRET.',
  ]);
}
