import type { Answer, EarlierFinding, Finding, Severity } from '../../core/answer/answer.ts';
import { cleanLine } from '../text/clean-text.ts';
import { sarifLevels, sarifMessage } from './sarif-message.ts';
import type { SarifRule } from './sarif.ts';

/** What is known of a check without any finding of it. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly theme: string;
  readonly detects: string;
  readonly source: string;
}

/** One rule a check: the known ones, and those that only this answer has (the schema of a manifest, an older version's). */
export function sarifRules(answer: Answer, checks: readonly RuleInfo[]): readonly SarifRule[] {
  const known = new Set(checks.map((check) => check.id));
  const found: readonly (Finding | EarlierFinding)[] = [
    ...(answer.findings ?? []),
    ...(answer.suppressed ?? []).map((one) => one.finding),
    ...(answer.since?.fixed ?? []),
  ];
  const others = new Map(found.map((one) => [cleanLine(one.check), one] as const).filter(([id]) => !known.has(id)));
  return [
    ...checks.map((check) => ({
      id: check.id,
      shortDescription: sarifMessage(check.title),
      fullDescription: sarifMessage(check.detects),
      ...helpUri(check.source),
      defaultConfiguration: { level: sarifLevels[check.severity] },
      properties: { tags: [check.theme] },
    })),
    ...[...others].map(([id, one]) => ({
      id,
      shortDescription: sarifMessage(one.title),
      ...('source' in one ? helpUri(one.source) : {}),
      defaultConfiguration: { level: sarifLevels[one.severity] },
    })),
  ];
}

function helpUri(source: string): { readonly helpUri?: string } {
  const url = URL.parse(source);
  return url === null || !['http:', 'https:'].includes(url.protocol) ? {} : { helpUri: url.href };
}
