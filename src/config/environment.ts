import { splitStoreUrl } from './sections/store.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable of the environment that stands for a key of the file, and wins over it. */
export interface Variable {
  readonly name: string;
  readonly key: readonly string[];
  /** Example in the documentation. */
  readonly example: string;
  /** The text as the file would have it. What is no such thing goes on as it is, for the schema to refuse. */
  readonly read: (text: string) => unknown;
}

/** Separated by commas or spaces. */
const words = (list: string) => list.split(/[\s,]+/u).filter((word) => word !== '');

const number = (text: string) => (Number.isNaN(Number(text)) ? text : Number(text));

const onOff = (text: string) => (text === 'on' ? true : text === 'off' ? false : text);

function pairs(text: string): unknown {
  const all = words(text).map((word) => /^([^=]+)=(.+)$/u.exec(word)?.slice(1));
  return all.includes(undefined) ? text : Object.fromEntries(all as [string, string][]);
}

export const variables: readonly Variable[] = [
  { name: 'K8S_SVC_PORT', key: ['slack', 'port'], example: '3000', read: number },
  { name: 'K8S_SVC_HOST', key: ['slack', 'host'], example: '127.0.0.1', read: (text) => text.trim() },
  { name: 'K8S_SVC_TEAMS', key: ['slack', 'teams'], example: 'T0123ABCD', read: words },
  {
    name: 'K8S_SVC_SLACK_API_URL',
    key: ['slack', 'apiUrl'],
    example: 'http://127.0.0.1:3001/api/',
    read: (text) => text.trim(),
  },
  { name: 'K8S_SVC_METRICS_PORT', key: ['observe', 'metricsPort'], example: '9090', read: number },
  {
    name: 'K8S_SVC_AUDIT_FILE',
    key: ['observe', 'auditFile'],
    example: '/var/log/k8s-svc/audit.jsonl',
    read: (text) => text.trim(),
  },
  { name: 'K8S_SVC_ALERT_CHANNELS', key: ['alerts', 'channels'], example: 'C0123ABCD #oncall', read: words },
  { name: 'K8S_SVC_ALERT_WINDOW_HOURS', key: ['alerts', 'windowHours'], example: '6', read: number },
  { name: 'K8S_SVC_ALERT_CLUSTERS', key: ['alerts', 'clusters'], example: 'NAME-IN-ALERTS=CONTEXT', read: pairs },
  {
    name: 'K8S_SVC_IGNORE',
    key: ['ignore'],
    example: 'no-redundancy',
    read: (text) => text.split(/[\s,;]+/u).filter((word) => word !== ''),
  },
  { name: 'K8S_SVC_CACHE', key: ['cache', 'enabled'], example: 'on', read: onOff },
  { name: 'K8S_SVC_DRY_RUN', key: ['dryRun'], example: 'on', read: onOff },
  {
    name: 'K8S_SVC_STORE_URL',
    key: ['store', 'url'],
    example: 'redis://HOST:6379',
    // The password in it, if there is one, is kept apart.
    read: (text) => splitStoreUrl(text).url,
  },
  { name: 'K8S_SVC_LOG_LEVEL', key: ['logLevel'], example: 'debug', read: (text) => text },
];

/** What is set and not blank. */
export function given(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === undefined || value.trim() === '' ? undefined : value;
}
