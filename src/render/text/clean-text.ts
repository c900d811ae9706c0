const escape = String.fromCodePoint(0x1b);
const bell = String.fromCodePoint(0x07);

/** CSI sequences (colours, cursor), OSC sequences (titles, links) and two-character escapes. */
const ansi = new RegExp(
  `${escape}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${bell}${escape}]*(?:${bell}|${escape}\\\\)?|[@-Z\\\\-_])`,
  'gu',
);

/** Controls, bidi and other invisible format characters, lone surrogates. ZWNJ and ZWJ stay: scripts and emoji need them. */
const invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * One line of text that comes from a cluster or a person, safe to print: annotations and event messages may hold
 * escape sequences, bidi overrides and line breaks. Breaks and tabs become one space.
 */
export function cleanLine(value: string): string {
  return value.replace(ansi, '').replace(/\s+/gu, ' ').replace(invisible, '');
}

/** The same for several lines whose spaces matter (YAML, commands): line feeds and tabs stay. */
export function cleanLines(value: string): string {
  return value
    .replace(ansi, '')
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((piece) => piece.replace(invisible, ''))
        .join('\t'),
    )
    .join('\n');
}
