import { nounNames, notNames, weakNames } from '../data/api-words.ts';
import { findProducts, isProduct } from './products.ts';
import { looksLikeName, looksCompound } from './name-shape.ts';
import type { Message } from '../text/message.ts';
import { touching, type Token } from '../text/tokens.ts';

/** What a name was said to be, or `free` when nothing says. */
export type NameRole = 'service' | 'workload' | 'namespace' | 'free' | 'product' | 'weak';

export interface Mention {
  readonly name: string;
  readonly role: NameRole;
  /** Index of the token. */
  readonly at: number;
  readonly words: string;
}

const workloadWords = new Set([
  'deployment',
  'statefulset',
  'daemonset',
  'replicaset',
  'replicationcontroller',
  'job',
  'cronjob',
  'pod',
  'workload',
  'deploy',
  'rc',
]);
const workloadAfter = new Set([
  ...workloadWords,
  'pods',
  'app',
  'application',
  'server',
  'container',
  'containers',
  'chart',
  'agent',
  'receiver',
  'broker',
  'brokers',
  'instance',
  'replicas',
  'backend',
  'frontend',
  'cluster',
  'database',
  'exporter',
  'microservice',
  'api',
  'ui',
  'nodes',
  'dashboard',
  'operator',
  'servers',
  'image',
  'sts',
  'webapp',
  'collector',
  'daemon',
  'process',
  'machines',
  'helm',
  'setup',
  'store',
  'cache',
  'proxy',
  'relay',
]);
const kindWords = new Set([
  ...workloadWords,
  'service',
  'services',
  'svc',
  'namespace',
  'ingress',
  'endpoints',
  'http',
  'https',
  'tcp',
  'udp',
]);
const joiners = new Set(['called', 'named', ':', '=', '/', 'is', 'name']);

/** Every name in the message with its role, in the order of the text. */
export function findMentions(message: Message): Mention[] {
  const { tokens } = message;
  const found: Mention[] = [];
  const add = (at: number, role: NameRole, name = tokens[at]?.raw ?? '') => {
    if (found.some((one) => one.at === at)) return;
    found.push({ name, role, at, words: tokens[at]?.raw ?? name });
  };
  tokens.forEach((token, at) => {
    for (const { name, role } of dnsNames(message, at)) found.push({ name, role, at, words: token.raw });
  });
  tokens.forEach((_, at) => {
    if (!isPair(message, at)) return;
    add(at, 'namespace');
    add(at + 2, 'service');
  });
  tokens.forEach((_, at) => {
    const role = cueBefore(tokens, at);
    if (
      role !== undefined &&
      isName(message, at, role, clearCue(tokens, at)) &&
      (role !== 'service' || !isVerbAfterService(tokens, at))
    )
      add(at, role);
  });
  tokens.forEach((_, at) => {
    if (found.some((one) => one.at === at)) return;
    const role = cueAfter(tokens, at);
    if (role !== undefined && isName(message, at, role, false)) add(at, role);
  });
  // "svc kibana in logging": what follows the `in` right behind a Service is its namespace.
  for (const one of found.filter((mention) => mention.role === 'service')) {
    if (tokens[one.at + 1]?.norm === 'in' && isName(message, one.at + 2, 'namespace', false)) add(one.at + 2, 'namespace');
  }
  tokens.forEach((token, at) => {
    if (found.some((one) => one.at === at)) return;
    const role = knownRole(message, token);
    if (role !== undefined) add(at, role);
    else if (
      token.marked &&
      looksLikeName(token) &&
      !token.raw.includes('.') &&
      !notNames.has(token.norm) &&
      !isFile(token.raw)
    )
      add(at, 'free');
    else if (looksCompound(token))
      add(at, /-(?:svc|service|lb|headless|np|hs|nodeport)$/.test(token.norm) ? 'service' : 'free');
  });
  for (const { at, name } of findProducts(tokens)) {
    const same = found.findIndex((one) => one.at === at && one.role === 'free');
    if (same >= 0) found.splice(same, 1);
    add(at, 'product', name);
  }
  tokens.forEach((token, at) => {
    if (!token.known && weakNames.has(token.norm) && looksLikeName(token)) add(at, 'weak');
  });
  return found.sort((a, b) => a.at - b.at);
}

/** Whether the word after (or before) a cue is a name; a clear cue makes a name of a plain noun, too. */
function isName(message: Message, at: number, role: NameRole, clear: boolean): boolean {
  const token = message.tokens[at];
  if (role === 'namespace' && token !== undefined && /^[b-z]$/.test(token.raw)) return true;
  if (token === undefined || !looksLikeName(token) || isFile(token.raw)) return false;
  if (token.marked) return true;
  const plain = notNames.has(token.norm);
  if ((role === 'namespace' || clear) && nounNames.has(token.norm) && !token.raw.includes(' ')) return true;
  return !token.known && !plain;
}

const isFile = (raw: string) => /\.(?:ya?ml|json|txt|log|sh|py|go|js|ts|tf|md|conf|png|csv)$/i.test(raw);

/** `svc X`, `service called X`, `deployment/X`, `-n X`, `namespace: X`. */
function cueBefore(tokens: readonly Token[], at: number): NameRole | undefined {
  let back = at - 1;
  let joined = false;
  for (let steps = 0; steps < 3 && joiners.has(tokens[back]?.norm ?? ''); steps += 1) {
    joined ||= ['called', 'named', 'name'].includes(tokens[back]?.norm ?? '');
    back -= 1;
  }
  const cue = tokens[back];
  if (cue === undefined) return joined ? 'free' : undefined;
  const bare = back === at - 1;
  const between = tokens.slice(back + 1, at).map((token) => token.norm);
  // "the service is down": after `is` only a name in backticks is a name.
  if (between.includes('is') && !tokens[at]?.marked && !between.includes('called') && !between.includes('name'))
    return undefined;
  if (['-n', '--namespace', '-namespace'].includes(cue.norm)) return 'namespace';
  if (cue.norm === 'namespace' || (cue.norm === 'namespaces' && bare)) return 'namespace';
  if (
    cue.norm === 'service' ||
    (cue.known && /\bservice$/i.test(cue.raw) && looksCompound(tokens[at] as Token)) ||
    (cue.norm === 'services' && (tokens[at]?.marked ?? false))
  )
    return 'service';
  if (['app', 'name'].includes(cue.norm) && between.some((norm) => norm === '=' || norm === ':')) return 'workload';
  if (workloadWords.has(cue.norm)) return bare || joined || touching(tokens[back], tokens[back + 1]) ? 'workload' : undefined;
  if (['app', 'application', 'microservice', 'chart', 'pods'].includes(cue.norm) && (joined || (tokens[at]?.marked ?? false)))
    return 'workload';
  // "web and api" after "services": the second of a list has the role of the first.
  if (!joined) return undefined;
  const near = tokens.slice(Math.max(0, back - 3), back + 1).map((token) => token.norm);
  if (near.includes('namespace')) return 'namespace';
  if (near.includes('service')) return 'service';
  return near.some((norm) => workloadWords.has(norm)) ? 'workload' : 'free';
}

/** `shop/cart` as controllers print it: the namespace, then the Service. */
function isPair({ tokens }: Message, at: number): boolean {
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

/** `svc web`, `svc/web`, `named web`: nobody writes so of anything but a name. */
function clearCue(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return (
    /^svc\.?$/i.test(before.raw) ||
    ['/', 'called', 'named', '-n', '--namespace'].includes(before.norm) ||
    workloadWords.has(before.norm)
  );
}

/** "a service kill its pods": after an article, or before an object, the word after `service` is a verb or a noun. */
function isVerbAfterService(tokens: readonly Token[], at: number): boolean {
  const cue = tokens[at - 1];
  const token = tokens[at] as Token;
  if (cue?.norm !== 'service' || token.marked || /[-\d]/.test(token.norm) || /^svc\.?$/i.test(cue.raw)) return false;
  const article = tokens[at - 2]?.norm ?? '';
  // "how does the Service know …"
  if (/^(?:the|my|our)$/.test(article) && /^(?:does|do|can|will|did|should|could|would|must)$/.test(tokens[at - 3]?.norm ?? ''))
    return true;
  if (
    !/^(?:a|an|any|each|every|one|which|what|per|another|no|same|separate|single|normal|regular|this|kubernetes|headless|loadbalancer|nodeport|clusterip|type|of)$/.test(
      article,
    )
  )
    return false;
  // "create a service web on port 80" is a name even so.
  return !/^(?:on|for|in|with|port|:|;|,)$/.test(tokens[at + 1]?.norm ?? '') || /(?:s|ed)$/.test(token.norm);
}

/** `X svc`, `X deployment`, `X namespace`. */
function cueAfter(tokens: readonly Token[], at: number): NameRole | undefined {
  const next = tokens[at + 1]?.norm ?? '';
  if (tokens[at + 1]?.marked) return undefined;
  // "redis deployment logs-redis": the name follows, the word before only describes.
  const second = tokens[at + 2];
  if (second !== undefined && workloadWords.has(next) && (second.marked || looksCompound(second))) return undefined;
  if (next === 'namespace') return 'namespace';
  if (next === 'service' && !['account', 'mesh', 'type', 'types'].includes(tokens[at + 2]?.norm ?? ''))
    return adjective(tokens[at]) ? undefined : 'service';
  if (next === 'namespaces') return 'namespace';
  // "only wordpress pods call it": a product stays a product, for the pods may be the callers.
  if (next === 'pods' && isProduct(tokens, at)) return undefined;
  return workloadAfter.has(next) && !adjective(tokens[at]) && strongBefore(tokens, at) ? 'workload' : undefined;
}

/** "nginx deployment" names it, "spring boot app" does not; only kinds make a name of any word before them. */
function strongBefore(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.norm ?? '';
  return workloadWords.has(next) || ['pods', 'chart'].includes(next) || /[-\d]/.test(tokens[at]?.norm ?? '');
}

const adjective = (token: Token | undefined): boolean =>
  /(?:ing|ed|able|ible|ful|less|ous|al|ive|ic|ly)$/.test(token?.norm ?? '') ||
  (/^(?:\d|http|tcp|udp|grpc|rest|soap|web|go|java|python|php|node|nodejs|ruby|rust|spring|boot|golang|dotnet|react|vue|angular|stateful|long|short|big|small|main|third-party|legacy|linux|windows|microservices?|backend's|k8s|aws|azure|gcp|managed|kind|multi|single|plain|dummy|sample|demo|hello|bad|good|broken|slow|fast|two|three|four|five|ten)$/.test(
    token?.norm ?? '',
  ) &&
    !(token?.marked ?? false));

function knownRole(message: Message, token: Token): NameRole | undefined {
  if (token.known || (notNames.has(token.norm) && !token.marked)) return undefined;
  const { services, workloads, namespaces } = message.known;
  if (services.includes(token.norm)) return workloads.includes(token.norm) ? 'free' : 'service';
  if (workloads.includes(token.norm)) return 'workload';
  return namespaces.includes(token.norm) ? 'namespace' : undefined;
}

const label = String.raw`[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?`;
const serviceDns = new RegExp(String.raw`^(?:${label}\.)?(${label})\.(${label})\.svc(?:\.[a-z0-9.-]{0,100})?$`);
const twoLabels = new RegExp(`^(${label})\\.(${label})$`);

/** `web.shop.svc.cluster.local` anywhere; `web.shop` only where something is looked up or called. */
function dnsNames(message: Message, at: number): { name: string; role: NameRole }[] {
  const token = message.tokens[at] as Token;
  const host = token.norm
    .replace(/^[a-z0-9+.-]{1,15}:\/\//, '')
    .replace(/[/:?#].*$/, '')
    .replace(/\.$/, '');
  const full = serviceDns.exec(host);
  if (full !== null) return pair(full);
  const two = twoLabels.exec(host);
  if (two === null || /^\d/.test(host) || isFile(host)) return [];
  const around = message.tokens.slice(Math.max(0, at - 4), at + 4).map((one) => one.norm);
  // `.dev` and `.test` are public, but a name that is not found is more likely in the namespace `dev`.
  const stage = /\.(?:dev|test|app)$/.test(host) && (around.includes('dns-failure') || /-(?:svc|service)\./.test(host));
  if (looksPublic.test(host) && !stage) return [];
  const called = host !== token.norm || around.some((norm) => lookups.test(norm));
  const exists = message.known.services.includes(two[1] ?? '') || message.known.namespaces.includes(two[2] ?? '');
  return called || exists ? pair(two) : [];
}

const looksPublic =
  /\.(?:com|net|org|io|dev|app|de|fr|uk|eu|es|br|cn|in|co|ai|info|biz|local|internal|lan|corp|example|intern|test|kind|spec|status|ports?|type|metadata|cloud|tech|xyz|me|us)$|^(?:spec|metadata|status|kubernetes|k8s|k3s|node|e|i)\./;
const lookups =
  /^(?:dns-failure|resolve|resolving|resolves|lookup|nslookup|dig|curl|wget|ping|host|hostname|getaddrinfo|connect|telnet|nc|dns|reach|call|dial|from|access)$/;
const pair = (match: RegExpExecArray): { name: string; role: NameRole }[] => [
  { name: match[1] ?? '', role: 'service' },
  { name: match[2] ?? '', role: 'namespace' },
];
