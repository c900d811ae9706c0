import type { Finding } from '../../answer/answer.ts';
import type { Service } from '../../model/kinds/service.ts';
import { neighbourhoodOf } from '../../model/neighbourhood.ts';
import { viewOf } from '../../model/service-view.ts';
import type { ResourceName } from '../../model/resources.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { allChecks } from '../all-checks.ts';
import type { Check } from '../check.ts';
import { derivations } from '../facts/facts.ts';
import { rankFindings } from '../rank.ts';
import { runChecks } from '../run-checks.ts';

/** What can be told of a Service that is not in the cluster yet: whether it chooses pods, and ports that they have. */
const draftChecks: readonly Check[] = allChecks.filter(
  (check) => (check.theme === 'selector' || check.theme === 'ports') && check.severity !== 'info',
);

/** What has to be read for that. */
export const draftResources: readonly ResourceName[] = [
  ...new Set(draftChecks.flatMap((check) => [...check.needs, ...check.uses]).flatMap((fact) => derivations[fact].reads)),
];

export interface DraftVerdict {
  readonly findings: readonly Finding[];
  /** False when a check could not run: then nothing was proven. */
  readonly complete: boolean;
}

/** Runs the checks on a drafted Service as if it were in the snapshot. */
export function judgeDraft(snapshot: Snapshot, service: Service): DraftVerdict {
  const { namespace, name } = service.metadata;
  const outcomes = runChecks(draftChecks, viewOf(snapshot, service, neighbourhoodOf(snapshot, namespace)), 'service');
  const findings = rankFindings(outcomes, { kind: 'Service', namespace, name });
  return {
    findings: findings.filter((finding) => finding.severity !== 'info'),
    complete: outcomes.every((outcome) => outcome.is !== 'skipped'),
  };
}
