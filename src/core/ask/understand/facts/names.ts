import type { Intent } from '../../../answer/answer.ts';
import { readDescribed, readManifests, readServiceTables } from '../text/pasted.ts';
import { oneOrMore, type Fact, type FactFinder } from './fact.ts';
import { findMentions, type Mention } from './mentions.ts';
import { word } from '../text/message.ts';

/** Intents about an object that exists: a name without a role is then the Service. */
const aboutObjects: ReadonlySet<Intent> = new Set<Intent>(['triage', 'explain', 'reach', 'review']);

/** `service`, `workload` and `namespace`. */
export const nameFacts: FactFinder = (message, intent) => {
  const mentions = findMentions(message);
  const facts: Fact[] = [];
  const put = (fact: 'service' | 'workload' | 'namespace', from: readonly Pick<Mention, 'name' | 'words'>[]) => {
    const value = oneOrMore(from.map((one) => one.name).filter((name) => name !== ''));
    if (value !== undefined) facts.push({ fact, value, words: from.map((one) => one.words).join(', ') });
  };
  const of = (...roles: Mention['role'][]) => mentions.filter((one) => roles.includes(one.role));
  const pasted = pastedNames(message.sections.pasted, message.sections.yaml);

  const namespaces = [...of('namespace'), ...impliedNamespace(message.canonical, intent, mentions), ...pasted.namespaces];
  if (intent !== 'concept') put('namespace', namespaces.slice(0, 4));

  const services = of('service');
  const workloads = of('workload');
  const free = of('free').filter((one) => !namespaces.some((other) => other.name === one.name));
  const products = of('product');
  if (aboutObjects.has(intent)) {
    const named = services.length > 0 ? services : free;
    put('service', named.length > 0 ? named.slice(0, 4) : workloads.length > 0 ? [] : pasted.services);
    const rest =
      workloads.length > 0
        ? workloads
        : named.length > 0 || pasted.services.length > 0
          ? []
          : products.length > 0
            ? products
            : of('weak');
    put('workload', rest.slice(0, 4));
  } else {
    put(
      'service',
      services.length > 0 ? services.slice(0, 4) : workloads.length + free.length + products.length > 0 ? [] : pasted.services,
    );
    const named = workloads.length > 0 ? workloads : free.length > 0 && services.length === 0 ? free : products;
    const weak = named.length === 0 && services.length === 0 ? of('weak').slice(0, 1) : named;
    put('workload', (weak.length > 0 ? weak : pasted.workloads).slice(0, 4));
  }
  return facts;
};

const stages = new RegExp(
  word('(?:in|on|from|of|^scan|^check|^audit|^triage) (the |our )?(?<stage>production|staging|dev|qa|uat|test)'),
  'g',
);
const kinds =
  /^(?:clusterips?|nodeports?|loadbalancers?|headless|externalname|ingress|in-the-cluster|internet|public|namespaces?|pods?|tcp|udp|aws|gcp|azure)$/;
const lastPlace = word(
  '(?:in|of|for|on|from) (?:the )?(?!(?:the|all|cluster|kubernetes|services?|every|my|our|any|type|now|use|there|here|place|total|each|trouble|general|which|problems?|issues?|errors?|trouble|faults|me|us|you|anything|something)(?: |$))(?<place>[a-z0-9][a-z0-9-]{1,61})(?: \\?| please| today| right now| now| namespace)?$',
);

/** "in prod" about a live object is a namespace, too; so is the last word of "what is broken in checkout". */
function impliedNamespace(canonical: string, intent: Intent, mentions: readonly Mention[]): Pick<Mention, 'name' | 'words'>[] {
  if (mentions.some((one) => one.role === 'namespace')) return [];
  if (!['triage', 'explain', 'scan', 'list'].includes(intent)) return [];
  // "it worked in dev but in prod it fails": the last one is where it fails.
  const stage = [...canonical.matchAll(stages)].at(-1)?.groups?.['stage'];
  if (stage !== undefined) return [{ name: stage === 'production' ? 'prod' : stage, words: stage }];
  if (intent !== 'scan' && intent !== 'list') return [];
  const last =
    lastPlace.exec(canonical)?.groups?.['place'] ??
    word('services in (?!the|in-the-cluster|my|our|a|total|all|namespace)(?<place>[a-z0-9][a-z0-9-]{1,61})').exec(canonical)
      ?.groups?.['place'];
  if (last !== undefined && !kinds.test(last)) return [{ name: last, words: last }];
  const free = mentions.findLast((one) => one.role === 'free' || one.role === 'weak' || one.role === 'product');
  return free === undefined ? [] : [free];
}

interface PastedNames {
  readonly services: readonly Pick<Mention, 'name' | 'words'>[];
  readonly workloads: readonly Pick<Mention, 'name' | 'words'>[];
  readonly namespaces: readonly Pick<Mention, 'name' | 'words'>[];
}

function pastedNames(lines: readonly string[], yaml: readonly string[]): PastedNames {
  const described = readDescribed(lines);
  const rows = [...readServiceTables(lines), ...(described === undefined ? [] : [described])];
  const manifests = readManifests(yaml);
  const named = (kind: RegExp) =>
    manifests.filter((one) => one.name !== undefined && kind.test(one.kind ?? '')).map((one) => one.name ?? '');
  const unique = (names: readonly string[]) => [...new Set(names)].slice(0, 4).map((name) => ({ name, words: name }));
  return {
    services: unique([...rows.map((row) => row.name), ...named(/^Service$/)]),
    workloads: unique(named(/^(?:Deployment|StatefulSet|DaemonSet|Pod|ReplicaSet|Job|CronJob)$/)),
    namespaces: unique([...rows, ...manifests].flatMap((one) => (one.namespace === undefined ? [] : [one.namespace]))),
  };
}
