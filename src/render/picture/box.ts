import type { PictureEdge } from '../../core/picture/traffic-picture.ts';
import { fitText } from './fit-text.ts';
import type { Font } from './text-width.ts';

export type Kind = 'title' | 'client' | 'node' | 'cause' | 'pods' | 'zone' | 'pod';

export interface TextLine {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly words: string;
  readonly font: Font;
  readonly role: 'title' | 'words';
}

export interface Box {
  readonly kind: Kind;
  readonly state: PictureEdge['state'];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

interface Look {
  readonly title: Font;
  readonly words: Font;
  readonly padding: number;
  /** Lines for the first of the words, and for each of the others. */
  readonly most: readonly [number, number];
  /** Room at the left for the sign of the state. */
  readonly sign: number;
}

/** Sizes for a phone, where 720 pixels are shown on about 400: the smallest of them is read there as 8 pixels. */
const looks: Readonly<Record<Kind, Look>> = {
  title: { title: { size: 22, bold: true }, words: { size: 17, bold: false }, padding: 0, most: [3, 2], sign: 0 },
  client: { title: { size: 17, bold: true }, words: { size: 15, bold: false }, padding: 12, most: [2, 3], sign: 0 },
  node: { title: { size: 17, bold: true }, words: { size: 16, bold: false }, padding: 12, most: [3, 3], sign: 24 },
  cause: { title: { size: 16, bold: true }, words: { size: 16, bold: false }, padding: 10, most: [9, 9], sign: 24 },
  pods: { title: { size: 17, bold: true }, words: { size: 16, bold: false }, padding: 12, most: [1, 1], sign: 0 },
  zone: { title: { size: 15, bold: true }, words: { size: 15, bold: false }, padding: 0, most: [1, 1], sign: 0 },
  pod: { title: { size: 16, bold: true }, words: { size: 15, bold: false }, padding: 10, most: [2, 2], sign: 22 },
};

/** A box around its words: as wide as its slot and as high as they need. Empty words are left out. */
export function makeBox(
  kind: Kind,
  { x, width }: { readonly x: number; readonly width: number },
  y: number,
  words: readonly string[],
  state: Box['state'],
): Box {
  const { title, words: small, padding, most, sign } = looks[kind];
  const room = width - 2 * padding - sign;
  let at = y + padding;
  const lines: TextLine[] = [];
  for (const [index, one] of words.entries()) {
    const font = index === 0 ? title : small;
    for (const line of fitText(one, font, room, most[index === 0 ? 0 : 1])) {
      // The baseline: an ascender is about nine tenths of the size, a line one and a third.
      lines.push({ x: x + padding + sign, y: at + font.size, words: line, font, role: index === 0 ? 'title' : 'words' });
      at += Math.ceil(font.size * 1.35);
    }
  }
  return { kind, state, x, y, width, height: at + padding - y, lines };
}
