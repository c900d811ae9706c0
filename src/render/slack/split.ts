/**
 * Splits a text into pieces of at most `most` characters, which joined are the text again: between lines where it can,
 * inside a line only when that line alone is too long, never inside a surrogate pair.
 */
export function splitLines(value: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (value.length - from > most) {
    const newline = value.lastIndexOf('\n', from + most - 1);
    let to = newline >= from ? newline + 1 : from + most;
    const last = value.charCodeAt(to - 1);
    if (last >= 0xd8_00 && last <= 0xdb_ff) to -= 1;
    pieces.push(value.slice(from, to));
    from = to;
  }
  if (from < value.length) pieces.push(value.slice(from));
  return pieces;
}
