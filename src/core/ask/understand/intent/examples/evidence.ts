import { counted } from './counted.generated.ts';

/** What the examples say about a message. */
export interface Evidence<Label extends string> {
  /** For each label how much more likely it makes the message's words than the others do: natural logarithm, 0 for the best. */
  readonly weights: ReadonlyMap<Label, number>;
  /** The features that speak most for the best label, for example `how do` or `#failing=yes`, strongest first. */
  readonly because: readonly string[];
}

interface Table {
  readonly labels: readonly string[];
  /** What the number of examples of each label speaks for it. */
  readonly priors: readonly number[];
  /** What a feature speaks for each label; worked out when it is first met. */
  weigh(feature: string): readonly number[] | undefined;
}

/** Keeps a word that was seen with one label only from deciding alone. */
const smoothing = 0.5;
const mostReasons = 5;
/** At least this much more often with the label than without: a reason worth naming. */
const clearly = 0.7;

/**
 * Weighs a message by how often its features stand in the labelled examples of each label. It is plain counting: the
 * tables are written by `npm run gen` from the questions in the tests, and every count can be looked up there.
 */
export function evidenceOf<Label extends string>(kind: keyof typeof counted, features: ReadonlySet<string>): Evidence<Label> {
  const examples = table(kind);
  const { labels, priors } = examples;
  const sums = [...priors];
  const spoke: (readonly [string, readonly number[]])[] = [];
  for (const feature of features) {
    const by = examples.weigh(feature);
    if (by === undefined) continue;
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (by[at] ?? 0);
    spoke.push([feature, by]);
  }
  const most = Math.max(...sums);
  const best = sums.indexOf(most);
  return {
    weights: new Map(labels.map((label, at) => [label as Label, (sums[at] ?? 0) - most])),
    because: spoke
      .filter(([, by]) => (by[best] ?? 0) > clearly)
      .toSorted(([, a], [, b]) => (b[best] ?? 0) - (a[best] ?? 0))
      .slice(0, mostReasons)
      .map(([feature]) => feature),
  };
}

const read = new Map<keyof typeof counted, Table>();

/** Read at the first message: the terminal's other verbs do without. */
function table(kind: keyof typeof counted): Table {
  const known = read.get(kind);
  if (known !== undefined) return known;
  const { labels, examples, rows } = counted[kind];
  const all = examples.reduce((sum, one) => sum + one, 0);
  const written = new Map(rows.split('\n').map((row) => [row.slice(0, row.indexOf('\t')), row.slice(row.indexOf('\t') + 1)]));
  const weighed = new Map<string, readonly number[]>();
  const made: Table = {
    labels,
    priors: examples.map((one) => Math.log(one / all)),
    weigh(feature) {
      const counts = written.get(feature);
      if (counts === undefined) return undefined;
      const before = weighed.get(feature);
      if (before !== undefined) return before;
      const by = weightsOf(countsIn(counts, labels.length), examples, all);
      weighed.set(feature, by);
      return by;
    },
  };
  read.set(kind, made);
  return made;
}

/** `0:3 4:1`: three examples of the first label, one of the fifth. */
function countsIn(row: string, labels: number): readonly number[] {
  const list = Array.from({ length: labels }, () => 0);
  for (const pair of row.split(' ')) {
    const [at = '0', count = '0'] = pair.split(':');
    list[Number(at)] = Number(count);
  }
  return list;
}

function weightsOf(counts: readonly number[], examples: readonly number[], all: number): readonly number[] {
  const total = counts.reduce((sum, one) => sum + one, 0);
  const share = (count: number, of: number) => (count + smoothing) / (of + 2 * smoothing);
  return counts.map((count, at) => {
    const of = examples[at] ?? 0;
    return Math.log(share(count, of) / share(total - count, all - of));
  });
}
