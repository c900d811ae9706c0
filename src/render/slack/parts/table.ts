import type { Part } from '../../../core/answer/part.ts';
import { count, strong } from '../../../core/answer/text.ts';
import { jsonLength, type Rendered, type SlackBlock, type SlackFile } from '../blocks.ts';
import { cut, oneLine } from '../clean.ts';
import { limits } from '../limits.ts';
import { alignRows } from '../align-rows.ts';
import { leaves, richTextBlocks, section } from '../rich-text.ts';
import { preformatted } from './code.ts';
import { noteOf } from './note.ts';

const tableJson = 7_000;
const preformattedLength = 3_000;

type TablePart = Extract<Part, { kind: 'table' }>;

export interface TableOptions {
  /** Slack takes one table block a message; others are shown as aligned text. */
  readonly asBlock: boolean;
  readonly withFiles: boolean;
}

/** A table with as many rows as fit. The rest is in a file when there can be one; how many are left out is said. */
export function renderTable(part: TablePart, options: TableOptions): Rendered {
  const columns = part.columns.slice(0, limits.tableColumns);
  if (columns.length === 0) return { blocks: [] };
  const cellLength = Math.min(300, Math.floor(1_000 / columns.length));
  const rows = [columns, ...part.rows].map((row) => columns.map((_, index) => cellText(row[index], cellLength)));
  const fit = options.asBlock ? fitBlock(rows) : fitLines(rows);
  const shown: readonly SlackBlock[] = options.asBlock
    ? [{ type: 'table', rows: rows.slice(0, fit).map((row) => row.map((text) => ({ type: 'raw_text', text }))) }]
    : richTextBlocks(preformatted(alignRows(rows.slice(0, fit))));
  const caption = oneLine(part.caption);
  const title = caption === '' ? [] : richTextBlocks([section(leaves([strong(cut(caption, 300))]))]);
  const left = rows.length - fit;
  if (left === 0 && part.columns.length === columns.length) return { blocks: [...title, ...shown] };

  const more =
    left === 0 ? 'More columns are' : `${count(left, 'more row')} of ${rows.length - 1} ${left === 1 ? 'is' : 'are'}`;
  if (!options.withFiles) {
    return {
      blocks: [
        ...title,
        ...shown,
        ...noteOf(`${more} left out: narrow the question, or share the answer to get a file.`).blocks,
      ],
    };
  }
  const file = wholeTable(part);
  return { blocks: [...title, ...shown, ...noteOf(`${more} in the file ${file.name}.`).blocks], files: [file] };
}

function cellText(value: string | undefined, most: number): string {
  const text = cut(oneLine(value ?? ''), most);
  return text === '' ? '–' : text;
}

function fitBlock(rows: readonly (readonly string[])[]): number {
  let room = tableJson;
  const fit = rows.findIndex((row, index) => {
    room -= jsonLength(row.map((text) => ({ type: 'raw_text', text }))) + 1;
    return index > 0 && (room < 0 || index >= limits.tableRows);
  });
  return fit === -1 ? rows.length : fit;
}

function fitLines(rows: readonly (readonly string[])[]): number {
  let fit = Math.min(rows.length, limits.tableRows);
  while (fit > 1 && alignRows(rows.slice(0, fit)).length > preformattedLength) fit = Math.max(1, Math.floor(fit * 0.8));
  return fit;
}

function wholeTable(part: TablePart): SlackFile {
  const rows = [part.columns, ...part.rows].map((row) => part.columns.map((_, index) => oneLine(row[index] ?? '')));
  const name = oneLine(part.caption)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60);
  return { name: `${name === '' ? 'table' : name}.txt`, content: `${alignRows(rows)}\n`, snippetType: 'text' };
}
