import type { Answer, Finding } from '../core/answer/answer.ts';
import { note } from '../core/answer/build.ts';
import { code, joinTexts, text } from '../core/answer/text.ts';
import type { Part } from '../core/answer/part.ts';
import { troubleParts } from '../core/manifest/trouble-parts.ts';
import type { Proven } from './prove-manifest.ts';

/** Says under the answer what the checks found on the drafts, what is wrong whatever they say, and what could not run. */
export function withProof(answer: Answer, { findings, around, skipped, unreadBecause, dryRunMissed }: Proven): Answer {
  if (answer.manifests === undefined) return answer;
  const parts: readonly Part[] = [
    ...findingParts(findings),
    ...troubleParts(around),
    ...(dryRunMissed === undefined ? [] : [note(text`${dryRunMissed}`)]),
    ...(unreadBecause === undefined ? [] : [note(text`The checks did not run: ${unreadBecause.say}`)]),
  ];
  return {
    ...answer,
    ...(findings.length === 0 ? {} : { findings }),
    ...(skipped.length === 0 ? {} : { skipped }),
    parts: [...answer.parts, ...parts],
  };
}

/** One Service for each pod has the same fault each: the first is told, the others are named. */
function findingParts(findings: readonly Finding[]): readonly Part[] {
  return [...Map.groupBy(findings, (finding) => finding.check).values()].flatMap(([first, ...others]): readonly Part[] => {
    if (first === undefined) return [];
    const names = joinTexts(others.map(({ object }) => code(object.name)));
    return [{ kind: 'finding', finding: first }, ...(others.length === 0 ? [] : [note(text`The same for ${names}.`)])];
  });
}
