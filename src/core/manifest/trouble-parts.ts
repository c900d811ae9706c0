import type { Finding } from '../answer/answer.ts';
import { list, paragraph } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { text } from '../answer/text.ts';

/** Trouble of what a manifest leads to, one line for each cause: the whole finding is what `triage` gives. */
export function troubleParts(around: readonly Finding[]): readonly Part[] {
  const causes = around.filter((finding) => finding.explainedBy === undefined);
  if (causes.length === 0) return [];
  return [
    paragraph(text`The manifest is right, but what it leads to has trouble now:`),
    list(causes.map((finding) => finding.say)),
  ];
}
