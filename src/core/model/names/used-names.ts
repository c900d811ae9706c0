import type { Pod, PodSpec } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';
import { containersOf, lastEnd } from '../pods/container-state.ts';
import type { Lookup } from '../lookup.ts';
import { namedHosts, serviceOfHost } from '../pods/named-hosts.ts';

/** A Service that a pod's environment, command or arguments name. */
export interface UsedName {
  readonly host: string;
  /** `env DB_HOST`, `command` (with the arguments). */
  readonly at: string;
  readonly service: { readonly name: string; readonly namespace: string };
}

/** Variables that hold where to connect to. */
const placeKey = /(?:HOSTS?|HOSTNAME|UR[IL]S?|ADDR(?:ESS(?:ES)?)?|ENDPOINTS?|SERVERS?|BROKERS?|DSN|UPSTREAM|TARGET|SERVICE)$/iu;
const hostName = /^[a-z](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.?$/iu;

/**
 * Services of the cluster that the containers name as something to connect to. A bare word counts when the variable says
 * that it is a place, or when it has a port or scheme and a Service of that name is there; a name of two parts when that
 * Service is there (SERVICE.NAMESPACE, or POD.SERVICE of a StatefulSet).
 */
export function usedNames(spec: PodSpec, namespace: string, find: Lookup<Service>): readonly UsedName[] {
  const found = new Map<string, UsedName>();
  const add = ({ host, marked }: Host, at: string, isPlace: boolean) => {
    const service = serviceNamed(host, namespace, find, isPlace, marked);
    const key = `${service?.namespace}/${service?.name}`;
    if (service !== undefined && !found.has(key)) found.set(key, { host, at, service });
  };
  for (const container of [...spec.initContainers, ...spec.containers]) {
    for (const { name, value } of container.env) {
      // HOSTNAME is what the pod is called itself.
      for (const host of hostsIn(value)) add(host, `env ${name}`, placeKey.test(name) && name !== 'HOSTNAME');
    }
    for (const host of namedHosts(container)) add({ host, marked: true }, 'command', true);
  }
  return [...found.values()];
}

function serviceNamed(
  host: string,
  namespace: string,
  find: Lookup<Service>,
  isPlace: boolean,
  marked: boolean,
): UsedName['service'] | undefined {
  const parts = host.toLowerCase().replace(/\.$/u, '').split('.');
  const ofPod = parts[3] === 'svc' ? parts.slice(1) : parts;
  const service = hostName.test(host) ? serviceOfHost(ofPod.join('.'), namespace) : undefined;
  if (service === undefined) return undefined;
  const isThere = (one: UsedName['service']) => typeof find(one.namespace, one.name) === 'object';
  if (ofPod[2] === 'svc') return service;
  if (parts.length === 1) return isPlace || (marked && isThere(service)) ? service : undefined;
  const governing = { namespace, name: parts[1] ?? '' };
  return [service, governing].find(isThere);
}

interface Host {
  readonly host: string;
  /** It stood with a scheme or a port, and so is a place for sure. */
  readonly marked: boolean;
}

/** `postgres`, `http://api.shop.svc:8080/v1`, `kafka-0.kafka:9092,kafka-1.kafka:9092` */
function hostsIn(value: string): readonly Host[] {
  if (value.length > 1000) return [];
  return value.split(/[\s,;]+/u).flatMap((word) => {
    const bare = word
      .replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '')
      .replace(/^[^@/]*@/u, '')
      .replace(/[/?#].*$/u, '');
    const host = bare.replace(/:\d{1,5}$/u, '');
    return hostName.test(host) && host !== 'localhost' ? [{ host, marked: host !== word.replace(/\/$/u, '') }] : [];
  });
}

const notResolved =
  /no such host|could not translate host name|name or service not known|name does not resolve|temporary failure in name resolution|nxdomain|getaddrinfo|eai_again|enotfound|unknownhost|(?:could|can) ?not resolve|failed to resolve|unresolved|bad address|server misbehaving|name resolution/iu;

/** What a container of the pod said when a name did not resolve; undefined when none left such words. */
export function resolutionFailure(pod: Pod): string | undefined {
  return lastWords(pod).find((words) => notResolved.test(words));
}

/** True when a container left words about its end: then they tell the cause, or tell that it is another. */
export function leftWords(pod: Pod): boolean {
  return lastWords(pod).length > 0;
}

function lastWords(pod: Pod): readonly string[] {
  return containersOf(pod).flatMap((container) => {
    const message = lastEnd(container)?.message ?? '';
    return message === '' ? [] : [message];
  });
}
