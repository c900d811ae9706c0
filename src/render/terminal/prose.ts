import type { Inline, Text } from '../../core/answer/text.ts';
import { cleanLine } from '../text/clean-text.ts';
import { displayWidth } from '../text/display-width.ts';
import { paint, type Medium, type Tone } from './medium.ts';

/** A piece that is never broken; pieces of one word stand without a space between them. */
interface Piece {
  readonly words: string;
  readonly tone: Tone | undefined;
}
type Word = readonly Piece[];

const tones: Readonly<Record<Inline['is'], Tone | undefined>> = {
  plain: undefined,
  code: 'code',
  strong: 'strong',
  link: 'link',
};

/** Code with a space in it stands between backticks, so that one sees where it ends. */
function visible(run: Inline): string {
  const value = cleanLine(run.value);
  if (run.is === 'code') return value.includes(' ') ? `\`${value}\`` : value;
  if (run.is !== 'link') return value;
  const url = cleanLine(run.url);
  return url === value ? url : `${value} (${url})`;
}

function toWords(text: Text): Word[] {
  const words: Piece[][] = [];
  let open = false;
  const add = (piece: Piece) => {
    if (open) words.at(-1)?.push(piece);
    else words.push([piece]);
    open = true;
  };
  for (const run of text) {
    const tone = tones[run.is];
    const pieces = run.is === 'code' ? [visible(run)] : visible(run).split(' ');
    pieces.forEach((piece, index) => {
      if (index > 0) open = false;
      if (piece !== '') add({ words: piece, tone });
    });
  }
  return words;
}

const widthOf = (word: Word): number => word.reduce((sum, piece) => sum + displayWidth(piece.words), 0);

/**
 * Breaks a Text into painted lines, between words only: a name or an address that is longer than the line stays whole,
 * so that it can be copied. `indent` stands before the first line, `hang` before the others (default: as wide as indent).
 */
export function proseLines(
  text: Text,
  medium: Medium,
  indent = '',
  hang = ' '.repeat(displayWidth(indent)),
  tone?: Tone,
): string[] {
  const lines: string[] = [];
  let line = indent;
  let used = displayWidth(indent);
  let empty = true;
  for (const word of toWords(text)) {
    const width = widthOf(word);
    if (!empty && used + 1 + width > medium.proseWidth) {
      lines.push(line);
      line = hang;
      used = displayWidth(hang);
      empty = true;
    }
    if (!empty) line += ' ';
    used += width + (empty ? 0 : 1);
    line += word.map((piece) => paintPiece(piece, medium, tone)).join('');
    empty = false;
  }
  return [...lines, line.trimEnd()];
}

function paintPiece(piece: Piece, medium: Medium, tone: Tone | undefined): string {
  const own = piece.tone ?? tone;
  return own === undefined ? piece.words : paint(medium, own, piece.words);
}
