import { readFile, writeFile } from 'node:fs/promises';
import type { AskedFacts } from '../../src/core/ask/asked-facts.ts';
import { featuresOf } from '../../src/core/ask/understand/intent/examples/features.ts';
import { typeFeaturesOf } from '../../src/core/ask/understand/intent/examples/type-features.ts';
import { readMessage } from '../../src/core/ask/understand/text/message.ts';
import { describe } from '../../src/core/ask/understand/understand.ts';

const questions = new URL('../../test/core/ask/understand/questions/', import.meta.url);
const target = new URL('../../src/core/ask/understand/intent/examples/counted.generated.ts', import.meta.url);

/** The questions that may be learned from; those kept aside only measure. */
const files = ['first.jsonl', 'second.jsonl', 'third.jsonl'];
/** A word of one example alone says nothing. */
const least = 2;

interface Example {
  readonly text: string;
  readonly intent: 'decide' | 'manifest' | 'other';
  readonly facts: AskedFacts;
  readonly answer?: readonly string[] | 'ask';
}

interface Counted {
  readonly label: string;
  readonly features: ReadonlySet<string>;
}

/** `counted.generated.ts`: how many examples of each intent, and of each recommended type, hold each word. */
export async function gen(): Promise<void> {
  const lines = (await Promise.all(files.map((file) => readFile(new URL(file, questions), 'utf8'))))
    .join('')
    .trim()
    .split('\n');
  const examples = lines.map((line) => JSON.parse(line) as Example);
  const intents: Counted[] = [];
  const types: Counted[] = [];
  for (const { text, intent, answer } of examples) {
    const message = readMessage(text);
    const features = featuresOf(message);
    intents.push({ label: intent, features });
    const chosen = answer === 'ask' ? 'ask' : answer?.[0];
    if (chosen !== undefined) types.push({ label: chosen, features: typeFeaturesOf(features, describe(message, intent)) });
  }
  await writeFile(
    target,
    [
      '/**',
      ' * Written by `npm run gen` from the example questions: in how many examples of each label a word stands. A row a word:',
      ' * the word, a tab, and for each label that has it its place in `labels` and the count.',
      ' */',
      `export const counted = { intents: ${tableOf(intents)}, types: ${tableOf(types)} } as const;`,
      '',
    ].join('\n'),
  );
}

function tableOf(counted: readonly Counted[]): string {
  const labels = [...new Set(counted.map((one) => one.label))].toSorted();
  const counts = new Map<string, number[]>();
  for (const { label, features } of counted) {
    for (const feature of features) {
      const list = counts.get(feature) ?? labels.map(() => 0);
      list[labels.indexOf(label)] = (list[labels.indexOf(label)] ?? 0) + 1;
      counts.set(feature, list);
    }
  }
  const rows = [...counts]
    .filter(([, list]) => list.reduce((sum, one) => sum + one, 0) >= least)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, list]) => `${feature}\t${list.flatMap((count, at) => (count === 0 ? [] : [`${at}:${count}`])).join(' ')}`);
  const examples = labels.map((label) => counted.filter((one) => one.label === label).length);
  return JSON.stringify({ labels, examples, rows: rows.join('\n') });
}
