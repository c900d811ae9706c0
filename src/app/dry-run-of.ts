import type { Finding } from '../core/answer/answer.ts';
import type { ManifestObject } from '../core/manifest/kubernetes-object.ts';
import type { Reader } from '../core/model/reader.ts';
import { refusedFindings } from '../core/triage/drafts/judge-objects.ts';
import type { AssistantDeps } from './deps.ts';

export interface DryRunVerdict {
  /** Every object was accepted. */
  readonly passed: boolean;
  /** What the API server refuses, in its words. */
  readonly findings: readonly Finding[];
  /** Why it did not come to a verdict; undefined when it did, or was not asked for. */
  readonly missed: string | undefined;
}

/** Lets the API server look at each object, where somebody allowed that. Nothing is stored. */
export async function dryRunOf(
  objects: readonly ManifestObject[],
  namespace: string,
  { dryRun }: Reader,
  deps: Pick<AssistantDeps, 'dryRun'>,
  signal: AbortSignal,
): Promise<DryRunVerdict> {
  if (deps.dryRun !== true || dryRun === undefined) return { passed: false, findings: [], missed: undefined };
  const outcomes = await Promise.all(
    objects.map(async (object) => ({ object, outcome: await dryRun(object, namespace, signal) })),
  );
  const missed = outcomes.flatMap(({ outcome }) => {
    if (outcome.is === 'forbidden') return [`The dry run is not allowed here. Grant: ${outcome.grant} (it stores nothing).`];
    return outcome.is === 'unavailable' ? [`The dry run did not come to an end: ${outcome.because}`] : [];
  });
  return {
    passed: outcomes.every(({ outcome }) => outcome.is === 'accepted'),
    findings: outcomes.flatMap(({ object, outcome }) =>
      outcome.is === 'refused' ? refusedFindings(object, outcome.faults) : [],
    ),
    missed: missed[0],
  };
}
