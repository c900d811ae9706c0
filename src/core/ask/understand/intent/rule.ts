import type { Intent } from '../../../answer/answer.ts';
import { word } from '../text/message.ts';
import type { Shape } from './shape.ts';

/** What the shape of a message tells beside its words. */
export interface Clues extends Shape {
  /** An object is named (Service, workload, product). */
  readonly named: boolean;
  /** A Service, or a name that can be one, is named. */
  readonly serviceNamed: boolean;
  /** It starts with "does X", "is X" … of a named object. */
  readonly aboutNamed: boolean;
  /** "my", "our", a name: something that this person runs. */
  readonly own: boolean;
  /** A failure is told. */
  readonly failing: boolean;
  /** Somebody looks for the cause. */
  readonly diagnosing: boolean;
  /** A way to go is asked for. */
  readonly choosing: boolean;
  readonly yaml: boolean;
  readonly pasted: boolean;
  /** Words of the field. */
  readonly field: boolean;
  /** Words that hardly any other field uses. */
  readonly strong: boolean;
  /** A field or value of the API is named. */
  readonly apiField: boolean;
  /** A clause asks how things are, names nothing of this person's and does not look for a cause. */
  readonly genericQuestion: boolean;
  /** Something of this person's is meant: "my", "our", an object with a name. A product alone is not. */
  readonly mine: boolean;
  /** Words of Kubernetes, this field or another of its. */
  readonly kubernetes: boolean;
  /** How many different requirements are stated (port, protocol, audience, place …). */
  readonly requirements: number;
}

/** Words that speak for (or, with a negative weight, against) an intent. */
export interface Rule {
  readonly intent: Intent;
  readonly weight: number;
  readonly when: RegExp;
  /** Counts only when all of these hold; `!` takes the opposite. */
  readonly needs: readonly (keyof Clues | `!${keyof Clues}`)[];
  /** Matched against each clause that asks, not against the whole message. */
  readonly ofQuestion?: true;
}

/** Builds the rules of one intent from rows of weight, pattern over whole canonical words, and needs. */
export function rulesFor(
  intent: Intent,
  rows: readonly (readonly [number, string | readonly string[], ...Rule['needs']])[],
): Rule[] {
  return rows.map(([weight, pattern, ...needs]) => ({ intent, weight, when: word(pattern), needs }));
}

/** The same over the clauses that ask. */
export function questionRulesFor(intent: Intent, rows: Parameters<typeof rulesFor>[1]): Rule[] {
  return rulesFor(intent, rows).map((rule) => ({ ...rule, ofQuestion: true }));
}

export function applies(rule: Rule, canonical: string, clues: Clues): boolean {
  const holds = rule.needs.every((need) =>
    need.startsWith('!') ? !clues[need.slice(1) as keyof Clues] : Boolean(clues[need as keyof Clues]),
  );
  if (!holds) return false;
  return rule.ofQuestion === true ? clues.questions.some((clause) => rule.when.test(clause)) : rule.when.test(canonical);
}
