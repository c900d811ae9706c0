import { fold } from './normalise.ts';

/** One word, number or sign of a message. */
export interface Token {
  /** As typed. */
  readonly raw: string;
  /** Folded, then put into the words of the field: the form that rules read. */
  readonly norm: string;
  /** Where it stands in the prose; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** It stood in backticks or quotation marks, alone: most likely a name. */
  readonly marked: boolean;
  /** A table or the repair of typos gave `norm`: a word of the language, so no name. */
  readonly known: boolean;
}

const pattern = new RegExp(
  [
    String.raw`[a-z][a-z0-9+.\-]{1,15}:\/\/[^\s<>"'\`\|,\)]{1,400}`,
    String.raw`\n+`,
    String.raw`\p{Script=Han}+`,
    String.raw`->`,
    String.raw`(?<=^|\s)--?[a-z][\w\-]{0,40}`,
    String.raw`[[\p{L}\p{N}\p{M}_]--\p{Script=Han}]+(?:[\-.'@][[\p{L}\p{N}\p{M}_]--\p{Script=Han}]+)*`,
    String.raw`[^\s]`,
  ].join('|'),
  'giv',
);

const quotes = new Set(['`', '"', "'"]);

/** Words, numbers and signs in their order. Linear in the length of the text. */
export function tokenise(prose: string): Token[] {
  const found = [...prose.matchAll(pattern)].map((match) => ({ raw: match[0], start: match.index }));
  return found.flatMap(({ raw, start }, index): Token[] => {
    if (quotes.has(raw)) return [];
    const before = found[index - 1]?.raw;
    const after = found[index + 1]?.raw;
    const marked = before !== undefined && before === after && quotes.has(before) && !/^\d/.test(raw);
    // A new line ends a clause as a semicolon does.
    if (raw.startsWith('\n')) return [{ raw, norm: ';', start, end: start + raw.length, marked: false, known: true }];
    if (raw.length > longest) return [{ raw, norm: '…', start, end: start + raw.length, marked: false, known: true }];
    return [{ raw, norm: withoutGenitive(fold(raw)), start, end: start + raw.length, marked, known: false }];
  });
}

/** Longer than any name or word: noise, which no rule should walk through. */
const longest = 253;

/** "the pod's" is "the pod"; "what's" is no genitive. */
const withoutGenitive = (norm: string) =>
  /^(?:what|how|where|who|when|why|it|that|there|here|he|she|let)'s$/.test(norm) ? norm : norm.replace(/'s$/, '');

/** No space between the two: `svc/web`, `8080:80`. */
export function touching(left: Token | undefined, right: Token | undefined): boolean {
  return left !== undefined && right !== undefined && left.end === right.start;
}
