import type { Text } from '../../core/answer/text.ts';
import { cleanLine } from '../text/clean-text.ts';
import { displayWidth, padToWidth } from '../text/display-width.ts';
import { paint, type Medium } from './medium.ts';
import { proseLines } from './prose.ts';

const widestName = 32;

/** Names on the left, values aligned beside them; a very long name has its value beneath. */
export function fieldLines(
  rows: readonly { readonly name: string; readonly value: Text }[],
  medium: Medium,
  indent = '',
): string[] {
  const names = rows.map((row) => `${cleanLine(row.name)}:`);
  const fitting = names.map(displayWidth).filter((width) => width <= widestName);
  const column = Math.max(0, ...fitting) + 1;
  const hang = indent + ' '.repeat(column);
  return rows.flatMap((row, at) => {
    const name = names[at] ?? '';
    const painted = paint(medium, 'dim', name);
    const [first = '', ...rest] = proseLines(row.value, medium, hang);
    if (displayWidth(name) > widestName) return [indent + painted, first, ...rest];
    const padding = padToWidth(name, column).slice(name.length);
    return [(indent + painted + padding + first.slice(hang.length)).trimEnd(), ...rest];
  });
}
