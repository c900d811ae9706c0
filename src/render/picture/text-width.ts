/**
 * Widths of the characters from space to tilde in hundredths of the font size: the widest of DejaVu Sans, Liberation Sans and Inter.
 * Other fonts of the stack are narrower, so that what fits by this table fits everywhere.
 */
const regular =
  '32 41 47 84 65 99 78 30 40 40 51 84 32 46 32 37 64 64 64 64 65 64 64 64 64 64 34 34 84 84 84 56 102 71 69 74 78 67 62 78 76 30 58 68 57 91 76 79 67 79 73 67 65 75 71 101 69 68 69 40 34 40 84 56 50 62 64 58 64 62 36 64 64 28 28 58 28 98 64 62 64 64 42 53 40 64 60 82 60 60 56 64 34 64 84'
    .split(' ')
    .map(Number);
const bold =
  '35 46 56 84 70 102 88 34 46 46 56 84 38 47 38 39 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 62 102 78 77 74 84 69 69 83 84 38 59 78 64 100 84 86 74 86 78 73 69 82 78 111 78 74 73 46 37 46 84 56 50 68 72 60 72 68 44 72 72 35 35 67 35 105 72 69 72 72 50 60 48 72 66 93 65 66 59 72 38 72 84'
    .split(' ')
    .map(Number);
/** Of our own words. */
const others: Readonly<Record<string, number>> = { '…': 101, '→': 96, '·': 40 };
/** The widest letters of other scripts, and emoji. */
const WIDEST = 160;

export interface Font {
  /** CSS pixels. */
  readonly size: number;
  readonly bold: boolean;
}

/** How wide the text may become at most, in CSS pixels. */
export function textWidth(words: string, { size, bold: isBold }: Font): number {
  const table = isBold ? bold : regular;
  let hundredths = 0;
  for (const letter of words) {
    const code = letter.codePointAt(0) ?? 0;
    hundredths += code < 32 ? 0 : (table[code - 32] ?? others[letter] ?? WIDEST);
  }
  return (hundredths * size) / 100;
}
