/** A word and where it stood, so that the rest of the line can be taken as it was typed. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '“': '”', '‘': '’', '«': '»' };
const space = /\s/u;

/**
 * Splits a line into words. Quotes (straight, typographic, backticks) around a whole word are taken off; chat clients
 * that turn `--` into a dash are undone. An unclosed quote is an ordinary character: people write "don't".
 */
export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    if (space.test(line.charAt(at))) {
      at += 1;
      continue;
    }
    const quote = closing[line.charAt(at)];
    const close = quote === undefined ? -1 : line.indexOf(quote, at + 1);
    if (close > at && (close + 1 === line.length || space.test(line.charAt(close + 1)))) {
      tokens.push({ word: line.slice(at + 1, close), start: at, end: close + 1 });
      at = close + 1;
      continue;
    }
    let end = at;
    while (end < line.length && !space.test(line.charAt(end))) end += 1;
    tokens.push({ word: undash(line.slice(at, end)), start: at, end });
    at = end;
  }
  return tokens;
}

/** `—namespace` and `–n` are what some keyboards make of `--namespace` and `-n`. */
function undash(word: string): string {
  if (word === '—') return '--';
  const dash = /^([—–])(?=[A-Za-z])/u.exec(word);
  if (dash === null) return word;
  const rest = word.slice(1);
  return (dash[1] === '—' || rest.length > 1 ? '--' : '-') + rest;
}
