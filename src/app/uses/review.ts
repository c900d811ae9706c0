import type { Answer, Finding } from '../../core/answer/answer.ts';
import type { ReviewRequest } from '../../core/ask/request.ts';
import type { ManifestObject } from '../../core/manifest/kubernetes-object.ts';
import { parseManifest } from '../../core/manifest/review/parse-manifest.ts';
import { reviewAnswer, type Reviewed } from '../../core/manifest/review/review-answer.ts';
import { checkedBy } from '../../core/manifest/shape/checked-by.ts';
import type { Shapes } from '../../core/manifest/shape/shapes.ts';
import { broader } from '../../core/model/broader.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { badRequest, Problem } from '../../core/problem/problem.ts';
import { draftedText } from '../../core/triage/drafts/drafted-text.ts';
import { judgeDrafts } from '../../core/triage/drafts/judge-drafts.ts';
import { judgeObjects } from '../../core/triage/drafts/judge-objects.ts';
import { hasWorkload, textAlone } from '../../core/triage/drafts/text-alone.ts';
import { withLines } from '../../core/triage/drafts/with-lines.ts';
import { triageResources } from '../../core/triage/wanted.ts';
import type { RequestContext } from '../assistant.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';
import { snapshotForProof } from '../snapshot-for-proof.ts';

/** Each namespace costs a read of the cluster. */
const MOST_NAMESPACES = 3;

/** Checks pasted YAML against the rules of the API, against itself, and against the cluster where there is one. */
export async function review(request: ReviewRequest, deps: AssistantDeps, { signal }: RequestContext): Promise<Answer> {
  const yaml = withoutFence(request.text);
  if (yaml.trim() === '')
    throw badRequest(
      'There is no YAML to review.',
      'In the terminal: review -f web.yaml. In chat: paste it after the word review.',
    );
  const { objects: parsed, others } = parseManifest(yaml);
  const objects = parsed.map((one) => one.object);
  const compared = await comparison(objects, request, deps, signal);
  const faults = judgeObjects(objects, new Map(parsed.map((one) => [one.object, one.lineOf])), compared.own);
  const verdict = judgeDrafts(compared.base, draftedText(compared.text, compared.base));
  const found = [...faults, ...verdict.findings.map(asReviewed)];
  const findings = [...found.filter((one) => one.severity !== 'info'), ...found.filter((one) => one.severity === 'info')];
  return reviewAnswer({
    objects,
    others,
    findings: withLines(findings, parsed),
    around: compared.comparedWith === 'cluster' ? verdict.around : [],
    comparedWith: compared.comparedWith,
    cluster: compared.cluster,
    checkedBy: checkedBy(objects, compared.own),
  });
}

/** That a Service changes is what a person reviews it for. */
function asReviewed(finding: Finding): Finding {
  return finding.check === 'manifest-replaces-object' ? { ...finding, severity: 'info' } : finding;
}

interface Comparison extends Pick<Reviewed, 'comparedWith' | 'cluster'> {
  readonly text: Snapshot;
  readonly base: Snapshot;
  /** The fields of the cluster's own kinds; undefined when there is no API server. */
  readonly own?: readonly Shapes[];
}

async function comparison(
  objects: readonly ManifestObject[],
  { cluster, namespace }: ReviewRequest,
  deps: AssistantDeps,
  signal: AbortSignal,
): Promise<Comparison> {
  const reader =
    deps.clusters.defaultName === undefined && cluster === undefined ? undefined : await readerOf(deps.clusters, cluster);
  const home = namespace ?? reader?.defaultNamespace ?? 'default';
  const placed = objects.map((object) => ({
    ...object,
    metadata: { ...object.metadata, namespace: object.metadata.namespace ?? home },
  }));
  const text = await deps.readText('the YAML', JSON.stringify(placed)).read({ kind: 'cluster' }, triageResources, signal);
  const alone: Comparison = {
    text,
    base: textAlone(text),
    comparedWith: hasWorkload(text) ? 'text' : 'nothing',
    cluster: undefined,
  };
  if (reader === undefined) return alone;
  const namespaces = [...new Set(placed.map((object) => object.metadata.namespace))].slice(0, MOST_NAMESPACES);
  try {
    const [read, own] = await Promise.all([
      Promise.all(namespaces.map((one) => snapshotForProof(reader, one, objects, signal))),
      reader.shapes?.(
        objects.map((one) => one.apiVersion),
        signal,
      ),
    ]);
    const base = read.reduce(broader);
    return { text, base, comparedWith: 'cluster', cluster: reader.cluster, ...(own === undefined ? {} : { own }) };
  } catch (error) {
    // The text can be reviewed without a cluster; only what was typed wrong is worth a refusal.
    if (error instanceof Problem && error.code !== 'bad-request') return alone;
    throw error;
  }
}

/** Chat clients keep the fence of a code block in the text; Slack writes the first line of the code right behind it. */
function withoutFence(words: string): string {
  const fenced = /```(?:[a-z]*\r?\n)?([\s\S]*?)```/iu.exec(words);
  return fenced?.[1] ?? words;
}
