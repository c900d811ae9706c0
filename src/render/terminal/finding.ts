import type { Finding } from '../../core/answer/answer.ts';
import type { Part } from '../../core/answer/part.ts';
import { link, plain, text } from '../../core/answer/text.ts';
import { formatRef } from '../text/format-ref.ts';
import { signs } from '../text/signs.ts';
import { commandLines } from './command.ts';
import { fieldLines } from './fields.ts';
import type { Medium } from './medium.ts';
import { proseLines } from './prose.ts';

const roleWords: Readonly<Record<Finding['role'], string>> = {
  'root-cause': 'Root cause: ',
  symptom: 'Symptom: ',
  independent: '',
};

/** A symptom stands indented beneath the root cause that explains it, and is said only: the cause is what to mend. */
export function findingLines({ finding, inHeadline }: Part & { readonly kind: 'finding' }, medium: Medium): string[] {
  if (finding.role === 'symptom') {
    return proseLines(
      text`${roleWords.symptom}${finding.say} (${finding.check})`,
      medium,
      `  ${signs[finding.severity]} `,
      '    ',
    );
  }
  const body = '  ';
  const evidence = Object.entries(finding.evidence).map(([name, value]) => ({ name, value: plain(String(value)) }));
  return [
    ...proseLines(
      plain(roleWords[finding.role] + finding.title),
      medium,
      `${signs[finding.severity]} `,
      body,
      finding.severity,
    ),
    ...proseLines(plain(`${formatRef(finding.object)} · ${finding.check}`), medium, body, body, 'dim'),
    ...(inHeadline === true ? [] : proseLines(finding.say, medium, body)),
    ...fieldLines(evidence, medium, `${body}  `),
    ...finding.next.flatMap((step, at) => stepLines(step, at + 1, medium, body)),
    ...(finding.source === ''
      ? []
      : proseLines(text`Source: ${link(finding.source, finding.source)}`, medium, body, body, 'dim')),
  ];
}

function stepLines(step: Finding['next'][number], number: number, medium: Medium, indent: string): string[] {
  const sign = `${indent}${number}. `;
  return [
    ...proseLines(step.say, medium, sign),
    ...(step.command === undefined ? [] : commandLines(step.command, medium, ' '.repeat(sign.length))),
  ];
}
