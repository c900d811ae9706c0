import { trimEnd } from '../words/trim-end.ts';
import { badRequest } from '../problem/problem.ts';

const serviceWords = ['svc', 'service', 'services'];
const workloadWords: Readonly<Record<string, string>> = {
  deploy: 'Deployment',
  deployment: 'Deployment',
  deployments: 'Deployment',
  sts: 'StatefulSet',
  statefulset: 'StatefulSet',
  statefulsets: 'StatefulSet',
  ds: 'DaemonSet',
  daemonset: 'DaemonSet',
  daemonsets: 'DaemonSet',
  rs: 'ReplicaSet',
  replicaset: 'ReplicaSet',
  pod: 'Pod',
  pods: 'Pod',
  po: 'Pod',
};

export interface ObjectName {
  readonly name: string;
  readonly namespace?: string;
  readonly kind?: string;
}

/**
 * Reads a name as people write it: `web`, `svc/web`, `shop/web`, `shop/svc/web`, `deploy/web`, and for Services the DNS
 * name `web.shop`, `web.shop.svc.cluster.local`, with or without `http://` and a port.
 * Throws a bad-request Problem for what cannot be a name.
 */
export function parseObjectName(typed: string, what: 'Service' | 'workload'): ObjectName {
  const address = typed
    .replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '')
    .replace(/[?#].*$/u, '')
    .replace(/:\d{1,5}(\/.*)?$/u, '');
  const bare = trimEnd(trimEnd(address, '/'), '.,;!?');
  const parts = bare.split('/').filter((part) => part !== '');
  let kind: string | undefined;
  const names = parts.filter((part, index) => {
    const word = part.toLowerCase();
    const isKind = index < parts.length - 1 && (serviceWords.includes(word) || Object.hasOwn(workloadWords, word));
    if (isKind) kind = serviceWords.includes(word) ? 'Service' : workloadWords[word];
    return !isKind;
  });
  let [namespace, name] = names.length === 1 ? [undefined, names[0]] : names;
  if (names.length === 0 || names.length > 2 || name === undefined) throw notAName(typed, what);
  if (what === 'Service' && namespace === undefined && name.includes('.')) {
    const [first, second] = name.split('.');
    [name, namespace] = [first ?? '', second];
  }
  if (!isObjectName(name) || (namespace !== undefined && !isObjectName(namespace))) throw notAName(typed, what);
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** Source: kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names */
export function isObjectName(word: string): boolean {
  return word.length <= 253 && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/u.test(word);
}

function notAName(typed: string, what: string): Error {
  return badRequest(
    `"${typed.slice(0, 80)}" cannot be the name of a ${what}.`,
    'Names have lower-case letters, digits and dashes: web, shop/web, svc/web or web.shop.svc.cluster.local.',
  );
}
