import { nounNames, notNames, weakNames } from '../data/api-words.ts';
import { findProducts } from './products.ts';
import { clearCue, cueAfter, cueBefore, isVerbAfterService } from './cues.ts';
import { firstWord } from './first-word.ts';
import { isSubject } from './subject.ts';
import { dnsNames, isPair } from './dns-names.ts';
import { isFile, looksCompound, looksLikeName } from './name-shape.ts';
import type { Message } from '../text/message.ts';
import { once } from '../text/once.ts';
import type { Token } from '../text/tokens.ts';

/** What a name was said to be, or `free` when nothing says. */
export type NameRole = 'service' | 'workload' | 'namespace' | 'free' | 'product' | 'weak';

export interface Mention {
  readonly name: string;
  readonly role: NameRole;
  /** Index of the token. */
  readonly at: number;
  readonly words: string;
}

/** Every name in the message with its role, in the order of the text. */
export const findMentions = once((message: Message): readonly Mention[] => {
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
  // "in kube-system", "from istio-system": namespaces by their very form.
  tokens.forEach((token, at) => {
    if (
      /^(?:kube|[a-z0-9]+(?:-[a-z0-9]+)*)-system$/.test(token.raw) &&
      /^(?:in|of|from|to|on|for)$/.test(tokens[at - 1]?.norm ?? '')
    )
      add(at, 'namespace');
    // "the RDS as `database`": in quotes behind such a word any noun is a name.
    if (token.marked && nounNames.has(token.norm) && /^(?:as|under|name|be|called|named|it)$/.test(tokens[at - 1]?.norm ?? ''))
      add(at, 'service');
  });
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
    else if (isGluedService(token)) add(at, 'service');
    else if (looksCompound(token))
      add(at, /-(?:svc|service|lb|headless|np|hs|nodeport)$/.test(token.norm) ? 'service' : 'free');
  });
  tokens.forEach((token, at) => {
    if (
      found.some((one) => one.at === at) ||
      token.known ||
      notNames.has(token.norm) ||
      !/^[a-z][a-z0-9]{3,40}$/.test(token.raw)
    )
      return;
    // "open wwslogs (9080)"
    const opened = /^(?:expose|open|publish|reach|access|show|make|share|abrir|get|see|service|to)$/.test(
      tokens[at - 1]?.norm ?? '',
    );
    if (opened && tokens[at + 1]?.norm === '(' && /^\d{2,5}$/.test(tokens[at + 2]?.raw ?? '')) add(at, 'free');
  });
  for (const { at, name } of findProducts(tokens)) {
    const same = found.findIndex((one) => one.at === at && one.role === 'free');
    if (same >= 0) found.splice(same, 1);
    add(at, 'product', name);
  }
  tokens.forEach((token, at) => {
    if (token.known || !weakNames.has(token.norm) || !looksLikeName(token)) return;
    // "the address of checkout in namespace shop": with its namespace behind it, it is an object.
    const placed =
      tokens[at + 1]?.norm === 'namespace' || (tokens[at + 1]?.norm === 'in' && tokens[at + 2]?.norm === 'namespace');
    add(at, placed || isSubject(tokens, at) ? 'free' : 'weak');
  });
  const first = firstWord(message);
  if (first !== undefined) add(first, 'weak', tokens[first]?.raw.toLowerCase());
  return found.sort((a, b) => a.at - b.at);
});

/** `orderservice`, `authsvc`: the kind is part of the name. */
const isGluedService = (token: Token): boolean =>
  !token.known &&
  looksLikeName(token) &&
  /^[a-z0-9]{3,40}(?:service|svc)$/.test(token.raw) &&
  !/^(?:micro|web|self|sub|inter|room|dis)/.test(token.raw);

/** Whether the word after (or before) a cue is a name; a clear cue makes a name of a plain noun, too. */
function isName(message: Message, at: number, role: NameRole, clear: boolean): boolean {
  const token = message.tokens[at];
  if (role === 'namespace' && token !== undefined && /^[b-z]$/.test(token.raw)) return true;
  if (token === undefined || !looksLikeName(token) || isFile(token.raw)) return false;
  if (token.marked) return true;
  // What stands behind -n is a namespace, whatever the word.
  if (role === 'namespace' && /^(?:-n|--namespace|-namespace)$/.test(message.tokens[at - 1]?.norm ?? '')) return true;
  if (namedThing(message.tokens, at) && !notAName.test(token.norm)) return true;
  // "between service and pod encrypted", "service = uneven": an adjective is no name.
  const adjective = /^(?:un[a-z]{3,}|[a-z]{3,}(?:ed|ful|less|able|ible|ous))$/.test(token.norm);
  const plain = notNames.has(token.norm) || adjective;
  if ((role === 'namespace' || clear) && nounNames.has(token.norm) && !token.raw.includes(' ')) return true;
  return !token.known && !plain;
}

/** "a deployment called hello": what is named so may be any word. */
function namedThing(tokens: readonly Token[], at: number): boolean {
  return /^(?:called|named)$/.test(tokens[at - 1]?.norm ?? '') && namedKind.test(tokens[at - 2]?.norm ?? '');
}
const namedKind = /^(?:service|deployment|statefulset|daemonset|replicaset|pod|namespace|app|job|cronjob)$/;
const notAName = /^(?:by|from|as|the|a|an|in|on|with|for|to|of|or|and|only|it|this|that|when|if|every|each|very|so|via)$/;

function knownRole(message: Message, token: Token): NameRole | undefined {
  if (token.known || (notNames.has(token.norm) && !token.marked)) return undefined;
  const { services, workloads, namespaces } = message.known;
  if (services.includes(token.norm)) return workloads.includes(token.norm) ? 'free' : 'service';
  if (workloads.includes(token.norm)) return 'workload';
  return namespaces.includes(token.norm) ? 'namespace' : undefined;
}
