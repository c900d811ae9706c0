import type { Finding } from '../../core/answer/answer.ts';
import type { Part } from '../../core/answer/part.ts';
import { code, link, plain, text } from '../../core/answer/text.ts';
import { formatRef } from '../text/format-ref.ts';
import { codeFence, markdownLine } from './escape-markdown.ts';
import { markdownTable } from './markdown-table.ts';
import { signs } from '../text/signs.ts';

const titles: Readonly<Record<Exclude<Finding['role'], 'symptom'>, readonly [level: string, words: string]>> = {
  'root-cause': ['###', 'Root cause: '],
  independent: ['###', ''],
};

/** Blocks of one finding. A symptom is one line beneath the root cause that explains it: the cause is what to mend. */
export function findingBlocks({ finding, inHeadline }: Part & { readonly kind: 'finding' }): string[] {
  if (finding.role === 'symptom')
    return [`- ${signs[finding.severity]} Symptom: ${markdownLine(text`${finding.say} (${code(finding.check)})`)}`];
  const [level, words] = titles[finding.role];
  const evidence = Object.entries(finding.evidence);
  return [
    `${level} ${signs[finding.severity]} ${words}${markdownLine(plain(finding.title))}`,
    markdownLine(text`${formatRef(finding.object)} · ${code(finding.check)}`),
    ...(inHeadline === true ? [] : [markdownLine(finding.say)]),
    ...(evidence.length === 0
      ? []
      : [
          markdownTable(
            ['Evidence', 'Value'],
            evidence.map(([name, value]) => [[code(name)], [code(String(value))]]),
          ),
        ]),
    ...finding.next.map((step, at) => stepBlock(step, at + 1)),
    ...(finding.source === '' ? [] : [markdownLine(text`Source: ${link(finding.source, finding.source)}`)]),
  ].filter((block) => block !== '');
}

/** The command is a fenced block inside the list item, therefore indented as deep as its words. */
function stepBlock(step: Finding['next'][number], number: number): string {
  const sign = `${number}. `;
  const say = sign + markdownLine(step.say);
  if (step.command === undefined) return say;
  const indent = ' '.repeat(sign.length);
  const fence = codeFence('sh', step.command)
    .split('\n')
    .map((line) => indent + line);
  return [say, '', ...fence].join('\n');
}
