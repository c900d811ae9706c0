import type { Finding } from '../../answer/answer.ts';
import { headsIn } from '../scan/compare-scans.ts';

const MOST_EVIDENCE = 4;
const LONGEST_VALUE = 100;

/**
 * What explains what, as lines of a drawn tree: each finding with what was seen, beneath it what follows from it.
 * Every finding stands in it once.
 */
export function reasoningTree(findings: readonly Finding[]): readonly string[] {
  const left = new Set(findings);
  const lines: string[] = [];
  const add = (finding: Finding, first: string, hang: string) => {
    left.delete(finding);
    const children = findings.filter((one) => left.has(one) && one.explainedBy === finding.check);
    for (const child of children) left.delete(child);
    const follow = finding.explainedBy === undefined ? '' : 'hence ';
    lines.push(`${first}${follow}${finding.severity}: ${finding.title} (${finding.check})`);
    const beside = `${hang}${children.length === 0 ? '   ' : '│  '}`;
    lines.push(...evidenceOf(finding).map((one) => `${beside}seen: ${one}`));
    children.forEach((child, index) => {
      const last = index === children.length - 1;
      add(child, `${hang}${last ? '└─ ' : '├─ '}`, `${hang}${last ? '   ' : '│  '}`);
    });
  };
  for (const head of headsIn(findings)) add(head, '', '');
  // Two findings that name each other have no head; ranking prevents it, and none may be lost.
  for (const finding of left) add(finding, '', '');
  return lines;
}

function evidenceOf({ evidence }: Finding): readonly string[] {
  const all = Object.entries(evidence).map(([path, value]) => `${path} = ${short(String(value))}`);
  const more = all.length - MOST_EVIDENCE;
  return more > 0 ? [...all.slice(0, MOST_EVIDENCE), `${more} more`] : all;
}

function short(value: string): string {
  const line = value.replaceAll(/\s+/gu, ' ');
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE - 1)}…` : line;
}
