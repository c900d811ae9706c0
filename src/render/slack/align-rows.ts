import { displayWidth, padToWidth } from '../text/display-width.ts';

/** Rows as lines with the columns lined up, as kubectl prints them. The first row is the header. */
export function alignRows(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    });
  }
  const line = (row: readonly string[]) => row.map((cell, index) => padToWidth(cell, widths[index] ?? 0)).join('   ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
