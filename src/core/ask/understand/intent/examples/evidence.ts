import type { Intent } from '../../../../answer/answer.ts';
import { counted } from './counted.generated.ts';

/** What the examples say about a message. */
export interface Evidence {
  /** For each intent how much more likely it makes the message's words than the others do: natural logarithm, 0 for the best. */
  readonly weights: ReadonlyMap<Intent, number>;
  /** The features that speak most for the best intent, for example `how do` or `#failing=yes`, strongest first. */
  readonly because: readonly string[];
}

interface Counts {
  readonly intents: readonly Intent[];
  /** Examples of each intent. */
  readonly examples: readonly number[];
  readonly of: ReadonlyMap<string, readonly number[]>;
}

/** Keeps a word that was seen in one intent only from deciding alone. */
const smoothing = 0.5;
const mostReasons = 5;

/**
 * Weighs a message by how often its words stand in the labelled examples of each intent. It is plain counting: the table
 * is written by `npm run gen` from the questions in the tests, and every count can be looked up there.
 */
export function evidenceOf(features: ReadonlySet<string>): Evidence {
  const { intents, examples, of } = table();
  const all = examples.reduce((sum, one) => sum + one, 0);
  const sums = examples.map((one) => Math.log(one / all));
  const spoke: { readonly feature: string; readonly by: readonly number[] }[] = [];
  for (const feature of features) {
    const counts = of.get(feature);
    if (counts === undefined) continue;
    const total = counts.reduce((sum, one) => sum + one, 0);
    const by = counts.map((count, at) => {
      const within = share(count, examples[at] ?? 0);
      const without = share(total - count, all - (examples[at] ?? 0));
      return Math.log(within / without);
    });
    by.forEach((one, at) => (sums[at] = (sums[at] ?? 0) + one));
    spoke.push({ feature, by });
  }
  const most = Math.max(...sums);
  const best = sums.indexOf(most);
  return {
    weights: new Map(intents.map((intent, at) => [intent, (sums[at] ?? 0) - most])),
    because: spoke
      .toSorted((a, b) => (b.by[best] ?? 0) - (a.by[best] ?? 0))
      .slice(0, mostReasons)
      .map((one) => one.feature),
  };
}

const share = (count: number, examples: number) => (count + smoothing) / (examples + 2 * smoothing);

let read: Counts | undefined;

/** Read at the first message: the terminal's other verbs do without. */
function table(): Counts {
  if (read !== undefined) return read;
  const { intents, examples, rows } = counted;
  const of = new Map(
    rows.split('\n').map((row) => {
      const [feature = '', counts = ''] = row.split('\t');
      const list = intents.map(() => 0);
      for (const pair of counts.split(' ')) {
        const [at = '0', count = '0'] = pair.split(':');
        list[Number(at)] = Number(count);
      }
      return [feature, list] as const;
    }),
  );
  read = { intents: intents as readonly Intent[], examples, of };
  return read;
}
