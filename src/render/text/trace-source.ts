import type { TraceStep } from '../../core/answer/answer.ts';

/** Where the answer to a question of the decision tree came from, in words. */
export const traceSource: Readonly<Record<TraceStep['from'], string>> = {
  text: 'from your words',
  cluster: 'read from the cluster',
  person: 'you chose it',
  default: 'assumed',
};
