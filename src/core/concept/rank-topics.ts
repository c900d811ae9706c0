import { comparedSides } from './compared-sides.ts';
import { fieldsIn, searchWords } from './search-words.ts';
import { topicIndex, type Example, type IndexedTopic, type TopicIndex } from './topic-index.ts';
import type { Topic } from './topic.ts';

export interface FoundTopic {
  readonly topic: Topic;
  /** 0 to 1: how much of the question, by weight, the topic holds anywhere. */
  readonly score: number;
  /** How like the question is to what the topic is asked with, 1 for the same words; the topics are ordered by it. */
  readonly likeness: number;
}

/** What is asked: its words, with what they weigh together. */
interface Question {
  readonly words: ReadonlySet<string>;
  readonly weight: number;
  /** The words of what is compared, side by side; empty when nothing is. */
  readonly sides: readonly ReadonlySet<string>[];
  /** What may be fields in it. */
  readonly fields: ReadonlySet<string>;
  /** Whether it names anything of our field. */
  readonly isOfField: boolean;
}

/** Words that no topic has: mostly names, at times another field. A misspelt one counts like any word of the field. */
const unknownWeight = 1.5;
const misspeltWeight = 2;
/** How much a word counts that is only near to one that the topic has. */
const nearWord = 0.7;
/** What only the question says, and what only the example says, against what both say. */
const onlyQuestion = 0.4;
const onlyExample = 0.5;
/** A comparison is answered by what names both of its sides. */
const oneSideOnly = 0.75;
const namesField = 0.15;
/** Nothing is nearer than a question that the topic names. */
const wordForWord = 0.3;
/** A word that two of three examples say is what the topic is about. */
const typical = 1.5;

/** Without any word of our field a likeness of the other words is mostly chance. */
const outOfField = 0.35;

/** Topics that are looked at closely: the best by BM25. What stands further back shares but common words. */
const looked = 20;

/** The topics that hold words of the text, best first. */
export function rankTopics(text: string): readonly FoundTopic[] {
  const words = new Set(searchWords(text));
  if (words.size === 0) return [];
  const index = topicIndex();
  const results = index.search.search([...words].join(' '));
  const near = new Set(results.flatMap((one) => one.queryTerms));
  const weightOf = (word: string) => index.weightOf(word) ?? (near.has(word) ? misspeltWeight : unknownWeight);
  const fields = fieldsIn(text);
  const question: Question = {
    words,
    weight: sum([...words].map(weightOf)),
    sides: comparedSides(text, (word) => index.weightOf(word) !== undefined),
    fields,
    isOfField: meet(fields, index.fieldNames) || results.some(({ terms }) => terms.some((term) => index.fieldWords.has(term))),
  };
  return results
    .slice(0, looked)
    .map(({ id, terms }) => found(index.topics[id as number] as IndexedTopic, terms, question, index))
    .toSorted((one, other) => other.likeness - one.likeness);
}

/** `terms`: the topic's words that the question has or comes near to. */
function found(indexed: IndexedTopic, terms: readonly string[], question: Question, index: TopicIndex): FoundTopic {
  const { topic, examples, shares, fields } = indexed;
  const held = new Map(
    terms.map((term) => [term, (index.weightOf(term) ?? 0) * (question.words.has(term) ? 1 : nearWord)] as const),
  );
  const score = Math.min(1, sum(held.values()) / question.weight);
  // The best single example: ten that share one word each with the question are no answer to it.
  const best = Math.max(...examples.map((example) => likeness(example, held, question)));
  const about = sum([...held].map(([term, weight]) => weight * Math.min(1, typical * (shares.get(term) ?? 0))));
  const field = meet(fields, question.fields) ? namesField : 0;
  const exactly = best > 0.999 ? wordForWord : 0;
  const likenessOfAll = 0.5 * best + 0.3 * Math.min(1, about / question.weight) + 0.2 * score + field + exactly;
  return { topic, score, likeness: likenessOfAll * (question.isOfField ? 1 : outOfField) };
}

/** Tversky's index over the weights. */
function likeness({ words, weight }: Example, held: ReadonlyMap<string, number>, question: Question): number {
  let shared = 0;
  for (const word of words) shared += held.get(word) ?? 0;
  if (shared === 0) return 0;
  const restOfQuestion = onlyQuestion * Math.max(0, question.weight - shared);
  const restOfExample = onlyExample * Math.max(0, weight - shared);
  return (shared / (shared + restOfQuestion + restOfExample)) * (hasAllSides(words, question.sides) ? 1 : oneSideOnly);
}

function hasAllSides(words: ReadonlySet<string>, sides: Question['sides']): boolean {
  return sides.every((side) => meet(side, words));
}

function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const word of some) if (others.has(word)) return true;
  return false;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
}
