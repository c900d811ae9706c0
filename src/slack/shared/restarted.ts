import type { Answer } from '../../core/answer/answer.ts';
import { Problem } from '../../core/problem/problem.ts';
import { problemToAnswer } from '../../core/problem/problem-to-answer.ts';

/** For work that no replica gets done: one sentence, so that nobody waits. */
export function restarted(): Answer {
  return problemToAnswer(
    new Problem('timeout', 'k8s-svc was restarted meanwhile and did not finish this.', ['Ask again.']),
    '',
  );
}
