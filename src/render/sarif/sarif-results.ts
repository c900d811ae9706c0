import type { Answer, EarlierFinding, Finding, SuppressedFinding } from '../../core/answer/answer.ts';
import { flatten } from '../../core/answer/text.ts';
import { cleanLine } from '../text/clean-text.ts';
import { LogicalLocations } from './logical-locations.ts';
import { sarifLevels, sarifMessage } from './sarif-message.ts';
import type { SarifLocation, SarifLogicalLocation, SarifResult, SarifRule } from './sarif.ts';

interface Item {
  readonly finding: Finding | EarlierFinding;
  readonly baselineState?: SarifResult['baselineState'];
  readonly suppressed?: SuppressedFinding;
}

/** A result a finding. Suppressed ones are marked as such; compared with an earlier scan, those that are gone are 'absent'. */
export function sarifResults(
  answer: Answer,
  rules: readonly SarifRule[],
): { readonly results: readonly SarifResult[]; readonly logicalLocations: readonly SarifLogicalLocation[] } {
  const locations = new LogicalLocations();
  const seen = new Map<string, number>();
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  const results = itemsOf(answer).map(({ finding, baselineState, suppressed }): SarifResult => {
    const cluster = 'cluster' in finding ? finding.cluster : undefined;
    const location = locations.of(finding.object, cluster);
    const about = finding.service === undefined ? location : locations.of(finding.service, cluster);
    const id = cleanLine(finding.check);
    const name = `${about.fullyQualifiedName} ${id}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return {
      ruleId: id,
      ruleIndex: ruleIndex.get(id) ?? -1,
      level: sarifLevels[finding.severity],
      message: sarifMessage(words(finding)),
      locations: [locationOf(location)],
      partialFingerprints: { 'k8sSvc/v1': nth === 1 ? name : `${name} ${nth}` },
      ...(baselineState === undefined ? {} : { baselineState }),
      suppressions: suppressed === undefined ? [] : [suppression(suppressed)],
      properties: propertiesOf(finding, about.fullyQualifiedName),
    };
  });
  return { results, logicalLocations: locations.all };
}

/**
 * An object of a cluster has no file, but GitHub refuses a whole report in which one result has none: its path in the
 * cluster stands for it. Source: docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning
 */
function locationOf(location: SarifLogicalLocation): SarifLocation {
  const uri = location.fullyQualifiedName.split('/').map(encodeURIComponent).join('/');
  return {
    logicalLocations: [location],
    physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
  };
}

function itemsOf({ findings = [], suppressed = [], since }: Answer): readonly Item[] {
  const added = new Set(since?.new);
  return [
    ...findings.map((finding): Item =>
      since === undefined ? { finding } : { finding, baselineState: added.has(finding) ? 'new' : 'unchanged' },
    ),
    // Accepted by an annotation, so no news whenever it was first seen.
    ...suppressed.map((one): Item => ({
      finding: one.finding,
      suppressed: one,
      ...(since === undefined ? {} : { baselineState: 'unchanged' }),
    })),
    ...(since?.fixed ?? []).map((finding): Item => ({ finding, baselineState: 'absent' })),
  ];
}

/** The first sentence says what is wrong; commands are in the properties, where their braces stay as they are. */
function words(finding: Finding | EarlierFinding): string {
  if (typeof finding.say === 'string') return finding.say;
  const steps = 'next' in finding ? finding.next.map((step) => flatten(step.say)) : [];
  const explained = finding.explainedBy === undefined ? [] : [`Explained by ${finding.explainedBy}.`];
  return [flatten(finding.say), ...explained, ...(steps.length === 0 ? [] : [`Next: ${steps.join('; ')}.`])].join(' ');
}

function propertiesOf(finding: Finding | EarlierFinding, about: string): SarifResult['properties'] {
  const { role, explainedBy } = finding;
  return {
    about,
    role,
    ...(explainedBy === undefined ? {} : { explainedBy }),
    ...('evidence' in finding
      ? {
          evidence: finding.evidence,
          next: finding.next.map(({ say, command }) => ({ say: flatten(say), ...(command === undefined ? {} : { command }) })),
        }
      : {}),
  };
}

function suppression({ by, reason }: SuppressedFinding): SarifResult['suppressions'][number] {
  return {
    kind: by === 'config' ? 'external' : 'inSource',
    status: 'accepted',
    ...(reason === undefined ? {} : { justification: cleanLine(reason) }),
  };
}
