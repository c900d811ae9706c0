import type { Finding, NextStep } from '../../answer/answer.ts';

const changes = /^kubectl (?:patch|edit|delete|annotate|label|set) /u;
const looks = /^kubectl (?:describe|get) /u;

/**
 * The steps for a finding about an object that is only written yet: what would change it in the cluster is said without
 * the command, as it is the text that has to change; what would look at it is left out.
 */
export function withStepsForDraft(finding: Finding): Finding {
  const { kind, name } = finding.object;
  const aimsAtIt = ({ command = '' }: NextStep) => command.includes(` ${kind.toLowerCase()} ${name} `);
  const next = finding.next.flatMap((step): readonly NextStep[] => {
    if (step.command === undefined || !aimsAtIt(step)) return [step];
    if (looks.test(step.command)) return [];
    return changes.test(step.command) ? [{ say: step.say }] : [step];
  });
  return { ...finding, next };
}
