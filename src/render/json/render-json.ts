import type { Answer } from '../../core/answer/answer.ts';
import { flatten } from '../../core/answer/text.ts';
import { renderPlain } from '../terminal/render-terminal.ts';
import type { AnswerJson } from './answer-schema.ts';
import { findingJson, sinceJson } from './finding-json.ts';

/** The one cluster that an answer is about, or each of several with its state. */
function clusterJson({ read, asked, clusters }: Answer): Pick<AnswerJson, 'cluster' | 'clusters'> {
  if (clusters !== undefined) return { clusters: clusters.map((one) => ({ ...one, say: flatten(one.say) })) };
  const cluster = read?.cluster ?? asked;
  return cluster === undefined ? {} : { cluster };
}

/** An Answer as the published contract has it (`answerSchema`); `text` is the whole answer in words. */
export function toJson(answer: Answer): AnswerJson {
  const { findings, recommendation, asks, skipped, reach, manifests } = answer;
  return {
    intent: answer.intent,
    headline: flatten(answer.headline),
    ...(answer.facts !== undefined && { facts: answer.facts }),
    ...(recommendation !== undefined && {
      recommendation: {
        type: recommendation.type,
        alternatives: [...recommendation.alternatives],
        trace: [...recommendation.trace],
      },
    }),
    ...(asks !== undefined && { asks: asks.map((ask) => ({ ...ask, options: [...ask.options] })) }),
    ...(answer.topic !== undefined && { topic: answer.topic }),
    ...(findings !== undefined && {
      findings: findings.map(findingJson),
    }),
    ...(skipped !== undefined && { skipped: skipped.map((one) => ({ ...one, unread: [...one.unread] })) }),
    ...(answer.suppressed !== undefined && {
      suppressed: answer.suppressed.map((one) => ({ ...one, finding: findingJson(one.finding) })),
    }),
    ...(answer.judged !== undefined && { judged: [...answer.judged] }),
    ...(answer.since !== undefined && { since: sinceJson(answer.since) }),
    ...(reach !== undefined && { reach: reach.map((entry) => ({ ...entry, ports: [...entry.ports] })) }),
    ...(manifests !== undefined && { manifests: manifests.map((one) => ({ ...one, proven: [...one.proven] })) }),
    ...(answer.problem !== undefined && { problem: answer.problem }),
    ...clusterJson(answer),
    text: renderPlain(answer),
  };
}
