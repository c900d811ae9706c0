import { cleanLine } from '../text/clean-text.ts';
import { textWidth, type Font } from './text-width.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** No sentence on a picture is longer; nobody waits for the layout of a megabyte. */
const MOST_LETTERS = 1_000;

/** The text in lines that are no wider than `width` pixels; what does not fit in `most` lines ends with `…`. */
export function fitText(words: string, font: Font, width: number, most: number): readonly string[] {
  const whole = cleanLine(words.slice(0, MOST_LETTERS)).trim();
  const lines: string[] = [];
  let line = '';
  for (const piece of whole.split(' ').flatMap((word) => breakWord(word, font, width))) {
    const longer = line === '' ? piece.letters : `${line}${piece.glued ? '' : ' '}${piece.letters}`;
    if (textWidth(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = piece.letters;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(`${lines[most - 1] ?? ''}…`, font, width)];
}

/** Shortens a text that ends with `…` until it fits. */
function cut(words: string, font: Font, width: number): string {
  const letters = [...graphemes.segment(words.slice(0, -1))].map(({ segment }) => segment);
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, font) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

interface Piece {
  readonly letters: string;
  /** Goes on a word: no space before it. */
  readonly glued: boolean;
}

/** A word that is wider than a line (a host name, a pod's name) is broken after `-`, `.`, `/`, `,` or `=`, or else anywhere. */
function breakWord(word: string, font: Font, width: number): readonly Piece[] {
  if (textWidth(word, font) <= width) return [{ letters: word, glued: false }];
  const pieces: Piece[] = [];
  let piece = '';
  const push = () => {
    if (piece !== '') pieces.push({ letters: piece, glued: pieces.length > 0 });
    piece = '';
  };
  for (const part of word.split(/(?<=[-./,=])/u)) {
    if (textWidth(piece + part, font) <= width) {
      piece += part;
      continue;
    }
    push();
    for (const { segment: whole } of graphemes.segment(part)) {
      // One sign of several (a family of emoji) may be wider than a line by itself.
      const segment = textWidth(whole, font) > width ? '…' : whole;
      if (textWidth(piece + segment, font) > width) push();
      piece += segment;
    }
  }
  push();
  return pieces;
}
