import { nounNames, notNames } from '../data/api-words.ts';
import { kindWords } from '../data/kinds.ts';
import type { Message } from '../text/message.ts';
import { touching, type Token } from '../text/tokens.ts';
import { isFile, looksCompound, looksLikeName } from './name-shape.ts';

/** A name that is part of a longer one. */
export interface DnsName {
  readonly name: string;
  readonly role: 'service' | 'namespace';
}

/** `shop/cart` as controllers print it: the namespace, then the Service. */
export function isPair({ tokens }: Message, at: number): boolean {
  const [left, slash, right] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (left === undefined || right === undefined || slash?.norm !== '/' || !touching(left, slash) || !touching(slash, right))
    return false;
  const cue = tokens[at - 1]?.norm ?? '';
  const apart = !touching(right, tokens[at + 3]) || !/^[/:.]$/.test(tokens[at + 3]?.norm ?? '');
  return (
    apart &&
    /^(?:service|endpoints?|backend|object|upstream|of|for|key|:)$/.test(cue) &&
    [left, right].every((one) => looksLikeName(one) && !one.known && !kindWords.has(one.norm))
  );
}

const label = String.raw`[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?`;
const serviceDns = new RegExp(String.raw`^(?:${label}\.)?(${label})\.(${label})\.svc(?:\.[a-z0-9.-]{0,100})?$`);
const twoLabels = new RegExp(`^(${label})\\.(${label})$`);

/** `web.shop.svc.cluster.local` anywhere; `web.shop` only where something is looked up or called. */
export function dnsNames(message: Message, at: number): DnsName[] {
  const token = message.tokens[at] as Token;
  const host = token.norm
    .replace(/^[a-z0-9+.-]{1,15}:\/\//, '')
    .replace(/[/:?#].*$/, '')
    .replace(/\.$/, '');
  const full = serviceDns.exec(host);
  if (full !== null) return pair(full);
  if (isCalled(message, at, host)) return [{ name: host, role: 'service' }];
  const two = twoLabels.exec(host);
  if (two === null || /^\d/.test(host) || isFile(host)) return [];
  const around = message.tokens.slice(Math.max(0, at - 4), at + 4).map((one) => one.norm);
  // `.dev` and `.test` are public, but a name that is not found is more likely in the namespace `dev`.
  const stage = /\.(?:dev|test|app)$/.test(host) && (around.includes('dns-failure') || /-(?:svc|service)\./.test(host));
  if (looksPublic.test(host) && !stage) return [];
  // `kafka-0.kafka`: a pod of a StatefulSet and the headless Service that names it.
  if (/-\d+$/.test(two[1] ?? '')) return [{ name: two[2] ?? '', role: 'service' }];
  const called = host !== token.norm || around.some((norm) => lookups.test(norm));
  const exists = message.known.services.includes(two[1] ?? '') || message.known.namespaces.includes(two[2] ?? '');
  return called || exists ? pair(two) : [];
}

/** `curl web/health`, `http://web:8080`, "Could not resolve host: web": one label that is called like a host. */
function isCalled({ tokens }: Message, at: number, host: string): boolean {
  const token = tokens[at] as Token;
  if (!/^[a-z][a-z0-9-]{1,62}$/.test(host) || host === 'localhost' || notNames.has(host) || nounNames.has(host)) return false;
  if (/^https?:\/\//.test(token.norm)) return true;
  if (token.known || !looksLikeName(token)) return false;
  const back = tokens.slice(Math.max(0, at - 3), at).map((one) => one.norm);
  if ((back.at(-1) === ':' && back.at(-2) === 'host') || back.at(-1) === 'dns-failure')
    return looksCompound(token) || back.at(-1) === ':';
  const next = tokens[at + 1];
  return (
    /^(?:curl|wget|nslookup|dig|telnet|nc|getent)$/.test(back.at(-1) ?? '') &&
    (!touching(token, next) || /^[/:]$/.test(next?.norm ?? ''))
  );
}

const looksPublic =
  /\.(?:com|net|org|io|dev|app|de|fr|uk|eu|es|br|cn|in|co|ai|info|biz|local|internal|lan|corp|example|intern|test|kind|spec|status|ports?|type|metadata|cloud|tech|xyz|me|us)$|^(?:spec|metadata|status|kubernetes|k8s|k3s|node|e|i)\./;
const lookups =
  /^(?:dns-failure|resolve|resolving|resolves|lookup|nslookup|dig|curl|wget|ping|host|hostname|getaddrinfo|connect|telnet|nc|dns|reach|call|dial|from|access)$/;
const pair = (match: RegExpExecArray): DnsName[] => [
  { name: match[1] ?? '', role: 'service' },
  { name: match[2] ?? '', role: 'namespace' },
];
