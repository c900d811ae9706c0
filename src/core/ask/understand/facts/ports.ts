import type { Intent } from '../../../answer/answer.ts';
import { isNodePort } from '../data/ports.ts';
import type { Message } from '../text/message.ts';
import { readDescribed, readManifests, readServiceTables } from '../text/pasted.ts';
import { touching, type Token } from '../text/tokens.ts';
import { oneOrMore, type Fact, type FactFinder } from './fact.ts';
import { cueOf, targetCues } from './port-cues.ts';
import { findProducts } from './products.ts';

export interface FoundPorts {
  readonly ports: readonly number[];
  readonly targetPorts: readonly (number | string)[];
  readonly nodePorts: readonly number[];
  readonly words: readonly string[];
  readonly targetWords: readonly string[];
}

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
    if (isTimeOfDay(tokens, index) || isTimeOfDay(tokens, index - 2)) return;
    // `.54:30822` is the end of an address and a port.
    if (tokens[index - 1]?.norm === '.' && touching(tokens[index - 1], token)) return;
    // `127.0.0.1:56142` is a tunnel of this machine.
    if ((tokens[index - 2]?.raw ?? '').startsWith('127.') && tokens[index - 1]?.norm === ':') return;
    // "lookup web.shop on 10.96.0.10:53": the resolver's port.
    if (port === 53 && intent === 'triage' && isAddress(tokens[index - 2])) return;
    // "Endpoints: 10.1.4.5:80": the port of a pod.
    if (isAddress(tokens[index - 2]) && tokens.slice(Math.max(0, index - 6), index - 2).some((one) => one.norm === 'endpoints'))
      return;
    const second = changedTarget(tokens, index) ? undefined : pairAfter(tokens, index);
    if (second !== undefined) {
      // `port-forward svc/web 9000:80`: the left one is a port of this machine.
      if (tokens.slice(Math.max(0, index - 6), index).some((one) => one.norm === 'port-forward')) {
        taken.add(index);
        return keep(second, portNumber(tokens[second]) ?? port, false);
      }
      const right = portNumber(tokens[second]);
      keep(index, port, false);
      if (right !== undefined) keep(second, right, !isNodePort(right) && !isNodePort(port));
      return;
    }
    const kind = cueOf(tokens, index, taken, products) ?? (defaults.has(port) && port > 1023 ? 'port' : undefined);
    const local = tokens[index - 2]?.norm === 'localhost' && tokens[index - 1]?.norm === ':';
    // On a failing Service `localhost:8080` is what answers inside the container, not a port of the Service.
    if (kind !== undefined && !(local && intent === 'triage')) keep(index, port, kind === 'target');
  });
  tokens.forEach((token, index) => {
    if (!targetCues.has(token.norm)) return;
    const next = tokens[index + 1];
    const plain =
      next !== undefined && (next.marked || /^(?:[a-z]{2,8}-[a-z]{2,8}|https?|grpc|metrics|web|admin)$/.test(next.raw));
    const name = /^(?::|=|named|called|name)$/.test(next?.norm ?? '') ? tokens[index + 2] : plain ? next : undefined;
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

const isAddress = (token: Token | undefined): boolean => /^(?:\d{1,3}\.){3}\d{1,3}$/.test(token?.raw ?? '');

/** The port of `http://web:8080/x`. */
function urlPort(token: Token): number[] {
  const match = /^[a-z0-9+.-]{1,15}:\/\/[^/\s:@]{1,253}:(\d{2,5})(?!\d)/i.exec(token.raw);
  return match === null ? [] : [Number(match[1])];
}

/** "changed targetPort from 80 to 8080": both are container ports. */
function changedTarget(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.norm === 'from' && targetCues.has(tokens[index - 2]?.norm ?? '');
}

/** `14:10`, unless the word before says that it is a port. */
function isTimeOfDay(tokens: readonly Token[], index: number): boolean {
  const [hours, sign, minutes] = [tokens[index]?.raw ?? '', tokens[index + 1], tokens[index + 2]?.raw ?? ''];
  return (
    sign?.norm === ':' &&
    touching(tokens[index], sign) &&
    /^(?:[01]\d|2[0-3])$/.test(hours) &&
    /^[0-5]\d$/.test(minutes) &&
    !/^(?:port|ports|expose|map|maps|-p|--port|targetport|nodeport)$/.test(tokens[index - 1]?.norm ?? '')
  );
}

/** The other half of `8080:30080`, `443->8443`, `80 to 8080`, `80 to container port 8080`. */
function pairAfter(tokens: readonly Token[], index: number): number | undefined {
  const sign = tokens[index + 1];
  if (isTimeOfDay(tokens, index)) return undefined;
  if (sign?.norm === ':' && touching(tokens[index], sign) && touching(sign, tokens[index + 2])) return index + 2;
  if (sign?.norm === '->' && portNumber(tokens[index + 2]) !== undefined) return index + 2;
  if (sign?.norm !== 'to' && sign?.norm !== '->') return undefined;
  const skip = tokens
    .slice(index + 2, index + 6)
    .findIndex((token) => !/^(?:the|port|container|pod|targetport|containerport|its|target|on)$/.test(token.norm));
  return skip >= 0 && portNumber(tokens[index + 2 + skip]) !== undefined ? index + 2 + skip : undefined;
}

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
