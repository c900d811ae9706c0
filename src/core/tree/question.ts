import type { RecommendationType, TraceStep } from '../answer/answer.ts';
import type { AskedFacts, FactName } from '../ask/asked-facts.ts';
import type { Known } from './known.ts';

export interface Option {
  /** As a button shows it. */
  readonly label: string;
  readonly value: string;
  /** Id of the question or leaf that follows. */
  readonly next: string;
  /** The facts that choosing it states, when they are not simply `fact: value`. */
  readonly sets?: AskedFacts;
  /** Choosing it ends the questions: this type is what is wanted. */
  readonly means?: RecommendationType;
  /** Left out of the buttons: known from facts, never asked. */
  readonly silent?: boolean;
}

/** `say` is the answer in words, for the trace. */
export interface Found {
  readonly value: string;
  readonly say: string;
  readonly from: TraceStep['from'];
}

export interface Assumed {
  readonly value: string;
  readonly say: string;
  /** Nearly always right, so it is not worth a question of its own. */
  readonly safe?: boolean;
}

/** One node of the tree: it names the fact it fills, and where its answer is read when nobody says it. */
export interface Question {
  readonly id: string;
  readonly fact: FactName;
  readonly ask: string;
  /** The question in the trace, as a label: "Callers". */
  readonly label: string;
  readonly options: readonly Option[];
  /** The answer when it is known. */
  read(known: Known): Found | undefined;
  /** What is taken otherwise; undefined when that would be a guess. */
  assume(known: Known): Assumed | undefined;
}

/** Reads a fact of the message as the answer, with the origin that the hints give it. */
export function told(known: Known, fact: FactName, value: string, say: string): Found {
  return { value, say, from: known.hints.from?.[fact] ?? 'text' };
}
