import { english, englishMarkers } from '../data/languages/english.ts';
import { languages } from '../data/languages/all.ts';
import type { Language, Names } from '../understanding.ts';
import { applyGloss, cutCompounds, cutElisions, cutHan } from './gloss.ts';
import { normalise } from './normalise.ts';
import { repairTypos } from './repair.ts';
import { splitSections, type Sections } from './sections.ts';
import { tokenise, type Token } from './tokens.ts';

/** A message, read once; every rule and fact works on this. */
export interface Message {
  readonly sections: Sections;
  /** The words that the person typed themself. */
  readonly tokens: readonly Token[];
  /** Their `norm`s with one space between. */
  readonly canonical: string;
  /** Where each token starts in `canonical`. */
  readonly offsets: readonly number[];
  /** What was quoted, in canonical form. */
  readonly quoted: string;
  readonly language: Language;
  readonly known: Names;
}

const none: Names = { services: [], workloads: [], namespaces: [] };

export function readMessage(text: string, known: Names = none): Message {
  const sections = splitSections(normalise(text));
  const typed = tokenise(sections.prose);
  const language = tellLanguage(typed);
  const names = new Set([...known.services, ...known.workloads, ...known.namespaces]);
  const tokens = canonicalTokens(typed, language, names);
  const offsets: number[] = [];
  let canonical = '';
  for (const token of tokens) {
    if (canonical !== '') canonical += ' ';
    offsets.push(canonical.length);
    canonical += token.norm;
  }
  const quoted = canonicalTokens(tokenise(sections.quoted), language, names)
    .map((token) => token.norm)
    .join(' ');
  return { sections, tokens, canonical, offsets, quoted, language, known };
}

function canonicalTokens(typed: readonly Token[], language: Language, names: ReadonlySet<string>): Token[] {
  const table = languages.find((one) => one.code === language);
  const cut = language === 'de' ? cutCompounds(typed) : typed;
  const glossed = table === undefined ? cut : applyGloss(cutHan(cut, table.gloss), table.gloss);
  const own = table !== undefined && language === 'fr' ? applyGloss(cutElisions(glossed), table.gloss) : glossed;
  // The small words of a language are no names.
  const told = own.map((token) =>
    table?.markers.has(token.norm) === true && !token.marked ? { ...token, known: true } : token,
  );
  return repairTypos(applyGloss(told, english), language === 'en', names);
}

/** The language with most of its small words in the text; a script of its own decides at once. */
function tellLanguage(tokens: readonly Token[]): Language {
  const scripted = languages.find((one) => one.script !== undefined && tokens.some((token) => one.script?.test(token.raw)));
  if (scripted !== undefined) return scripted.code;
  const free = tokens.filter((token) => !token.marked);
  const count = (markers: ReadonlySet<string>) => free.filter((token) => markers.has(token.norm)).length;
  let best: Language = 'en';
  let most = count(englishMarkers);
  for (const { code, markers } of languages) {
    const found = count(markers);
    if (found > most && (found > 1 || free.length <= 4)) {
      best = code;
      most = found;
    }
  }
  return best;
}

/** A match in the canonical text, and the words of the message that it came from. */
export interface Found {
  readonly match: RegExpMatchArray;
  readonly words: string;
}

export function find(message: Message, pattern: RegExp): Found | undefined {
  const match = pattern.exec(message.canonical);
  return match === null ? undefined : { match, words: wordsAt(message, match.index, match[0].length) };
}

/** The typed words behind a stretch of the canonical text. */
export function wordsAt(message: Message, at: number, length: number): string {
  const first = message.offsets.findLastIndex((offset) => offset <= at);
  const last = message.offsets.findLastIndex((offset) => offset < at + Math.max(1, length));
  const start = message.tokens[Math.max(0, first)]?.start ?? 0;
  const end = message.tokens[Math.max(0, last)]?.end ?? start;
  return message.sections.prose.slice(start, end);
}

/**
 * A pattern for whole words of the canonical text, so that `http` is not found inside a URL or a name. It is a regular
 * expression, or several alternatives, with two differences: a plain group does not capture (a named one does), and `<3>`
 * stands for up to three words between.
 */
export function word(alternatives: string | readonly string[]): RegExp {
  const either = typeof alternatives === 'string' ? alternatives : alternatives.join('|');
  const known = compiled.get(either);
  if (known !== undefined) return known;
  const source = either.replace(/<(\d)>/g, '(?:[a-z0-9-]+ ){0,$1}').replace(/(?<!\\)\((?!\?)/g, '(?:');
  const pattern = new RegExp(`(?<![^ ])(?:${source})(?![^ ])`);
  compiled.set(either, pattern);
  return pattern;
}

/** Patterns are made of constants and of the names of types, so there is an end to them. */
const compiled = new Map<string, RegExp>();
