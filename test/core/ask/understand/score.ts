import { readFileSync } from 'node:fs';
import { askedFactsSchema, type AskedFacts, type FactName } from '../../../../src/core/ask/asked-facts.ts';
import { understand } from '../../../../src/core/ask/understand/understand.ts';

/** One labelled question. `facts` holds what the text states or directly implies; an array means that any of them is right. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly intent: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly lang?: string;
  readonly symptom?: string;
  /** Acceptable recommendations, best first, or that a fact must be asked for. */
  readonly answer?: readonly string[] | 'ask';
  readonly ask_for?: readonly string[];
  /** Concept topics that answer it. */
  readonly topic?: readonly string[];
  /** What any right answer says, as regular expressions. */
  readonly must_say?: readonly string[];
}

export interface Score {
  readonly intent: number;
  /** Share of the labelled facts that were found. */
  readonly recall: number;
  /** Share of the found facts, of those kinds where a wrong one does harm, that are labelled. */
  readonly precision: number;
  readonly missed: readonly string[];
}

/** A wrong port, host or cloud ends in a wrong manifest, so these count for precision. */
const harmful: readonly FactName[] = ['port', 'targetPort', 'namespace', 'externalHost', 'protocol', 'cloud'];

export function readQuestions(file: string): Question[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Question);
}

export function score(questions: readonly Question[]): Score {
  const missed: string[] = [];
  const tally = { intent: [0, 0], recall: [0, 0], precision: [0, 0] } as const satisfies Record<string, number[]>;
  const count = (measure: keyof typeof tally, right: boolean, question: Question, said: string) => {
    const pair: number[] = tally[measure];
    pair[1] = (pair[1] ?? 0) + 1;
    if (right) pair[0] = (pair[0] ?? 0) + 1;
    else missed.push(`${measure} ${question.id} "${question.text.slice(0, 90)}": ${said}`);
  };
  for (const question of questions) {
    const { intent, facts } = understand(question.text);
    count('intent', intent === question.intent, question, `wanted ${question.intent}, got ${intent}`);
    for (const [fact, wanted] of Object.entries(question.facts)) {
      const found = valueOf(facts, fact as FactName);
      count('recall', overlaps(wanted, found), question, `wanted ${fact} ${String(wanted)}, got ${String(found)}`);
    }
    for (const fact of harmful) {
      const found = facts[fact];
      if (found !== undefined)
        count('precision', overlaps(question.facts[fact], found), question, `${fact} ${String(found)} is not said`);
    }
  }
  const share = ([right = 0, all = 0]: readonly number[]) => (all === 0 ? 1 : right / all);
  return { intent: share(tally.intent), recall: share(tally.recall), precision: share(tally.precision), missed };
}

/** Whether a name is a Service or a workload is often a matter of taste, so either counts for the other. */
function valueOf(facts: AskedFacts, fact: FactName): unknown {
  if (fact === 'workload') return facts.workload ?? facts.service;
  if (fact === 'service') return facts.service ?? facts.workload;
  return facts[fact];
}

function overlaps(wanted: unknown, found: unknown): boolean {
  if (wanted === undefined || found === undefined) return false;
  const values = (value: unknown) => (Array.isArray(value) ? value : [value]).map((one) => String(one).toLowerCase());
  return values(wanted).some((one) => values(found).includes(one));
}

export const isValid = (facts: AskedFacts): boolean => askedFactsSchema.strict().safeParse(facts).success;
