import MiniSearch from 'minisearch';
import { topics } from './all-topics.ts';
import { plainWords } from './asker-names.ts';
import { fieldsIn, searchWords } from './search-words.ts';
import type { Topic } from './topic.ts';
import { ofOurField } from './word-groups.ts';

/** One title or question of a topic, as the words that the search compares. */
export interface Example {
  readonly words: ReadonlySet<string>;
  /** What its words weigh together. */
  readonly weight: number;
}

export interface IndexedTopic {
  readonly topic: Topic;
  readonly examples: readonly Example[];
  /** The share of the examples that say a word: what the topic is about is said by many of them. */
  readonly shares: ReadonlyMap<string, number>;
  /** The fields that it explains, as `fieldsIn` writes them. */
  readonly fields: ReadonlySet<string>;
}

export interface TopicIndex {
  /** Finds the topics that hold a word or one near to it; its documents are the places in `topics`. */
  readonly search: MiniSearch;
  readonly topics: readonly IndexedTopic[];
  /** A question of our field has at least one of these words, or names a field of the API that a topic explains. */
  readonly fieldWords: ReadonlySet<string>;
  readonly fieldNames: ReadonlySet<string>;
  /** A word that few topics are asked with says more than one of all; undefined for a word that no topic holds. */
  weightOf(word: string): number | undefined;
}

let built: TopicIndex | undefined;

/** Built at the first question: most runs never ask one, and starting is not to wait for it. */
export function topicIndex(): TopicIndex {
  built ??= build(topics);
  return built;
}

interface Words {
  readonly topic: Topic;
  readonly examples: readonly (readonly string[])[];
  readonly fields: readonly string[];
  readonly text: readonly string[];
}

function build(all: readonly Topic[]): TopicIndex {
  const documents = all.map((topic): Words => ({
    topic,
    examples: [topic.title, ...topic.askedAs].map(searchWords),
    fields: (topic.fields ?? []).flatMap((field) => [...fieldsIn(field)]),
    text: searchWords([topic.summary, ...topic.body].map(plainWords).join(' ')),
  }));
  const weights = weigh(documents);
  const weightOf = (word: string) => weights.get(word);
  const search = new MiniSearch({
    fields: ['asked', 'text'],
    tokenize: (words) => words.split(' '),
    processTerm: (word) => word,
    searchOptions: {
      boost: { asked: 3 },
      // A word that is known is meant as it stands; only others may be misspelt or cut short.
      prefix: (word) => word.length > 4 && !weights.has(word),
      fuzzy: (word) => (word.length > 4 && !weights.has(word) ? 0.25 : false),
    },
  });
  search.addAll(
    documents.map(({ examples, fields, text }, id) => ({
      id,
      asked: [...examples.flat(), ...fields.flatMap(searchWords)].join(' '),
      text: text.join(' '),
    })),
  );
  return {
    search,
    topics: documents.map((words) => indexed(words, weightOf)),
    fieldWords: new Set(ofOurField.split(' ').flatMap(searchWords)),
    fieldNames: new Set(documents.flatMap((one) => one.fields)),
    weightOf,
  };
}

function indexed({ topic, examples, fields }: Words, weightOf: TopicIndex['weightOf']): IndexedTopic {
  const shares = new Map<string, number>();
  const sets = examples.map((words) => new Set(words));
  for (const words of sets) for (const word of words) shares.set(word, (shares.get(word) ?? 0) + 1 / examples.length);
  const weight = (words: ReadonlySet<string>) => [...words].reduce((sum, word) => sum + (weightOf(word) ?? 0), 0);
  return { topic, examples: sets.map((words) => ({ words, weight: weight(words) })), shares, fields: new Set(fields) };
}

/** No word weighs more than this, however rare: one odd verb must not outweigh two words of the field. */
const heaviest = 2.6;
/** Words that stand in the text of topics only say little of what people ask for. */
const unaskedIn = 4;

/** The inverse document frequency of each word, as BM25 has it, over what people ask the topics with. */
function weigh(documents: readonly Words[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { examples, fields } of documents) {
    for (const word of new Set([...examples.flat(), ...fields.flatMap(searchWords)]))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const word of documents.flatMap((one) => one.text)) if (!counts.has(word)) counts.set(word, unaskedIn);
  const weight = (count: number) => Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  return new Map([...counts].map(([word, count]) => [word, Math.min(heaviest, weight(count))] as const));
}
