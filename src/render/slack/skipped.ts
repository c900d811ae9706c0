import type { SkippedCheck } from '../../core/answer/answer.ts';
import { code, count, text } from '../../core/answer/text.ts';
import { groupSkipped } from '../text/group-skipped.ts';
import type { SlackBlock } from './blocks.ts';
import { cut, oneLine } from './clean.ts';
import { fitting, leaves, richTextBlocks, section } from './rich-text.ts';
import { sign } from './signs.ts';

const mostGroups = 8;

/** What could not be checked is said as loudly as what was found: silence would read as healthy. */
export function renderSkipped(skipped: readonly SkippedCheck[]): readonly SlackBlock[] {
  const groups = groupSkipped(skipped);
  const lines = groups.slice(0, mostGroups).map(({ checks, unread, grant }) => {
    const what = cut(oneLine(unread.join(', ')), 300);
    return text`Not checked (${count(checks.length, 'check')}): could not read ${what}. Grant: ${code(cut(oneLine(grant), 300))}`;
  });
  const more = groups.length - lines.length;
  if (more > 0) lines.push(text`${count(more, 'more reason')} why checks did not run.`);
  return richTextBlocks(lines.map((line) => section([...sign('warning'), ...fitting(leaves(line))])));
}
