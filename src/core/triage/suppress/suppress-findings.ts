import type { Finding, SuppressedFinding } from '../../answer/answer.ts';
import { allChecks } from '../all-checks.ts';
import type { IgnoredChecks } from './ignored-checks.ts';

const notes: ReadonlySet<string> = new Set(allChecks.filter((check) => check.kind === 'note').map((check) => check.id));

/**
 * Takes the findings of ignored checks out, and with a cause what it explains: whoever accepts that a workload is scaled
 * to zero accepts that there are no endpoints. The heaviest of the rest becomes the root cause. The order stays.
 */
export function suppressFindings(
  findings: readonly Finding[],
  { ids, reason }: Pick<IgnoredChecks, 'ids' | 'reason'>,
  by: SuppressedFinding['by'],
): { readonly findings: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  const silent = withExplained(findings, ids);
  if (silent.size === 0) return { findings, suppressed: [] };
  return {
    findings: withRootCause(findings.filter((finding) => !silent.has(finding))),
    suppressed: findings
      .filter((finding) => silent.has(finding))
      .map((finding) => ({ finding, by, ...(reason === undefined ? {} : { reason }) })),
  };
}

function withExplained(findings: readonly Finding[], ids: ReadonlySet<string>): ReadonlySet<Finding> {
  const silent = new Set(findings.filter((finding) => ids.has(finding.check)));
  for (;;) {
    const causes = new Set([...silent].map((finding) => finding.check));
    const more = findings.filter(
      (finding) => !silent.has(finding) && finding.explainedBy !== undefined && causes.has(finding.explainedBy),
    );
    if (more.length === 0) return silent;
    for (const finding of more) silent.add(finding);
  }
}

/** As ranking does it: the first finding is the root cause, unless it is a note or harms nobody. */
function withRootCause(findings: readonly Finding[]): readonly Finding[] {
  const [first, ...rest] = findings;
  if (first === undefined || first.role !== 'independent' || first.severity === 'info' || notes.has(first.check)) {
    return findings;
  }
  return [{ ...first, role: 'root-cause' }, ...rest];
}
