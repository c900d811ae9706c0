import type { Finding, TraceStep } from './answer.ts';
import type { Text } from './text.ts';

/**
 * The building blocks of an answer. A renderer switches over `kind` exhaustively, so a new part does not compile until
 * every medium shows it.
 */
export type Part =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Text[]; readonly ordered?: boolean }
  | { readonly kind: 'fields'; readonly fields: readonly { readonly name: string; readonly value: Text }[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'code';
      readonly language: 'yaml' | 'shell' | 'text' | 'mermaid';
      readonly code: string;
      /** File name, when the code is worth a file of its own. */
      readonly file?: string;
    }
  /** A finding with its evidence, next steps and source. `inHeadline`: the answer's headline is its sentence, so that is not said twice. */
  | { readonly kind: 'finding'; readonly finding: Finding; readonly inHeadline?: boolean }
  /** The path through the decision tree. */
  | { readonly kind: 'trace'; readonly steps: readonly TraceStep[] }
  /** Small print: what was read, what was left out. */
  | { readonly kind: 'note'; readonly text: Text };
