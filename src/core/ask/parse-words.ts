import { besideFromFlags } from './beside-flags.ts';
import type { RecommendationType } from '../answer/answer.ts';
import { badRequest, Problem } from '../problem/problem.ts';
import type { AskedFacts } from './asked-facts.ts';
import { factFlags, factsFromFlags } from './fact-flags.ts';
import { isFlag, isOn, parseFlags, type FlagSpec, type ParsedFlags } from './flags.ts';
import { areaFlags, verbs, verbSpec, type VerbSpec } from './grammar.ts';
import { nearest } from './nearest.ts';
import { parseObjectName } from './object-name.ts';
import { parseRecommendationType } from './recommendation-type.ts';
import type { Area, Request } from './request.ts';
import { talkFlags, talkFromFlags } from './talk.ts';
import { tokenize } from './tokenize.ts';

/**
 * Words to a Request: a line as typed in Slack, or the arguments of the terminal. Text that begins with no verb, or
 * with one whose words do not fit, is a question. Throws a bad-request Problem with the next step.
 */
export function parseWords(input: string | readonly string[]): Request {
  const line = typeof input === 'string' ? input : undefined;
  const tokens = line === undefined ? undefined : tokenize(line);
  const words = tokens === undefined ? (input as readonly string[]) : tokens.map((token) => token.word);
  /** The rest of the line from word `index` on, exactly as it was typed. */
  const restFrom = (index: number): string =>
    line === undefined || tokens === undefined
      ? words.slice(index).join(' ')
      : line.slice(tokens[index]?.start ?? line.length).trim();

  const first = words[0];
  if (first === undefined) return { verb: 'help' };
  if (first === '--help' || first === '-h') return help(words[1]);
  const spec = verbSpec(first);
  if (spec === undefined) return unknownVerb(words) ?? askRequest(restFrom(0));
  if (words.slice(1).some((word) => word === '--help' || word === '-h')) return help(spec.verb);
  if (spec.verb === 'ask') return parseAsk(words, restFrom);
  if (spec.verb === 'review') return { verb: 'review', text: restFrom(1) };

  const plainWords = words.slice(1).filter((word) => !isFlag(word)).length;
  const flags = tolerantFlags(words.slice(1), spec, plainWords);
  if (flags === undefined || flags.words.length > spec.words[1]) return askRequest(restFrom(0));
  // "yaml please" is a wish in words: only `manifest` says that its next word is a type.
  const isWish = first.toLowerCase() === 'yaml' && parseRecommendationType(flags.words[0] ?? '') === undefined;
  if (isWish) return askRequest(restFrom(0));
  if (flags.words.length < spec.words[0]) throw missingWords(spec);
  return build(spec, flags, () => askRequest(restFrom(0)));
}

/** A sentence may hold what looks like a flag ("why does curl --resolve fail"): then it is a question. */
function tolerantFlags(words: readonly string[], spec: VerbSpec, plainWords: number): ParsedFlags | undefined {
  try {
    return parseFlags(words, flagsOf(spec));
  } catch (problem) {
    if (problem instanceof Problem && plainWords > spec.words[1] + 2) return undefined;
    throw problem;
  }
}

export function flagsOf(spec: VerbSpec): readonly FlagSpec[] {
  return [
    ...areaFlags,
    ...(spec.flags ?? []),
    ...(spec.takesFacts === true ? factFlags : []),
    ...(spec.takesTalk === true ? talkFlags : []),
  ];
}

function build(spec: VerbSpec, flags: ParsedFlags, asQuestion: () => Request): Request {
  const [one = '', two] = flags.words;
  const area = areaOf(flags);
  switch (spec.verb) {
    case 'triage':
    case 'watch': {
      const { name, namespace } = parseObjectName(one, 'Service');
      const where = within(area, namespace);
      return spec.verb === 'watch'
        ? { verb: 'watch', service: name, ...where }
        : { verb: 'triage', service: name, why: isOn(flags.values, 'why'), ...where };
    }
    case 'explain': {
      const names = flags.words.map((word) => parseObjectName(word, 'Service'));
      return {
        verb: 'explain',
        services: names.map((each) =>
          each.namespace === undefined || names.length === 1 ? each.name : `${each.namespace}/${each.name}`,
        ),
        ...within(area, names.length === 1 ? names[0]?.namespace : undefined),
      };
    }
    case 'expose': {
      const { name, namespace, kind } = parseObjectName(one, 'workload');
      return {
        verb: 'expose',
        workload: name,
        known: withKind(factsFromFlags(flags.values), kind),
        ...within(area, namespace),
        ...talkFromFlags(flags.values),
        ...besideFromFlags(flags.values),
      };
    }
    case 'manifest': {
      const type: RecommendationType | undefined = parseRecommendationType(one);
      if (type === undefined) {
        if (flags.words.length > 1) return asQuestion();
        throw badRequest(`"${one}" is no Service type.`, 'Types: ClusterIP, NodePort, LoadBalancer, ExternalName, Headless.');
      }
      const facts = factsFromFlags(flags.values);
      // An ExternalName Service is for a DNS name outside: `manifest ExternalName db.example.com`.
      if (type === 'ExternalName' && two?.includes('.') === true) {
        return { verb: 'manifest', type, known: { externalHost: two, ...facts }, ...area };
      }
      const workload = two === undefined ? undefined : parseObjectName(two, 'workload');
      const patch = isOn(flags.values, 'patch');
      if (patch && workload === undefined)
        throw badRequest('--patch changes a Service: which one?', 'For example: manifest LoadBalancer web -n shop --patch');
      return {
        verb: 'manifest',
        type,
        ...(patch ? { patch } : {}),
        ...besideFromFlags(flags.values),
        known: withKind(facts, workload?.kind),
        ...within(area, workload?.namespace),
        ...(workload === undefined ? {} : { workload: workload.name }),
      };
    }
    case 'scan': {
      const allClusters = isOn(flags.values, 'all-clusters');
      if (allClusters && area.cluster !== undefined)
        throw badRequest('Give either --cluster NAME or --all-clusters, not both.');
      return { verb: 'scan', ...area, ...(allClusters ? { allClusters } : {}) };
    }
    case 'list': {
      const type = flags.values.get('type')?.[0];
      if (flags.words.length === 1 && !/^(services?|svcs?|all)$/iu.test(one)) return asQuestion();
      return { verb: 'list', ...area, ...(type === undefined ? {} : { type }) };
    }
    case 'reach':
      if (isOn(flags.values, 'all') !== (flags.words.length === 0)) throw missingWords(spec);
      if (flags.words.length === 0) return { verb: 'reach', ...area };
      if (two === undefined) throw missingWords(spec);
      return { verb: 'reach', from: one, to: two, ...area };
    case 'use':
      return { verb: 'use', target: one };
    case 'help':
      return help(flags.words[0]);
    case 'ask':
    case 'review':
      return asQuestion();
    default:
      spec.verb satisfies never;
      return asQuestion();
  }
}

function parseAsk(words: readonly string[], restFrom: (index: number) => string): Request {
  let index = 1;
  const specs = [...areaFlags, ...factFlags, ...talkFlags];
  // Flags of a question stand before its text; what follows is the person's own words, flags or not.
  while (index < words.length && isFlag(words[index] ?? '') && words[index] !== '--') {
    const typed = (words[index] ?? '').split('=')[0];
    const spec = specs.find((one) => typed === `--${one.name}` || typed === `-${one.short}`);
    if (spec === undefined) break;
    index += spec.value === undefined || (words[index] ?? '').includes('=') ? 1 : 2;
  }
  const flags = parseFlags(words.slice(1, index), specs);
  const text = restFrom(words[index] === '--' ? index + 1 : index);
  if (text === '') throw missingWords(verbSpec('ask') as VerbSpec);
  return { verb: 'ask', text, known: factsFromFlags(flags.values), ...areaOf(flags), ...talkFromFlags(flags.values) };
}

function askRequest(text: string): Request {
  return { verb: 'ask', text, known: {} };
}

function help(about: string | undefined): Request {
  return about === undefined ? { verb: 'help' } : { verb: 'help', about };
}

function areaOf(flags: ParsedFlags): Area {
  const namespace = flags.values.get('namespace')?.[0];
  const cluster = flags.values.get('cluster')?.[0];
  const allNamespaces = isOn(flags.values, 'all-namespaces');
  if (namespace !== undefined && allNamespaces) throw badRequest('Give either -n NAMESPACE or -A, not both.');
  return {
    ...(namespace === undefined ? {} : { namespace: namespace.replace(/^(namespace|ns)\//u, '') }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(allNamespaces ? { allNamespaces } : {}),
  };
}

/** The namespace may stand in the name or in -n; both only when they agree. */
function within(area: Area, namespace: string | undefined): Area {
  if (namespace === undefined) return area;
  if (area.namespace !== undefined && area.namespace !== namespace) {
    throw badRequest(`The name says namespace ${namespace}, -n says ${area.namespace}. Which one is meant?`);
  }
  return { ...area, namespace };
}

function withKind(facts: AskedFacts, kind: string | undefined): AskedFacts {
  return kind === undefined || kind === 'Service' ? facts : { kind: kind as NonNullable<AskedFacts['kind']>, ...facts };
}

function missingWords(spec: VerbSpec): Problem {
  return badRequest(`${spec.verb} needs ${spec.usage}.`, `For example: ${spec.examples[0] ?? spec.verb}`);
}

/** `traige web` is a slip; `traffic to web fails` is a question. Only a line that would be right otherwise is a slip. */
function unknownVerb(words: readonly string[]): undefined {
  const [first = '', ...rest] = words;
  if (first.length < 4) return undefined;
  const names = verbs.flatMap((spec) => (spec.verb === 'ask' || spec.verb === 'review' ? [] : [spec.verb, ...spec.aliases]));
  for (const near of nearest(first, names, 2)) {
    let request: Request;
    try {
      request = parseWords([near, ...rest]);
    } catch {
      continue;
    }
    if (request.verb !== 'ask') {
      throw badRequest(`There is no verb "${first}".`, `Did you mean: ${[near, ...rest].join(' ')}`, 'help shows all of them.');
    }
  }
  return undefined;
}
