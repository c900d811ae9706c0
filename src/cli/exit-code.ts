import type { Answer } from '../core/answer/answer.ts';

export const exitCodes = { healthy: 0, critical: 1, badRequest: 2, notReadable: 3, internal: 4, interrupted: 130 } as const;

/**
 * 0 answered · 1 something critical found (compared with an earlier scan: something critical that is new or has become so,
 * because a pipeline should fail on what a change broke) · 2 bad request · 3 cluster not readable · 4 our own fault.
 */
export function exitCodeOf(answer: Answer): number {
  if (answer.problem !== undefined) {
    switch (answer.problem.code) {
      case 'cluster-forbidden':
      case 'cluster-unreachable':
      case 'timeout':
        return exitCodes.notReadable;
      case 'internal':
        return exitCodes.internal;
      default:
        return exitCodes.badRequest;
    }
  }
  const judged = answer.intent === 'triage' || answer.intent === 'scan' || answer.intent === 'review';
  const alarming = answer.since === undefined ? answer.findings : answer.since.new;
  const critical = alarming?.some((finding) => finding.severity === 'critical') === true;
  if (judged && critical) return exitCodes.critical;
  // A cluster that could not be read must not pass for a healthy one.
  return answer.clusters?.some(({ status }) => status === 'unread') === true ? exitCodes.notReadable : exitCodes.healthy;
}
