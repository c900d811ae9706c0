import type { AccessPolicy } from '../core/access/access-rule.ts';
import { Problem } from '../core/problem/problem.ts';
import type { ClustersConfig } from './sections/clusters.ts';
import { configFile, readConfigFile, readTextFile, type ReadText } from './config-file.ts';
import { given, type Environment } from './environment.ts';
import { formatFault, type Fault } from './fault.ts';
import type { FileConfig } from './file-schema.ts';
import { readConfig, type ReadConfig } from './read-config.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { splitStoreUrl } from './sections/store.ts';
import type { ObserveConfig } from './sections/observe.ts';

/** How Slack is reached, or that it is not: then the playground page is served. */
export type SlackConfig =
  | { readonly kind: 'none' }
  | { readonly kind: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string };

/** What goes without saying in a channel. */
export interface ChannelConfig {
  readonly cluster?: string;
  readonly namespace?: string;
}

/** Where several replicas keep what they share. */
export interface StoreConfig {
  /** Without a password. */
  readonly url: string;
  readonly password?: string;
  readonly prefix: string;
}

export interface Config {
  /** The file that was read; undefined: there is none. */
  readonly file: string | undefined;
  readonly slack: SlackConfig;
  /** A Slack on this machine, for tests. */
  readonly slackApiUrl: string | undefined;
  /** Further workspaces whose people may ask. */
  readonly teams: readonly string[];
  readonly observe: ObserveConfig;
  readonly port: number;
  readonly host: string | undefined;
  /** Checks that are silenced everywhere. */
  readonly ignore: readonly string[];
  /** Manifests are sent to the API server with dryRun=All; needs the verb create on what is written. */
  readonly dryRun: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Undefined: there is one replica, which holds all of it in memory. */
  readonly store: StoreConfig | undefined;
  /** For work under way, after SIGTERM. */
  readonly drainMs: number;
  readonly clusters: ClustersConfig;
  readonly alerts: {
    /** Ids or names of the channels whose alerts are triaged. */
    readonly channels: readonly string[];
    readonly windowMs: number;
    /** What monitoring calls a cluster, to the context that reads it. */
    readonly clusterNames: ReadonlyMap<string, string>;
  };
  readonly channels: ReadonlyMap<string, ChannelConfig>;
  readonly access: AccessPolicy & Pick<FileConfig['access'], 'impersonate'>;
  /** Every section as its schema has it, with the defaults filled in. */
  readonly sections: FileConfig;
}

export interface LoadOptions {
  /** What `--config` names; else K8S_SVC_CONFIG, else that of the image. */
  readonly file?: string;
  readonly readText?: ReadText;
}

/** What the file and the environment come to, or every fault in them. */
export interface CheckedConfig {
  readonly file: string | undefined;
  readonly config: Config | undefined;
  readonly faults: readonly Fault[];
  readonly secrets: Secrets;
  readonly originOf: ReadConfig['originOf'];
}

/** Throws a bad-request Problem only when the file that is named cannot be read. */
export function checkConfig(env: Environment, options: LoadOptions = {}): CheckedConfig {
  const readText = options.readText ?? readTextFile;
  const file = configFile(env, options.file);
  const read = readConfig(file === undefined ? undefined : readConfigFile(file, readText), env);
  const { secrets, faults: secretFaults } = readSecrets(env, readText);
  const slack = slackOf(secrets, read.values?.slack.mode ?? 'auto');
  const faults = [...secretFaults, ...read.faults, ...('fault' in slack && secretFaults.length === 0 ? [slack.fault] : [])];
  const { values } = read;
  const config =
    values === undefined || faults.length > 0 || 'fault' in slack
      ? undefined
      : toConfig(file, slack, values, passwordOf(env, secrets));
  return { file, config, faults, secrets, originOf: read.originOf };
}

/**
 * Reads the configuration out of the file and the environment, which wins. Throws a bad-request Problem that lists every
 * fault with its key and line or its variable, never the value: it may be a token.
 */
export function loadConfig(env: Environment, options: LoadOptions = {}): Config {
  const { file, config, faults } = checkConfig(env, options);
  if (config !== undefined) return config;
  const where = file !== undefined && faults.some(({ variable }) => variable === undefined) ? file : 'the environment';
  throw new Problem('bad-request', `The configuration in ${where} is not right.`, faults.map(formatFault));
}

function toConfig(file: string | undefined, slack: SlackConfig, values: FileConfig, storePassword: string | undefined): Config {
  const { alerts, channels, access, store, shutdown } = values;
  const password = storePassword === undefined ? {} : { password: storePassword };
  const alerted = Object.entries(channels).flatMap(([id, one]) => (one.alerts ? [id] : []));
  return {
    file,
    slack,
    slackApiUrl: values.slack.apiUrl,
    teams: values.slack.teams,
    observe: values.observe,
    port: values.slack.port,
    host: values.slack.host,
    ignore: values.ignore,
    dryRun: values.dryRun,
    logLevel: values.logLevel,
    store: store.url === undefined ? undefined : { url: store.url, prefix: store.prefix, ...password },
    drainMs: shutdown.drainMs,
    clusters: values.clusters,
    alerts: {
      channels: [...new Set([...alerts.channels, ...alerted])],
      windowMs: alerts.windowHours * 60 * 60 * 1_000,
      clusterNames: new Map(Object.entries(alerts.clusters)),
    },
    channels: new Map(Object.entries(channels)),
    access,
    sections: values,
  };
}

/** The one in the address of the environment wins: it belongs to it. */
function passwordOf(env: Environment, { K8S_SVC_STORE_PASSWORD: password }: Secrets): string | undefined {
  return splitStoreUrl(given(env, 'K8S_SVC_STORE_URL') ?? '').password ?? password;
}

function slackOf(
  { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret }: Secrets,
  mode: FileConfig['slack']['mode'],
): SlackConfig | { readonly fault: Fault } {
  const fault = (variable: string, say: string) => ({ fault: { key: '', variable, say } });
  if (botToken === undefined) {
    if (appToken === undefined && signingSecret === undefined) return { kind: 'none' };
    return fault(
      'SLACK_BOT_TOKEN',
      'is missing: the other Slack variables alone are not enough. It begins with xoxb- and stands in the Slack app under OAuth & Permissions.',
    );
  }
  if (appToken !== undefined && mode !== 'http') return { kind: 'socket', botToken, appToken };
  if (signingSecret !== undefined && mode !== 'socket') return { kind: 'http', botToken, signingSecret };
  const socket = 'SLACK_APP_TOKEN for Socket Mode (no public address; it begins with xapp-)';
  const http = 'SLACK_SIGNING_SECRET for HTTP';
  const wanted = mode === 'http' ? http : mode === 'socket' ? socket : `${socket}, or ${http}`;
  return fault('SLACK_BOT_TOKEN', `is set, but not how Slack reaches k8s-svc: set ${wanted}.`);
}
