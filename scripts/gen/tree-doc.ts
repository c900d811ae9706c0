import { writeFile } from 'node:fs/promises';
import { leaves, questions } from '../../src/core/tree/all.ts';
import type { Leaf } from '../../src/core/tree/leaf.ts';
import type { Question } from '../../src/core/tree/question.ts';

const file = new URL('../../docs/tree.md', import.meta.url);

/** `docs/tree.md`: the decision tree, drawn from the same data that decides. */
export async function gen(): Promise<void> {
  await writeFile(
    file,
    [
      '# The decision tree',
      'How k8s-svc chooses a Service type. Written by `npm run gen` from `src/core/tree/questions` and `src/core/tree/leaves`.',
      'An answer comes from the message, from the cluster, from the person (a button), or is assumed and said so.',
      `\`\`\`mermaid\n${drawing()}\n\`\`\``,
      '## Questions',
      ...questions.map(questionSection),
      '## Recommendations',
      ...leaves.map(leafSection),
      '',
    ].join('\n\n'),
  );
}

function drawing(): string {
  const nodes = [
    ...questions.map(({ id, ask }) => `  ${nodeId(id)}{{"${escaped(ask)}"}}`),
    ...leaves.map(({ id, call }) => `  ${nodeId(id)}["${escaped(plain(call))}"]:::leaf`),
  ];
  return [
    'flowchart TD',
    ...nodes,
    ...questions.flatMap(arrows),
    '  classDef leaf fill:#d7f0dd,stroke:#1a7f37,color:#1f2328',
  ].join('\n');
}

/** Options with one way on share an arrow. */
function arrows({ id, options }: Question): readonly string[] {
  return [...Map.groupBy(options, (option) => option.next)].map(
    ([next, same]) => `  ${nodeId(id)} -->|"${escaped(same.map((option) => option.label).join(' / '))}"| ${nodeId(next)}`,
  );
}

function questionSection({ id, ask, fact, options }: Question): string {
  const ways = options.map((option) => `- ${option.label} → ${titleOf(option.next)}`);
  return `<a id="${id}"></a>**${ask}** (\`${fact}\`)\n\n${ways.join('\n')}`;
}

function titleOf(id: string): string {
  const leaf = leaves.find((one) => one.id === id);
  return leaf === undefined ? `[${questions.find((one) => one.id === id)?.ask ?? id}](#${id})` : `**${plain(leaf.call)}**`;
}

function leafSection({ call, recommend, because, instead, costs, warnings, source }: Leaf): string {
  return [
    `### ${capital(plain(call))}`,
    `\`${recommend}\`: ${because}. [Source](${source})`,
    instead.map(({ type, because: why }) => `- not ${type}: ${why}`).join('\n'),
    costs,
    warnings.length === 0 ? '' : `Said where it fits:\n\n${warnings.map((one) => `- ${one.say}`).join('\n')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Mermaid takes `end` and some other words as its own: a prefix keeps ids apart from them. */
const nodeId = (id: string) => `n_${id.replaceAll('-', '_')}`;
const plain = (words: string) => words.replaceAll('`', '');
const escaped = (words: string) => words.replaceAll('"', '#quot;');
const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
