import { answer, list } from '../answer/build.ts';
import type { Answer, Intent } from '../answer/answer.ts';
import { plain } from '../answer/text.ts';
import { Problem } from './problem.ts';

/**
 * Turns anything thrown into an answer for the person. What is not a Problem says "internal" with the request id under
 * which the log has it: an unknown error's message may hold what must not be shown.
 */
export function problemToAnswer(thrown: unknown, requestId: string, intent: Intent = 'other'): Answer {
  if (thrown instanceof Problem) {
    return answer(intent, plain(thrown.say), {
      parts: thrown.next.length === 0 ? [] : [list(thrown.next.map(plain))],
      problem: { code: thrown.code },
    });
  }
  return answer(intent, plain(`Something went wrong inside k8s-svc (request ${requestId}).`), {
    parts: [list([plain('Try again. If it stays, give this request id to whoever runs k8s-svc: the log has the details.')])],
    problem: { code: 'internal' },
  });
}
