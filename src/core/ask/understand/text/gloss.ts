import { fold } from './normalise.ts';
import { tokenise, type Token } from './tokens.ts';

/** Phrases and what they mean in the words of the field, for example `load balancer` → `loadbalancer`. */
export interface Gloss {
  readonly phrases: ReadonlyMap<string, string>;
  /** Most words that a phrase has. */
  readonly longest: number;
}

/** Builds a table once, at load. Several phrases with one meaning are written `a | b | c`. */
export function makeGloss(table: Readonly<Record<string, string>>): Gloss {
  const phrases = new Map<string, string>();
  let longest = 1;
  for (const [keys, meaning] of Object.entries(table)) {
    for (const key of keys.split('|')) {
      const words = tokenise(key).map((token) => token.norm);
      longest = Math.max(longest, words.length);
      phrases.set(words.join(' '), meaning);
    }
  }
  return { phrases, longest };
}

/**
 * Puts the meaning in the place of every phrase, the longest first. One token comes out for each phrase, over all its
 * words, so that a fact can still tell the words it came from. Marked tokens are names and stay.
 */
export function applyGloss(tokens: readonly Token[], gloss: Gloss): Token[] {
  const out: Token[] = [];
  for (let index = 0; index < tokens.length;) {
    const first = tokens[index] as Token;
    const length = first.marked ? 0 : phraseLength(tokens, index, gloss);
    if (length === 0) {
      out.push(first);
      index += 1;
      continue;
    }
    const last = tokens[index + length - 1] as Token;
    const words = tokens.slice(index, index + length);
    const norm = gloss.phrases.get(words.map((token) => token.norm).join(' ')) ?? '';
    const raw = words.map((token) => token.raw).join(' ');
    if (norm !== '') out.push({ raw, norm, start: first.start, end: last.end, marked: false, known: true });
    index += length;
  }
  return out;
}

function phraseLength(tokens: readonly Token[], from: number, gloss: Gloss): number {
  for (let length = Math.min(gloss.longest, tokens.length - from); length > 0; length -= 1) {
    let phrase = '';
    for (let index = from; index < from + length; index += 1) phrase += `${phrase === '' ? '' : ' '}${tokens[index]?.norm}`;
    if (gloss.phrases.has(phrase)) return length;
  }
  return 0;
}

/** Cuts a run of Han characters, which has no spaces, into the longest phrases of the table and single characters. */
export function cutHan(tokens: readonly Token[], gloss: Gloss): Token[] {
  return tokens.flatMap((token) => {
    if (!/^\p{Script=Han}/u.test(token.raw)) return [token];
    const parts: Token[] = [];
    // By code point: some Han characters are a surrogate pair.
    const letters = Array.from(token.raw);
    let start = token.start;
    for (let at = 0; at < letters.length;) {
      let length = Math.min(8, letters.length - at);
      while (length > 1 && !gloss.phrases.has(letters.slice(at, at + length).join(''))) length -= 1;
      const raw = letters.slice(at, at + length).join('');
      parts.push({ ...token, raw, norm: fold(raw), start, end: start + raw.length, marked: false });
      start += raw.length;
      at += length;
    }
    return parts;
  });
}

/** Cuts German compounds (`MySQL-Datenbank`, `NodePort-Service`) at their hyphens; names in the cluster have no capitals. */
export function cutCompounds(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token.marked || !/^[^\W\d]+(?:-\p{Lu}[\p{L}\d]+)+$/u.test(token.raw)) return [token];
    let at = token.start;
    return token.raw.split('-').map((raw) => {
      const start = at;
      at += raw.length + 1;
      return { ...token, raw, norm: fold(raw), start, end: start + raw.length };
    });
  });
}

/** `l'appeler`, `d'autres`: what French runs together with the next word. */
export function cutElisions(tokens: readonly Token[]): Token[] {
  return tokens.map((token) =>
    token.known || token.marked ? token : { ...token, norm: token.norm.replace(/^(?:[ldnsjmtc]|qu)'(?=\p{L})/u, '') },
  );
}
