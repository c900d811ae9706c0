import type { Comparison, EarlierFinding, Finding } from '../../core/answer/answer.ts';
import { flatten } from '../../core/answer/text.ts';
import type { AnswerJson } from './answer-schema.ts';

type FindingJson = NonNullable<AnswerJson['findings']>[number];
type SinceJson = NonNullable<AnswerJson['since']>;

/** A finding as the contract has it: texts as plain words. */
export function findingJson(finding: Finding): FindingJson {
  return {
    ...finding,
    say: flatten(finding.say),
    next: finding.next.map((step) => ({ ...step, say: flatten(step.say) })),
  };
}

export function sinceJson(since: Comparison): SinceJson {
  return {
    new: since.new.map(named),
    unchanged: since.unchanged.map(named),
    fixed: since.fixed.map(named),
    unknown: since.unknown.map(named),
  };
}

/** A finding by its name only: the whole of it stands in `findings`. */
function named(finding: Finding | EarlierFinding): SinceJson['new'][number] {
  const { check, title, severity, role, explainedBy, object, service, say } = finding;
  return {
    check,
    title,
    severity,
    role,
    ...(explainedBy === undefined ? {} : { explainedBy }),
    object,
    ...(service === undefined ? {} : { service }),
    say: typeof say === 'string' ? say : flatten(say),
  };
}
