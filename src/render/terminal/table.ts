import type { Part } from '../../core/answer/part.ts';
import { cleanLine } from '../text/clean-text.ts';
import { cutToWidth, displayWidth, padToWidth } from '../text/display-width.ts';
import { paint, type Medium } from './medium.ts';

const gap = '  ';
const least = 6;
const cutNote = '… did not fit: -o md shows it whole.';

/**
 * Takes cells from the widest column again and again, so that narrow ones stay whole. When even the least widths do not
 * fit, the columns on the right are left out of the line by the final cut.
 */
function fit(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= least) break;
    const at = widths.lastIndexOf(widest);
    widths[at] = widest - 1;
    over -= 1;
  }
  return widths;
}

/** Columns padded by display width; no line is wider than the medium. Cut cells end with `…`. */
export function tableLines(part: Part & { readonly kind: 'table' }, medium: Medium): string[] {
  const header = part.columns.map((name) => cleanLine(name));
  const rows = part.rows.map((row) => header.map((_, column) => cleanLine(row[column] ?? '')));
  const natural = header.map((name, column) =>
    rows.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? '')), displayWidth(name)),
  );
  const gaps = gap.length * Math.max(0, header.length - 1);
  const widths = fit(natural, medium.tableWidth - gaps);
  const isCut = natural.reduce((sum, width) => sum + width, gaps) > medium.tableWidth;
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((cell, column) => padToWidth(cutToWidth(cell, widths[column] ?? 0), widths[column] ?? 0));
    return cutToWidth(padded.join(gap).trimEnd(), medium.tableWidth);
  };
  const caption = cutToWidth(cleanLine(part.caption), medium.tableWidth);
  return [
    ...(caption === '' ? [] : [paint(medium, 'strong', caption)]),
    paint(medium, 'dim', line(header)),
    ...(rows.length === 0 ? [paint(medium, 'dim', '(none)')] : rows.map(line)),
    ...(isCut ? [paint(medium, 'dim', cutToWidth(cutNote, medium.tableWidth))] : []),
  ];
}
