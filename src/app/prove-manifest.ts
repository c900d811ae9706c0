import { checkAgain } from '../core/manifest/check-again.ts';
import type { WrittenManifest } from '../core/manifest/write-manifest.ts';
import type { Reader } from '../core/model/reader.ts';
import { Problem } from '../core/problem/problem.ts';
import type { Proposal } from '../core/tree/propose.ts';
import { judgeDrafts, type DraftVerdict } from '../core/triage/drafts/judge-drafts.ts';
import { drafted } from './drafted.ts';
import { dryRunOf } from './dry-run-of.ts';
import type { AssistantDeps } from './deps.ts';
import { snapshotForProof } from './snapshot-for-proof.ts';

export interface Proven extends DraftVerdict {
  readonly proposal: Proposal;
  /** Why the dry run did not come to a verdict: a permission to grant, or another reason. */
  readonly dryRunMissed?: string;
  /** Why the cluster could not be asked. */
  readonly unreadBecause?: Problem;
}

const nothing: DraftVerdict = { findings: [], around: [], skipped: [] };

/**
 * Runs every triage check on the cluster as if all objects of a proposal had been applied. Only when all that concern
 * them ran and none found anything, `proven` says so. What the checks `intended` say was asked for.
 */
export async function proveManifest(
  proposal: Proposal,
  reader: Reader,
  deps: AssistantDeps,
  signal: AbortSignal,
  intended: readonly string[] = [],
): Promise<Proven> {
  const { objects } = proposal.written;
  // A question is asked first then, and the manifest is not shown.
  if (proposal.decision.open || proposal.written.manifest === undefined) return { proposal, ...nothing };
  const checked = checkedAgain(proposal, reader, signal);
  const namespace = objects[0]?.metadata.namespace ?? reader.defaultNamespace ?? 'default';
  if (proposal.written.faults.length > 0 || hasInventedSelector(proposal)) return { proposal: await checked, ...nothing };
  try {
    const drafts = await drafted(objects, namespace, deps, signal);
    const [{ written: again }, snapshot, dry] = await Promise.all([
      checked,
      snapshotForProof(reader, namespace, objects, signal),
      dryRunOf(objects, namespace, reader, deps, signal),
    ]);
    const verdict = judgeDrafts(snapshot, drafts);
    const found = verdict.findings.filter((finding) => !intended.includes(finding.check));
    const passed = [
      ...(found.length === 0 && verdict.skipped.length === 0 ? ['checks' as const] : []),
      ...(dry.passed ? ['dry-run' as const] : []),
    ];
    const failed = [
      ...(again.failed ?? []),
      ...(found.length > 0 ? ['checks' as const] : []),
      ...(dry.findings.length > 0 ? ['dry-run' as const] : []),
    ];
    const written: WrittenManifest = {
      ...again,
      ...(again.manifest === undefined
        ? {}
        : { manifest: { ...again.manifest, proven: [...again.manifest.proven, ...passed] } }),
      ...(failed.length > 0 ? { failed } : {}),
    };
    return {
      proposal: { ...proposal, written },
      ...verdict,
      findings: [...dry.findings, ...found],
      ...(dry.missed === undefined ? {} : { dryRunMissed: dry.missed }),
    };
  } catch (error) {
    if (error instanceof Problem && error.code !== 'internal')
      return { proposal: await checked, ...nothing, unreadBecause: error };
    throw error;
  }
}

/** By the cluster's own fields as well, where it has an OpenAPI to read. */
async function checkedAgain(proposal: Proposal, { shapes }: Reader, signal: AbortSignal): Promise<Proposal> {
  if (shapes === undefined) return proposal;
  const own = await shapes(
    proposal.written.objects.map((one) => one.apiVersion),
    signal,
  );
  return { ...proposal, written: checkAgain(proposal.written, own) };
}

/** Labels that stand for those of a workload that nobody knows yet: that no pod has them is no news. */
function hasInventedSelector({ cluster, written }: Proposal): boolean {
  return (
    cluster?.workload === undefined && written.objects.some((one) => one.kind === 'Service' && 'selector' in (one.spec ?? {}))
  );
}
