import type { Answer, Finding } from '../answer/answer.ts';
import { answer, note } from '../answer/build.ts';
import { code, count, joinTexts, text, type Text } from '../answer/text.ts';
import type { ManifestObject } from './kubernetes-object.ts';
import { validateManifest, type Fault } from './validate-manifest.ts';

/** Kinds of which the schema is known here; others are only read for what the Services in the same text need. */
const checkedKinds = new Set(['Service', 'EndpointSlice', 'Ingress', 'HTTPRoute']);

const SOURCE = 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/';

/** What the API server would refuse, as findings: one for each fault, with the field. */
export function schemaFindings(objects: readonly ManifestObject[]): readonly Finding[] {
  return objects
    .filter((object) => checkedKinds.has(object.kind))
    .flatMap((object) => validateManifest(withoutServerFields(object)).map((fault) => toFinding(object, fault)));
}

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

function toFinding(object: ManifestObject, fault: Fault): Finding {
  const { name, namespace } = object.metadata;
  return {
    check: 'manifest-refused-by-api',
    title: 'The API server would refuse this object',
    severity: 'critical',
    role: 'independent',
    object: namespace === undefined ? { kind: object.kind, name } : { kind: object.kind, namespace, name },
    say: text`${object.kind} ${code(name)}: ${code(fault.path)} ${fault.rule}.`,
    evidence: { [fault.path]: shown(valueAt(object, fault.path)) },
    next: [
      { say: text`Correct the field, then let the API server look at it`, command: 'kubectl apply --dry-run=server -f FILE' },
    ],
    source: SOURCE,
  };
}

/** An object that was read from a cluster carries what only the server writes; that is no fault of its author. */
function withoutServerFields(object: ManifestObject): ManifestObject {
  const { status: _, ...rest } = object;
  const serverOnly = [
    'uid',
    'resourceVersion',
    'creationTimestamp',
    'generation',
    'managedFields',
    'ownerReferences',
    'selfLink',
    'generateName',
  ];
  const metadata = Object.fromEntries(Object.entries(object.metadata).filter(([key]) => !serverOnly.includes(key)));
  return { ...rest, metadata: metadata as ManifestObject['metadata'] } as ManifestObject;
}

function valueAt(object: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/u)
    .filter((key) => key !== '')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
      object,
    );
}

function shown(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined ? 'absent' : JSON.stringify(value).slice(0, 120);
}
