import MiniSearch from 'minisearch';
import { topics } from './all-topics.ts';
import { plainWords } from './asker-names.ts';
import { searchWords } from './search-words.ts';
import type { Topic } from './topic.ts';

export interface FoundTopic {
  readonly topic: Topic;
  /** 0 to 1: how many of the question's words the topic holds. */
  readonly score: number;
  /** The same among the words that any topic holds. */
  readonly fieldScore: number;
  readonly matched: number;
}

/** From this share of all words on the topic is an answer. */
const fits = 0.34;
/**
 * A smaller share is enough when the topic holds most words of the field: the rest is names, or another language.
 */
const fitsAll = 0.15;
const fitsField = 0.5;
const nearestShown = 3;
const relatedShown = 2;

const documents = topics.map((topic, index) => ({
  id: index,
  title: topic.title,
  askedAs: topic.askedAs.join(' \n '),
  summary: plainWords(topic.summary),
  body: topic.body.map(plainWords).join(' '),
}));

const index = new MiniSearch<(typeof documents)[number]>({
  fields: ['title', 'askedAs', 'summary', 'body'],
  tokenize: (text) => [...searchWords(text)],
  processTerm: (term) => term,
  searchOptions: {
    boost: { title: 3, askedAs: 4, summary: 1.5 },
    prefix: (term) => term.length > 4,
    fuzzy: (term) => (term.length > 4 ? 0.25 : false),
    weights: { fuzzy: 0.3, prefix: 0.4 },
  },
});
index.addAll(documents);

const vocabulary = new Set(documents.flatMap((one) => searchWords(Object.values(one).join(' '))));

/** Questions that a topic names word for word, by their words of the field in order of the alphabet. */
const exact = new Map(
  topics.flatMap((topic) => [topic.title, ...topic.askedAs].map((question) => [key(question), topic] as const)),
);

function key(text: string): string {
  return [...new Set(searchWords(text))]
    .filter((word) => vocabulary.has(word))
    .toSorted()
    .join(' ');
}

/** Topics that hold words of the text, best first. */
export function searchTopics(text: string): readonly FoundTopic[] {
  const words = [...new Set(searchWords(text))];
  if (words.length === 0) return [];
  const named = exact.get(key(text));
  const fieldWords = Math.max(1, words.filter((word) => vocabulary.has(word)).length);
  const ranked = index.search(words.join(' ')).flatMap(({ id, queryTerms }): FoundTopic[] => {
    const topic = topics[id as number];
    const matched = new Set(queryTerms).size;
    const fieldMatched = new Set(queryTerms.filter((word) => vocabulary.has(word))).size;
    return topic === undefined
      ? []
      : [{ topic, matched, score: matched / words.length, fieldScore: fieldMatched / fieldWords }];
  });
  const whole = { matched: fieldWords, score: fieldWords / words.length, fieldScore: 1 };
  // A topic that holds more of the words, one of them misspelt, is nearer than one that was named without it.
  const isNearest = named !== undefined && (ranked[0]?.matched ?? 0) <= fieldWords;
  return isNearest ? [{ topic: named, ...whole }, ...ranked.filter((one) => one.topic !== named)] : ranked;
}

export type TopicSearch =
  | { readonly found: FoundTopic; readonly related: readonly Topic[] }
  | { readonly found: undefined; readonly nearest: readonly Topic[] };

/**
 * The topic that answers the text, or the nearest three when none fits well. `retold` is the same text with typos
 * repaired and in English: it counts when more of its words are known.
 */
export function findTopic(text: string, retold = ''): TopicSearch {
  const told = searchTopics(text);
  const again = retold === '' ? [] : searchTopics(retold);
  const ranked = (again[0]?.matched ?? 0) > (told[0]?.matched ?? 0) ? again : told;
  const [best, ...others] = ranked;
  if (best === undefined || !isAnswer(best)) {
    return { found: undefined, nearest: ranked.slice(0, nearestShown).map((one) => one.topic) };
  }
  return { found: best, related: others.slice(0, relatedShown).map((one) => one.topic) };
}

function isAnswer({ score, fieldScore }: FoundTopic): boolean {
  return score >= fits || (score >= fitsAll && fieldScore >= fitsField);
}

/** The topic of exactly this title: what a button of another answer says. */
export function topicTitled(text: string): Topic | undefined {
  return topics.find((topic) => topic.title === text.trim());
}
