import type { Answer, Finding } from '../../core/answer/answer.ts';
import type { ReviewRequest } from '../../core/ask/request.ts';
import { asIfApplied } from '../../core/manifest/as-if-applied.ts';
import { reviewAnswer, type Reviewed } from '../../core/manifest/review-answer.ts';
import type { Service } from '../../core/model/kinds/service.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { badRequest, Problem } from '../../core/problem/problem.ts';
import { judgeObjects } from '../../core/triage/drafts/judge-objects.ts';
import { judgeDrafts } from '../../core/triage/drafts/judge-drafts.ts';
import { draftedIn } from '../../core/triage/drafts/drafted.ts';
import { triageResources } from '../../core/triage/wanted.ts';
import type { RequestContext } from '../assistant.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';

const NAME = 'the YAML';

/** Checks pasted YAML against the rules of the API, against itself, and (when it has no workload) against the cluster. */
export async function review(request: ReviewRequest, deps: AssistantDeps, { signal }: RequestContext): Promise<Answer> {
  const yaml = withoutFence(request.text);
  if (yaml.trim() === '')
    throw badRequest(
      'There is no YAML to review.',
      'In the terminal: review -f web.yaml. In chat: paste it after the word review.',
    );
  const objects = deps.parseObjects(NAME, yaml);
  const text = await deps.readText(NAME, yaml).read({ kind: 'cluster' }, triageResources, signal);
  const list = text.all('services');
  const services = list.read ? list.value : [];
  const compared = await comparison(text, services, request, deps, signal);
  const findings: readonly Finding[] = [
    ...judgeObjects(objects),
    ...(compared.snapshot === undefined ? [] : judgeDrafts(compared.snapshot, draftedIn(text)).findings),
  ];
  const { snapshot: _, ...rest } = compared;
  return reviewAnswer({ objects, findings, ...rest });
}

type Comparison = Pick<Reviewed, 'comparedWith' | 'cluster'> & { readonly snapshot?: Snapshot };

async function comparison(
  text: Snapshot,
  services: readonly Service[],
  { cluster, namespace }: ReviewRequest,
  deps: AssistantDeps,
  signal: AbortSignal,
): Promise<Comparison> {
  const kinds = ['deployments', 'statefulsets', 'daemonsets', 'replicasets', 'pods'] as const;
  const hasWorkload = kinds.some((kind) => {
    const list = text.all(kind);
    return list.read && list.value.length > 0;
  });
  if (hasWorkload) return { comparedWith: 'text', snapshot: asIfApplied(text) };
  const [first] = services;
  if (first === undefined || (deps.clusters.defaultName === undefined && cluster === undefined))
    return { comparedWith: 'nothing' };
  try {
    const reader = await readerOf(deps.clusters, cluster);
    const where = namespace ?? first.metadata.namespace;
    const snapshot = await reader.read({ kind: 'namespace', namespace: where }, triageResources, signal);
    return { comparedWith: 'cluster', cluster: reader.cluster, snapshot };
  } catch (error) {
    // The text can be reviewed without a cluster; only what was typed wrong is worth a refusal.
    if (error instanceof Problem && error.code !== 'bad-request') return { comparedWith: 'nothing' };
    throw error;
  }
}

/** Chat clients keep the fence of a code block in the text. */
function withoutFence(words: string): string {
  const fenced = /```[a-z]*\r?\n?([\s\S]*?)```/iu.exec(words);
  return fenced?.[1] ?? words;
}
