import type { Intent, RecommendationType } from '../../answer/answer.ts';
import type { AskedFacts, FactName } from '../asked-facts.ts';
import { factFinders } from './facts/all.ts';
import { findOutside } from './facts/external.ts';
import { impliedFacts } from './facts/implied.ts';
import { findPorts } from './facts/ports.ts';
import { evidenceOf } from './intent/examples/evidence.ts';
import { featuresOf } from './intent/examples/features.ts';
import { typeFeaturesOf } from './intent/examples/type-features.ts';
import { findIntent } from './intent/intent.ts';
import { findSymptom } from './intent/symptom.ts';
import { findTypes } from './intent/types.ts';
import { findHints } from './intent/hints.ts';
import { fieldHints } from './intent/topic-hints.ts';
import { readMessage, type Message } from './text/message.ts';
import type { Names, Understanding } from './understanding.ts';

/**
 * What a message says: what the person wants, the facts with the words they came from, and what they rule out.
 * Pure and linear in the length of the text; of very long texts the two ends are read. Throws nothing.
 * `known` are the names that exist in the cluster.
 */
export function understand(text: string, known?: Names): Understanding {
  const message = readMessage(text, known);
  const { intent, confidence, otherField, because } = findIntent(message);
  const described = describe(message, intent);
  return {
    intent,
    confidence,
    because,
    ...described,
    likely: choosing(intent) ? likelyTypes(message, described) : new Map(),
    ...(intent === 'triage' ? { symptom: findSymptom(message) } : {}),
    topicHints: fieldHints(message),
    canonical: message.canonical,
    ...(otherField === undefined ? {} : { otherField }),
    pastedYaml: message.sections.yaml,
    language: message.language,
  };
}

type Described = Omit<
  Understanding,
  | 'intent'
  | 'confidence'
  | 'because'
  | 'likely'
  | 'symptom'
  | 'topicHints'
  | 'canonical'
  | 'otherField'
  | 'pastedYaml'
  | 'language'
>;

/** What the message says when this is its intent. */
export function describe(message: Message, intent: Intent): Described {
  const silent = intent === 'other' || intent === 'smalltalk';
  const found = silent ? [] : factFinders.flatMap((finder) => finder(message, intent));
  const facts = Object.fromEntries(found.map((one) => [one.fact, one.value])) as AskedFacts;
  const implied = silent || intent === 'concept' ? { facts: {}, words: '' } : impliedFacts(message, facts);
  const words = Object.fromEntries([
    ...Object.keys(implied.facts).map((fact) => [fact, implied.words]),
    ...found.map((one) => [one.fact, one.words]),
  ]) as Partial<Record<FactName, string>>;
  const types = findTypes(message, intent);
  return {
    facts,
    implied: implied.facts,
    words,
    mentioned: types.mentioned,
    denied: types.denied,
    ...(types.hint === undefined ? {} : { recommendationHint: types.hint }),
    ...findHints(message),
    externalAddresses: findOutside(message).addresses.map((token) => token.raw),
    nodePorts: findPorts(message).nodePorts,
  };
}

const choosing = (intent: Intent) => intent === 'decide' || intent === 'manifest';

/** In fewer words nobody describes a case that another could be like. */
const leastWords = 7;

/** Which type people were given who asked in such words. */
function likelyTypes(message: Message, described: Described): ReadonlyMap<RecommendationType | 'ask', number> {
  if (message.tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.norm)).length < leastWords) return new Map();
  return evidenceOf<RecommendationType | 'ask'>('types', typeFeaturesOf(featuresOf(message), described)).weights;
}
