import type { Protocol } from '../model/kinds/service.ts';
import { parseRange, type AddressRange } from '../network-policy/cidr.ts';
import { badRequest } from '../problem/problem.ts';

export interface AskedPort {
  /** A number, or the name of a port. */
  readonly port: number | string;
  /** undefined when it was not said. */
  readonly protocol: Protocol | undefined;
}

/** One end as the person wrote it, before anything was looked up. */
export type EndWords = { readonly typed: string; readonly port: AskedPort | undefined } & (
  | { readonly is: 'internet' }
  | { readonly is: 'addresses'; readonly range: AddressRange }
  | { readonly is: 'namespace'; readonly name: string }
  | { readonly is: 'object'; readonly kind: string | undefined; readonly namespace: string | undefined; readonly name: string }
);

const kinds: Readonly<Record<string, string>> = {
  ...words('Pod', 'po', 'pod', 'pods'),
  ...words('Service', 'svc', 'service', 'services'),
  ...words('Deployment', 'deploy', 'deployment', 'deployments'),
  ...words('StatefulSet', 'sts', 'statefulset', 'statefulsets'),
  ...words('DaemonSet', 'ds', 'daemonset', 'daemonsets'),
  ...words('ReplicaSet', 'rs', 'replicaset', 'replicasets'),
  ...words('ReplicationController', 'rc', 'replicationcontroller', 'replicationcontrollers'),
  ...words('Job', 'job', 'jobs'),
  ...words('CronJob', 'cj', 'cronjob', 'cronjobs'),
  ...words('Namespace', 'ns', 'namespace', 'namespaces'),
};

const schemePorts: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * `shop/web`, `deploy/web`, `shop/deploy/web`, `ns/shop`, `checkout.shop.svc:80`, `10.0.0.7`, `10.0.0.0/8:443/tcp`,
 * `[fd00::1]:80`, `internet`. Throws a bad-request Problem for anything else.
 */
export function parseEndWords(typed: string): EndWords {
  const scheme = /^([a-z]+):\/\//iu.exec(typed.trim())?.[1]?.toLowerCase();
  const bare = typed.trim().replace(/^[a-z]+:\/\//iu, '');
  const { rest, port: written } = scheme === undefined ? splitPort(bare) : splitPort(bare.replace(/\/.*$/u, ''));
  const implied = scheme === undefined ? undefined : schemePorts[scheme];
  const port = written ?? (implied === undefined ? undefined : { port: implied, protocol: 'TCP' as const });
  if (/^(the-?)?internet$/iu.test(rest)) return { is: 'internet', typed, port };
  const range = parseRange(rest.replace(/^\[(.*)\]$/u, '$1'));
  if (range !== undefined) return { is: 'addresses', range, typed, port };

  const parts = rest.split('/').filter((part) => part !== '');
  // The last word is always the name: `pod/web` is a pod, `pod` alone is something called "pod".
  const kindAt = parts.slice(0, -1).findIndex((part) => part.toLowerCase() in kinds);
  const kind = kindAt < 0 ? undefined : kinds[(parts[kindAt] ?? '').toLowerCase()];
  const names = parts.filter((_, index) => index !== kindAt);
  const [first = '', second] = names;
  if (names.length === 0 || names.length > 2 || !names.every((name) => /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/u.test(name))) {
    throw notAnEnd(typed);
  }
  if (kind === 'Namespace' && second === undefined) return { is: 'namespace', name: first, typed, port };
  return { is: 'object', kind, namespace: second === undefined ? undefined : first, name: second ?? first, typed, port };
}

function splitPort(text: string): { readonly rest: string; readonly port: AskedPort | undefined } {
  // `fd00::1` has colons of its own; with a port it is written in brackets.
  if (!text.startsWith('[') && text.split(':').length > 2) return { rest: text, port: undefined };
  const match = /^(.+?):([a-z0-9-]+)(?:\/(tcp|udp|sctp))?$/iu.exec(text);
  if (match === null) return { rest: text, port: undefined };
  const [, rest = '', word = '', protocol] = match;
  if (rest.startsWith('[') && !rest.endsWith(']')) return { rest: text, port: undefined };
  const number = /^\d+$/u.test(word) ? Number(word) : undefined;
  if (number !== undefined && (number < 1 || number > 65535))
    throw badRequest(`${number} is not a port: ports go from 1 to 65535.`);
  return { rest, port: { port: number ?? word, protocol: protocol?.toUpperCase() as Protocol | undefined } };
}

function words(kind: string, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, kind]));
}

function notAnEnd(typed: string): Error {
  return badRequest(
    `"${typed.slice(0, 80)}" is nothing that can be one end of a connection.`,
    'Write a workload or pod (shop/web, deploy/web, pod/web-0), a namespace (ns/shop), an address (10.0.0.7, 10.0.0.0/8) or internet; the target may also be a Service (shop/checkout:80).',
  );
}

/** `TCP 80`, or `http` for a port by name. */
export function formatAskedPort({ port, protocol }: AskedPort): string {
  return typeof port === 'number' ? `${protocol ?? 'TCP'} ${port}` : port;
}
