import type { Gloss } from '../../text/gloss.ts';
import type { Language } from '../../understanding.ts';

/** One language besides English: how it is told, and its common words about Services in the words of the field. */
export interface LanguageTable {
  readonly code: Exclude<Language, 'en'>;
  /** Letters that only this language (of ours) is written in. */
  readonly script?: RegExp;
  /** Small words that tell the language; folded, without accents. */
  readonly markers: ReadonlySet<string>;
  readonly gloss: Gloss;
}
