import { describe, expect, it } from 'vitest';
import type { Answer, Finding } from '../../../src/core/answer/answer.ts';
import { plain } from '../../../src/core/answer/text.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { reasoningTree } from '../../../src/core/triage/why/reasoning-tree.ts';
import { validateBlocks } from '../../../src/render/slack/check-blocks.ts';
import { renderSlack } from '../../../src/render/slack/render-slack.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { triageOf } from '../../support/scan-of.ts';
import { healthy, scaledToZero } from '../../support/small-cluster.ts';

const finding = (check: string, explainedBy?: string): Finding => ({
  check,
  title: `Title of ${check}`,
  severity: 'critical',
  role: explainedBy === undefined ? 'root-cause' : 'symptom',
  ...(explainedBy === undefined ? {} : { explainedBy }),
  object: { kind: 'Service', namespace: 'shop', name: 'web' },
  say: plain('It is so.'),
  evidence: {},
  next: [],
  source: 'https://kubernetes.io/',
});

/** Ids in the lists of what came out clear. */
const clearIds = (answer: Answer) =>
  answer.parts.flatMap((part) =>
    part.kind === 'fields'
      ? part.fields.flatMap(({ value }) => value.flatMap((run) => (run.is === 'code' ? [run.value] : [])))
      : [],
  );

describe('the tree of reasoning', () => {
  it('draws beneath each finding what follows from it', () => {
    expect(reasoningTree([finding('a'), finding('b', 'a'), finding('c', 'b'), finding('d', 'a'), finding('e')])).toEqual([
      'critical: Title of a (a)',
      '├─ hence critical: Title of b (b)',
      '│  └─ hence critical: Title of c (c)',
      '└─ hence critical: Title of d (d)',
      'critical: Title of e (e)',
    ]);
  });

  it('shows what was seen, cut where it is long', () => {
    const lines = reasoningTree([
      { ...finding('a'), evidence: { 'spec.selector.app': 'web', long: 'x\n'.repeat(100), n: 1, b: true, more: 2 } },
    ]);
    expect(lines[1]).toBe('   seen: spec.selector.app = web');
    expect(lines[2]).toMatch(/^ {3}seen: long = (x ){49,50}x?…$/u);
    expect(lines.at(-1)).toBe('   seen: 1 more');
  });

  it('loses no finding, even when two name each other', () => {
    const lines = reasoningTree([finding('a', 'b'), finding('b', 'a')]).join('\n');
    expect(lines).toContain('(a)');
    expect(lines).toContain('(b)');
  });
});

describe('triage --why', () => {
  it('shows the tree, the rival causes ruled out, and the other checks that came out clear', async () => {
    const answer = await triageOf([scaledToZero('reports')], 'reports', true);
    const words = renderPlain(answer);
    expect(words).toMatch(
      /How this was concluded\ncritical: The workload behind the Service is scaled to zero \(workload-scaled-to-zero\)/u,
    );
    expect(words).toContain('└─ hence critical: The Service has no endpoints (no-endpoints)');
    expect(words).toContain('Could explain no-endpoints too, but came out clear:');
    expect(words).toMatch(/Ruled out \(\d+\)[^]*Selector and labels: .*selector-matches-no-pods/u);
    expect(words).toMatch(/Also clear \(\d+\)/u);
  });

  it('lists each clear check once, and none that was found or skipped', async () => {
    const answer = await triageOf([scaledToZero('reports')], 'reports', true);
    const ids = clearIds(answer);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => answer.findings?.some((one) => one.check === id))).toEqual([]);
    expect(ids.filter((id) => answer.skipped?.some((one) => one.check === id))).toEqual([]);
    expect(ids.every((id) => allChecks.some((check) => check.id === id))).toBe(true);
  });

  it('lists what was looked at for a healthy Service', async () => {
    const answer = await triageOf([healthy('web')], 'web', true);
    expect(renderPlain(answer)).toMatch(/Clear \(\d+\)/u);
    expect(clearIds(answer)).toContain('no-endpoints');
  });

  it('keeps its indentation in Slack, within the limits', async () => {
    const { blocks, overflow = [] } = renderSlack(await triageOf([scaledToZero('reports')], 'reports', true));
    for (const message of [blocks, ...overflow.map((one) => one.blocks)])
      expect(validateBlocks(message, 'message')).toEqual([]);
    expect(JSON.stringify([blocks, overflow])).toContain('└─ hence critical: The Service has no endpoints');
  });
});
