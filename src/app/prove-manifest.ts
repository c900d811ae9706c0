import type { Finding } from '../core/answer/answer.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Proposal } from '../core/tree/propose.ts';
import { judgeDraft } from '../core/triage/drafts/draft-findings.ts';
import { drafted } from './drafted.ts';
import type { AssistantDeps } from './deps.ts';

export interface Proven {
  readonly proposal: Proposal;
  /** What the checks found on the drafted Services; empty when the manifest may be shown without a warning. */
  readonly findings: readonly Finding[];
}

/**
 * Runs the triage checks on the objects of a proposal against what was read of the cluster. Only when all of them ran
 * and none found anything, `proven` says so.
 */
export async function proveManifest(
  proposal: Proposal,
  snapshot: Snapshot,
  deps: AssistantDeps,
  signal: AbortSignal,
): Promise<Proven> {
  const { manifest, objects } = proposal.written;
  const namespace = proposal.cluster?.workload?.namespace;
  if (manifest === undefined || namespace === undefined) return { proposal, findings: [] };
  const services = await drafted(objects, namespace, deps, signal);
  const verdicts = services.map((service) => judgeDraft(snapshot, service));
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  if (services.length === 0 || findings.length > 0 || verdicts.some((verdict) => !verdict.complete))
    return { proposal, findings };
  const written = { ...proposal.written, manifest: { ...manifest, proven: [...manifest.proven, 'checks' as const] } };
  return { proposal: { ...proposal, written }, findings };
}
