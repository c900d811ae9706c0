import { readFile, writeFile } from 'node:fs/promises';
import { findMentions } from '../../src/core/ask/understand/facts/mentions.ts';
import { findClues } from '../../src/core/ask/understand/intent/clues.ts';
import { featuresOf } from '../../src/core/ask/understand/intent/examples/features.ts';
import { readMessage } from '../../src/core/ask/understand/text/message.ts';

const questions = new URL('../../test/core/ask/understand/questions/', import.meta.url);
const target = new URL('../../src/core/ask/understand/intent/examples/counted.generated.ts', import.meta.url);

/** The questions that may be learned from; those kept aside only measure. */
const files = ['first.jsonl', 'second.jsonl', 'third.jsonl'];
/** A word of one example alone says nothing. */
const least = 2;

/** `counted.generated.ts`: how many examples of each intent hold each word. */
export async function gen(): Promise<void> {
  const lines = (await Promise.all(files.map((file) => readFile(new URL(file, questions), 'utf8'))))
    .join('')
    .trim()
    .split('\n');
  const examples = lines.map((line) => JSON.parse(line) as { readonly text: string; readonly intent: string });
  const intents = [...new Set(examples.map((one) => one.intent))].toSorted();
  const counts = new Map<string, number[]>();
  for (const { text, intent } of examples) {
    const message = readMessage(text);
    for (const feature of featuresOf(message, findMentions(message), findClues(message))) {
      const list = counts.get(feature) ?? intents.map(() => 0);
      list[intents.indexOf(intent)] = (list[intents.indexOf(intent)] ?? 0) + 1;
      counts.set(feature, list);
    }
  }
  const rows = [...counts]
    .filter(([, list]) => list.reduce((sum, one) => sum + one, 0) >= least)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, list]) => `${feature}\t${list.flatMap((count, at) => (count === 0 ? [] : [`${at}:${count}`])).join(' ')}`);
  const totals = intents.map((intent) => examples.filter((one) => one.intent === intent).length);
  await writeFile(
    target,
    [
      '// Written by `npm run gen` from the example questions: in how many examples of each intent a word stands.',
      'export const counted = {',
      `  intents: ${JSON.stringify(intents)},`,
      `  examples: ${JSON.stringify(totals)},`,
      '  /** A row a word: the word, a tab, and for each intent that has it its place above and the count. */',
      `  rows: ${JSON.stringify(rows.join('\n'))},`,
      '} as const;',
      '',
    ].join('\n'),
  );
}
