import type { Finding } from '../../core/answer/answer.ts';
import { flatten } from '../../core/answer/text.ts';
import { cleanLine } from '../text/clean-text.ts';

/** A finding in plain lines: what is wrong, what was seen, what to do. A symptom is its sentence only. */
export function findingLines(finding: Finding): readonly string[] {
  const title = `${finding.severity}: ${finding.title} (${finding.check})`;
  const say = `  ${flatten(finding.say)}`;
  if (finding.role === 'symptom')
    return [`${title}, explained by ${finding.explainedBy ?? 'the above'}`, say].map(cleanIndented);
  return [
    title,
    say,
    ...Object.entries(finding.evidence).map(([path, value]) => `    ${path}: ${value}`),
    ...finding.next.flatMap(({ say: step, command }, index) => [
      `  ${index + 1}. ${flatten(step)}`,
      ...(command === undefined ? [] : command.split('\n').map((line) => `     ${line}`)),
    ]),
    ...(finding.source === '' ? [] : [`  Source: ${finding.source}`]),
  ].map(cleanIndented);
}

function cleanIndented(line: string): string {
  const indent = /^ */u.exec(line)?.[0] ?? '';
  return indent + cleanLine(line.slice(indent.length));
}
