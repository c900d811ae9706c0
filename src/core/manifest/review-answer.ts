import type { Answer, Finding } from '../answer/answer.ts';
import { answer, note } from '../answer/build.ts';
import { code, count, joinTexts, text, type Text } from '../answer/text.ts';
import type { ManifestObject } from './kubernetes-object.ts';

export interface Reviewed {
  readonly objects: readonly ManifestObject[];
  readonly findings: readonly Finding[];
  /** The Services were compared with workloads: in the text, or in the cluster of this name. */
  readonly comparedWith: 'text' | 'cluster' | 'nothing';
  readonly cluster?: string;
}

export function reviewAnswer({ objects, findings, comparedWith, cluster }: Reviewed): Answer {
  const critical = findings.filter((finding) => finding.severity === 'critical').length;
  const status = critical > 0 ? 'critical' : findings.length > 0 ? 'warning' : 'ok';
  const names = joinTexts(objects.slice(0, 6).map((object) => text`${object.kind} ${code(object.metadata.name)}`));
  const more = objects.length > 6 ? ` and ${objects.length - 6} more` : '';
  return answer('review', headline(findings.length, objects.length), {
    status,
    findings,
    parts: [
      ...findings.map((finding) => ({ kind: 'finding' as const, finding })),
      note(text`Checked: ${names}${more}; against the rules of the API${against(comparedWith, cluster)}.`),
    ],
  });
}

function headline(findings: number, objects: number): Text {
  return findings === 0
    ? text`Nothing wrong in ${count(objects, 'object')}: the API server would take it, and what refers to each other fits.`
    : text`${count(findings, 'problem')} in ${count(objects, 'object')}.`;
}

function against(comparedWith: Reviewed['comparedWith'], cluster: string | undefined): string {
  if (comparedWith === 'text') return ', and the Services against the workloads in the same text';
  if (comparedWith === 'cluster') return `, and the Services against the pods in ${cluster ?? 'the cluster'}`;
  return '; there is no workload in the text to compare a selector with';
}
