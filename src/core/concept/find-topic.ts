import { topics } from './all-topics.ts';
import { rankTopics, type FoundTopic } from './rank-topics.ts';
import type { Topic } from './topic.ts';

export type TopicSearch =
  | { readonly found: FoundTopic; readonly related: readonly Topic[] }
  | { readonly found: undefined; readonly nearest: readonly Topic[] };

const nearestShown = 3;
const relatedShown = 2;
/** From this likeness on a topic is an answer. */
const fits = 0.25;

/**
 * The topic that answers the text, or the nearest three when none fits well. `retold` is the same text with typos
 * repaired and in English: the reading that is more like a topic counts.
 */
export function findTopic(text: string, retold = ''): TopicSearch {
  const told = rankTopics(text);
  const again = retold === '' ? [] : rankTopics(retold);
  const ranked = (again[0]?.likeness ?? 0) > (told[0]?.likeness ?? 0) ? again : told;
  const [best, ...others] = ranked;
  if (best === undefined || best.likeness < fits) {
    return { found: undefined, nearest: ranked.slice(0, nearestShown).map((one) => one.topic) };
  }
  return { found: best, related: others.slice(0, relatedShown).map((one) => one.topic) };
}

/** The topic of exactly this title: what a button of another answer says. */
export function topicTitled(text: string): Topic | undefined {
  return topics.find((topic) => topic.title === text.trim());
}
