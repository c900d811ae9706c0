import { nounNames, notNames, weakNames } from '../data/api-words.ts';
import { findProducts } from './products.ts';
import { clearCue, cueAfter, cueBefore, isVerbAfterService } from './cues.ts';
import { dnsNames, isPair } from './dns-names.ts';
import { isFile, looksCompound, looksLikeName } from './name-shape.ts';
import type { Message } from '../text/message.ts';
import { once } from '../text/once.ts';
import type { Token } from '../text/tokens.ts';
import { words } from '../text/words.ts';

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
    const opened = /^(?:expose|open|publish|reach|access|show|access|make|share|abrir|get|see|service|to)$/.test(
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

/** "checkout is down", "who can reach web?": without an article a plain noun is the name of one thing. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.norm ?? '';
  const after = tokens[at + 1]?.norm ?? '?';
  if (article.test(before)) return false;
  return verbAfter.test(after) || (verbBefore.test(before) && stateAfter.test(after));
}
const article = /^(?:the|my|our|a|an|your|their|this|that|every|each|any|one|some)$/;
const verbAfter = /^(?:is|has|does|keeps|returns|gives|gets|shows|answers|stopped|went|fails|hangs)$/;
const verbBefore =
  /^(?:reach|reaches|call|calls|access|explain|describe|triage|expose|is|are|does|can|about|with|make|debug|to|why)$/;
const stateAfter =
  /^(?:[?.!;,]|reachable|accessible|exposed|public|internal|external|down|up|broken|ok|okay|healthy|talk|reach|call|connect|from|in|visible|open)$/;

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

/**
 * "imgproxy on 8080, …", "PMM server in EKS": people start with the name of their thing. Only a word that nothing else
 * explains counts, and only as the last resort.
 */
function firstWord({ tokens }: Message): number | undefined {
  const at = tokens.findIndex((token) => !leadIn.has(token.norm));
  const token = tokens[at];
  if (token === undefined || at > 3 || token.known || notNames.has(token.norm) || starts.has(token.norm)) return undefined;
  if (!/^[A-Za-z](?:[A-Za-z0-9-]{1,29}[A-Za-z0-9])$/.test(token.raw) || /(?:ing|ed|ly|tion|able)$/.test(token.norm))
    return undefined;
  return follows.test(tokens[at + 1]?.norm ?? '') ? at : undefined;
}

const leadIn = words(
  'hey hi hello so need want have got our my the a an running run deployed installed installing expose exposing i we our',
);
const follows =
  /^(?:on|at|in|,|:|is|runs|has|with|\(|needs?|must|should|wants?|listens?|speaks?|behind|as|server|broker|cluster|deployment|agent|en|auf|im|no|na|sur|dans)$/;
/** English words that start a message. */
const starts = words(
  `tried trying tutorial docs help quick question someone somebody anybody anyone everybody nobody people customer customers users team boss colleague
   requests traffic packets connections clients client caller callers pods nodes requirement goal problem issue ticket error errors warning sev incident pager alert
   tls ssl tcp udp http https grpc dns api apis url urls ip ips vpc vpn two three four five six several some most many few all every each both either neither none another other others same different new old big small
   after before since because although though while until unless whenever wherever however therefore thus hence maybe perhaps probably please sorry thanks
   how why what when where who which whose whom can could would should will shall may might must let lets does did done make makes made give gives show
   tell say says see look looks looking find finds check checks using use used uses one once only just still even also too very really here there now today
   yesterday tomorrow morning evening night weekend demo test tests production prod staging dev internal external public private simple basic plain normal
   default custom legacy standard typical common usual single multiple multi headless local remote cloud baremetal stateless stateful noob newbie beginner
   kein eine ein der die das wie warum was wer wo hola bonjour salut hallo como por que para comment pourquoi quel quelle preciso quero tenho necesito tengo`,
);
