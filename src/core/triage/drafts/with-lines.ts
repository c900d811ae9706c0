import type { Finding } from '../../answer/answer.ts';
import type { ParsedObject } from '../../manifest/review/parse-manifest.ts';

/** Adds to each finding about an object of the text the line where the field stands that its evidence names first. */
export function withLines(findings: readonly Finding[], parsed: readonly ParsedObject[]): readonly Finding[] {
  return findings.map((finding) => {
    const { kind, name } = finding.object;
    const typed = parsed.find(({ object }) => object.kind === kind && object.metadata.name === name);
    if (typed === undefined || finding.evidence['line'] !== undefined) return finding;
    const field = Object.keys(finding.evidence).find((key) => /^(?:spec|metadata)\./u.test(key)) ?? 'spec';
    return { ...finding, evidence: { line: typed.lineOf(field), ...finding.evidence } };
  });
}
