import type { Action, Answer, Ask, SkippedCheck } from '../../core/answer/answer.ts';
import { formatAge } from '../../core/answer/age.ts';
import { code, count, plain, text } from '../../core/answer/text.ts';
import { quote } from '../../core/model/commands.ts';
import { cleanLine } from '../text/clean-text.ts';
import { displayWidth, padToWidth } from '../text/display-width.ts';
import { groupSkipped } from '../text/group-skipped.ts';
import { requestLine } from './command.ts';
import { paint, type Medium } from './medium.ts';
import { proseLines } from './prose.ts';
import { formatTime, readTime } from '../text/read-time.ts';

/** What could not be checked is said as loudly as what was found: silence would read as healthy. */
export function skippedLines(skipped: readonly SkippedCheck[], medium: Medium): string[] {
  return groupSkipped(skipped).flatMap(({ checks, unread, grant }) => {
    const say = text`Not checked (${count(checks.length, 'check')}): could not read ${unread.join(', ')}. Grant: ${code(grant)}`;
    return proseLines(say, medium, '▲ ').concat(proseLines(plain(checks.join(', ')), medium, '  ', '  ', 'dim'));
  });
}

/** The question that decides, with the line to type for each option. */
export function askLines(ask: Ask, medium: Medium): string[] {
  const labels = ask.options.map((option, at) => `  ${at + 1}. ${cleanLine(option.label)}`);
  return [
    ...proseLines(plain(ask.question), medium, '? ', '  ', 'strong'),
    ...ask.options.flatMap((option, at) => [
      labels[at] ?? '',
      `     ${paint(medium, 'dim', '$')} ${paint(medium, 'code', requestLine(option.request))}`,
    ]),
  ];
}

export function actionLines(actions: readonly Action[], medium: Medium): string[] {
  const lines = actions.map(({ request, draws }) =>
    requestLine(draws === undefined ? request : `${request} --picture ${quote(`${draws}.svg`)}`),
  );
  const width = Math.max(0, ...lines.map(displayWidth));
  return actions.map((action, at) => {
    const padded = padToWidth(lines[at] ?? '', width);
    const label = cleanLine(action.label);
    return `${at === 0 ? 'Next: ' : '      '}${paint(medium, 'code', padded)}  ${paint(medium, 'dim', `# ${label}`)}`;
  });
}

export function footerLines(read: Answer['read'], medium: Medium): string[] {
  if (read === undefined) return [];
  const at = readTime(read);
  const age = medium.now - read.at;
  const ago = age >= 2_000 ? ` (${formatAge(age)} ago)` : '';
  const time = at === undefined ? '' : `, read ${formatTime(at)}${ago}`;
  return proseLines(plain(`Cluster ${read.cluster}${time}`), medium, '', '', 'dim');
}
