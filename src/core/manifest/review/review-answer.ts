import type { Answer, Finding } from '../../answer/answer.ts';
import { answer, note } from '../../answer/build.ts';
import { code, count, joinTexts, text, type Text } from '../../answer/text.ts';
import { troubleParts } from '../trouble-parts.ts';
import type { ManifestObject } from '../kubernetes-object.ts';

export interface Reviewed {
  readonly objects: readonly ManifestObject[];
  readonly findings: readonly Finding[];
  /** The Services were compared with workloads: in the text, or in the cluster of this name. */
  readonly comparedWith: 'text' | 'cluster' | 'nothing';
  readonly cluster: string | undefined;
  /** Whose fields the rules of the API went by, in words; empty when no kind is known. */
  readonly checkedBy: string;
  /** Trouble of what the Services lead to, whatever the text says. */
  readonly around: readonly Finding[];
  /** Lines on which something begins that is no Kubernetes object. */
  readonly others: readonly number[];
}

export function reviewAnswer({ objects, findings, comparedWith, cluster, checkedBy, around, others }: Reviewed): Answer {
  const critical = findings.filter((finding) => finding.severity === 'critical').length;
  const faults = findings.filter((finding) => finding.severity !== 'info').length;
  const status = critical > 0 ? 'critical' : faults > 0 ? 'warning' : 'ok';
  const names = joinTexts(objects.slice(0, 6).map((object) => text`${object.kind} ${code(object.metadata.name)}`));
  const more = objects.length > 6 ? ` and ${objects.length - 6} more` : '';
  return answer('review', headline(faults, objects.length), {
    status,
    findings,
    parts: [
      ...findings.map((finding) => ({ kind: 'finding' as const, finding })),
      ...troubleParts(around),
      ...(others.length === 0
        ? []
        : [note(text`Left out: what begins on line ${others.slice(0, 3).join(', ')} has no kind and metadata.name.`)]),
      note(
        text`Checked: ${names}${more}; against the rules of the API${checkedBy === '' ? '' : ` (${checkedBy})`}${against(comparedWith, cluster)}.`,
      ),
    ],
  });
}

function headline(findings: number, objects: number): Text {
  return findings === 0
    ? text`Nothing wrong in ${count(objects, 'object')}: the API server would take it, and what refers to each other fits.`
    : text`${count(findings, 'problem')} in ${count(objects, 'object')}.`;
}

function against(comparedWith: Reviewed['comparedWith'], cluster: string | undefined): string {
  if (comparedWith === 'text') return ', and against each other';
  if (comparedWith === 'cluster') return `, against each other, and against ${cluster ?? 'the cluster'}`;
  return '; there is no workload in the text to compare a selector with';
}
