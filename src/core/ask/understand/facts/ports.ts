import type { Intent } from '../../../answer/answer.ts';
import { isNodePort, wellKnownPorts } from '../data/ports.ts';
import type { Message } from '../text/message.ts';
import { readDescribed, readManifests, readServiceTables } from '../text/pasted.ts';
import { touching, type Token } from '../text/tokens.ts';
import { oneOrMore, type Fact, type FactFinder } from './fact.ts';
import { findProducts } from './products.ts';

export interface FoundPorts {
  readonly ports: readonly number[];
  readonly targetPorts: readonly (number | string)[];
  readonly nodePorts: readonly number[];
  readonly words: readonly string[];
  readonly targetWords: readonly string[];
}

const cues = new Set([
  'port',
  'nodeport',
  'ports',
  'tcp',
  'udp',
  'sctp',
  'http',
  'https',
  'grpc',
  'smtp',
  '-p',
  '--port',
  'tls',
  'amqp',
  'mqtt',
  'ldaps',
  'ldap',
  'ssh',
  'sftp',
  'ftp',
  'imap',
  'websocket',
  'ws',
  'wss',
]);
const targetCues = new Set(['targetport', 'containerport', '--target-port']);
const weakCues = new Set([
  'on',
  'at',
  'over',
  'via',
  'listens',
  'listen',
  'listening',
  ',',
  'and',
  '&',
  '+',
  '/',
  ';',
  '(',
  '?',
  'for',
  'to',
  'serves',
  'serving',
  'uses',
  'using',
  'expose',
  'open',
]);
const units =
  /^(?:nodes?|pods?|replicas?|services?|ms|s|sec|seconds?|minutes?|mins?|hours?|days?|mb|gb|kb|users?|players?|requests?|rps|clients?|connections?|%|percent|times?|instances?|brokers?|hostnames?|domains?|apps?|microservices|teams|loadbalancers|clusters?|people|errors?|bytes?|versions?|years?|vms?|servers?|machines|namespaces|endpoints|x|k|th|st|nd)$/;
const joining = new Set([',', 'and', '/', '&', '+', 'or']);

/** Ports, container ports and node ports of the typed text. */
export function findPorts(message: Message, intent: Intent = 'decide'): FoundPorts {
  const { tokens } = message;
  const ports: number[] = [];
  const targetPorts: (number | string)[] = [];
  const nodePorts: number[] = [];
  const at = { ports: [] as number[], targets: [] as number[] };
  const found = findProducts(tokens);
  const products = new Set(found.map((one) => one.at));
  // Plex listens on 32400: a product's own port is no node port.
  const defaults = new Set(found.map((one) => one.product.implied.port));
  const taken = new Set<number>();
  const keep = (index: number, port: number, target: boolean) => {
    taken.add(index);
    if (isNodePort(port) && !target && !defaults.has(port)) return void nodePorts.push(port);
    if (target) at.targets.push(index);
    else at.ports.push(index);
    (target ? targetPorts : ports).push(port);
  };
  tokens.forEach((token, index) => {
    for (const port of urlPort(token)) keep(index, port, false);
    const port = portNumber(token);
    if (port === undefined || taken.has(index)) return;
    // `.54:30822` is the end of an address and a port.
    if (tokens[index - 1]?.norm === '.' && touching(tokens[index - 1], token)) return;
    const second = pairAfter(tokens, index);
    if (second !== undefined) {
      const right = portNumber(tokens[second]);
      keep(index, port, false);
      if (right !== undefined) keep(second, right, !isNodePort(right) && !isNodePort(port));
      return;
    }
    const kind = cueOf(tokens, index, taken, products);
    const local = tokens[index - 2]?.norm === 'localhost' && tokens[index - 1]?.norm === ':';
    // On a failing Service `localhost:8080` is what answers inside the container, not a port of the Service.
    if (kind !== undefined && !(local && intent === 'triage')) keep(index, port, kind === 'target');
  });
  tokens.forEach((token, index) => {
    if (!targetCues.has(token.norm)) return;
    const next = tokens[index + 1];
    const name = /^(?::|=|named|called|name)$/.test(next?.norm ?? '') ? tokens[index + 2] : next?.marked ? next : undefined;
    if (
      name !== undefined &&
      /^[a-z][a-z0-9-]{0,14}$/.test(name.raw) &&
      !/^(?:a|the|is|and|int|name|string|number|none)$/.test(name.raw)
    ) {
      targetPorts.push(name.raw);
      at.targets.push(tokens.indexOf(name));
    }
  });
  const words = (indexes: readonly number[]) => indexes.map((index) => tokens[index]?.raw ?? '');
  return { ports, targetPorts, nodePorts, words: words(at.ports), targetWords: words(at.targets) };
}

function portNumber(token: Token | undefined): number | undefined {
  if (token === undefined || !/^\d{2,5}$/.test(token.raw)) return undefined;
  const port = Number(token.raw);
  return port > 0 && port < 65536 ? port : undefined;
}

/** The port of `http://web:8080/x`. */
function urlPort(token: Token): number[] {
  const match = /^[a-z0-9+.-]{1,15}:\/\/[^/\s:@]{1,253}:(\d{2,5})(?!\d)/i.exec(token.raw);
  return match === null ? [] : [Number(match[1])];
}

/** The other half of `8080:30080`, `443->8443`, `80 to 8080`, `80 to container port 8080`. */
function pairAfter(tokens: readonly Token[], index: number): number | undefined {
  const sign = tokens[index + 1];
  if (sign?.norm === ':' && touching(tokens[index], sign) && touching(sign, tokens[index + 2])) return index + 2;
  if (sign?.norm === '->' && portNumber(tokens[index + 2]) !== undefined) return index + 2;
  if (sign?.norm !== 'to' && sign?.norm !== '->') return undefined;
  const skip = tokens
    .slice(index + 2, index + 6)
    .findIndex((token) => !/^(?:the|port|container|pod|targetport|containerport|its|target|on)$/.test(token.norm));
  return skip >= 0 && portNumber(tokens[index + 2 + skip]) !== undefined ? index + 2 + skip : undefined;
}

/** What the words around a number make of it. Nothing: it is no port. */
function cueOf(
  tokens: readonly Token[],
  index: number,
  taken: ReadonlySet<number>,
  products: ReadonlySet<number>,
): 'port' | 'target' | undefined {
  const token = tokens[index] as Token;
  const port = Number(token.raw);
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const norm = before?.norm ?? '';
  const back = [1, 2, 3, 4].map((steps) => tokens[index - steps]?.norm ?? '');
  if (norm === '.' && touching(before, token)) return undefined;
  if (isStatus(port) && norm !== 'port' && norm !== ':') return undefined;
  // `10.0.0.0/24`, `0/3`: a mask or a ratio.
  if (norm === '/' && touching(before, token) && !taken.has(index - 2) && !cues.has(back[1] ?? '')) return undefined;
  if (back.slice(0, 2).some((one) => targetCues.has(one)) || targetCues.has(after?.norm ?? '')) return 'target';
  if (/^(?:container|pod|pods|app|containers|process)$/.test(back[1] ?? '') && norm === 'port') return 'target';
  if (/^(?:container|containers)$/.test(back[2] ?? '') && /^(?:listens|listening|runs|serves|is|on)$/.test(back[1] ?? ''))
    return 'target';
  if (norm === ':' && touching(before, token)) return 'port';
  if (cues.has(norm) || (cues.has(back[1] ?? '') && /^(?:\/|:|=|is|number|on|to|port|of|,|->)$/.test(norm)))
    return units.test(after?.norm ?? '') && port < 1000 && norm !== 'port' ? undefined : 'port';
  if (units.test(after?.norm ?? '') && !wellKnownPorts.has(port)) return undefined;
  if (after?.norm === 'port' || (after?.norm === '/' && /^(?:tcp|udp|sctp)$/.test(tokens[index + 2]?.norm ?? '')))
    return 'port';
  if (/^(?:tcp|udp|sctp)$/.test(after?.norm ?? '')) return 'port';
  if (joining.has(norm) && taken.has(index - 2) && port >= 20) return 'port';
  if (/^(?:error|code|status|returns|got|get|v|version|~|#|than|about|around|\$|€|every|after|line|20\d\d)$/.test(norm))
    return undefined;
  if (units.test(after?.norm ?? '')) return undefined;
  if (wellKnownPorts.has(port)) return 'port';
  const ownWords = weakCues.has(norm) || products.has(index - 1) || norm === '' || (before !== undefined && /-/.test(norm));
  return port >= 1024 && ownWords && norm !== 'for' && norm !== 'to' ? 'port' : undefined;
}

/** 404, 502 and their like are answers of a server. */
const isStatus = (port: number) => port >= 400 && port <= 599 && !wellKnownPorts.has(port);

/** `port` and `targetPort`. */
export const portFacts: FactFinder = (message, intent) => {
  if (intent === 'concept' || intent === 'scan' || intent === 'list') return [];
  const typed = findPorts(message, intent);
  const facts: Fact[] = [];
  const pasted = pastedPorts(message);
  const ports = typed.ports.length > 0 ? typed.ports : pasted.ports;
  const targets = typed.targetPorts.length > 0 ? typed.targetPorts : pasted.targetPorts;
  const port = oneOrMore(ports.slice(0, 8));
  const target = oneOrMore(targets.slice(0, 8));
  if (port !== undefined) facts.push({ fact: 'port', value: port, words: typed.words.join(', ') || ports.join(', ') });
  if (target !== undefined)
    facts.push({ fact: 'targetPort', value: target, words: typed.targetWords.join(', ') || targets.join(', ') });
  return facts;
};

function pastedPorts(message: Message): { ports: number[]; targetPorts: (number | string)[] } {
  const { pasted, yaml } = message.sections;
  const described = readDescribed(pasted);
  const rows = readServiceTables(pasted);
  const manifests = readManifests(yaml).filter((one) => one.kind === undefined || one.kind === 'Service');
  // Only a listing of one Service says which port is meant.
  const shown = rows.length === 1 ? rows : described === undefined ? [] : [described];
  return {
    ports: [...shown.flatMap((row) => row.ports.map((one) => one.port)), ...manifests.flatMap((one) => one.ports)],
    targetPorts: manifests.flatMap((one) => one.targetPorts),
  };
}
