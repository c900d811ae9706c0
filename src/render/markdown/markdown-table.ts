import type { Text } from '../../core/answer/text.ts';
import { plain } from '../../core/answer/text.ts';
import { markdownLine } from './escape-markdown.ts';

/** A GFM table. Rows shorter than the header are filled, longer ones lose nothing that had a column. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly Text[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((name) => markdownLine(plain(name), true))),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((_, at) => markdownLine(row[at] ?? [], true)))),
  ].join('\n');
}
