import type { Answer, Finding } from '../core/answer/answer.ts';
import { list, note } from '../core/answer/build.ts';
import { code, joinTexts, text, type Inline, type Text } from '../core/answer/text.ts';
import type { Part } from '../core/answer/part.ts';
import type { Proven } from './prove-manifest.ts';

const mostGrants = 3;

/** Says under the answer what the checks found on the drafts, what is wrong whatever they say, and what could not run. */
export function withProof(answer: Answer, { findings, around, skipped, unreadBecause }: Proven): Answer {
  if (answer.manifests === undefined) return answer;
  const parts: readonly Part[] = [
    ...findings.map((finding) => ({ kind: 'finding' as const, finding })),
    ...aroundParts(around),
    ...(skipped.length === 0 ? [] : [note(text`Checks that could not run need: ${joinTexts(grants(skipped))}.`)]),
    ...(unreadBecause === undefined ? [] : [note(text`The checks did not run: ${unreadBecause.say}`)]),
  ];
  return {
    ...answer,
    ...(findings.length === 0 ? {} : { findings }),
    ...(skipped.length === 0 ? {} : { skipped }),
    parts: [...answer.parts, ...parts],
  };
}

/** One line for each cause: the whole finding is what `triage` gives. */
function aroundParts(around: readonly Finding[]): readonly Part[] {
  const causes = around.filter((finding) => finding.explainedBy === undefined);
  if (causes.length === 0) return [];
  return [
    { kind: 'text', text: text`The manifest is right, but what it leads to has trouble now:` },
    list(causes.map((finding) => finding.say)),
  ];
}

function grants(skipped: Proven['skipped']): readonly (Inline | Text)[] {
  const all = [...new Set(skipped.flatMap((one) => one.grant.split(', ')))];
  const more = all.length - mostGrants;
  return [...all.slice(0, mostGrants).map((grant) => code(grant)), ...(more > 0 ? [text`${more} more`] : [])];
}
