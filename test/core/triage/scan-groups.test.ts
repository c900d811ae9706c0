import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Finding } from '../../../src/core/answer/answer.ts';
import { flatten } from '../../../src/core/answer/text.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import type { ObjectRef } from '../../../src/core/model/kinds/meta.ts';
import { groupWords, sharedCauses } from '../../../src/core/triage/scan/group-words.ts';
import { groupCauses, type Cause } from '../../../src/core/triage/scan/scan-causes.ts';
import { validateBlocks } from '../../../src/render/slack/check-blocks.ts';
import { renderSlack } from '../../../src/render/slack/render-slack.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { scanOf } from '../../support/scan-of.ts';
import { healthy, scaledToZero, selectsNothing } from '../../support/small-cluster.ts';

const many = (n: number, make: (name: string) => readonly object[], prefix: string) =>
  Array.from({ length: n }, (_, index) => make(`${prefix}-${String(index).padStart(2, '0')}`));
const headings = (answer: Answer) => answer.parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));

describe('a scan', () => {
  it('says equal causes of several Services once, with the Services named beneath', async () => {
    const answer = await scanOf([healthy('web'), ...many(3, scaledToZero, 'batch'), selectsNothing('ghost')]);
    expect(flatten(answer.headline)).toBe('4 of 5 Services do not work in the cluster.');
    expect(headings(answer)).toEqual(['3 Services have a workload that is scaled to zero', 'shop/ghost']);
    expect(renderPlain(answer)).toContain('shop/batch-00, shop/batch-01 and shop/batch-02. One of them in full:');
  });

  it('shows the same group of causes in one finding, not three, and keeps every finding in the data', async () => {
    const answer = await scanOf(many(3, scaledToZero, 'batch'));
    expect(answer.parts.filter((part) => part.kind === 'finding')).toHaveLength(1);
    expect(answer.findings?.filter((finding) => finding.check === 'workload-scaled-to-zero')).toHaveLength(3);
    expect(answer.findings?.filter((finding) => finding.check === 'no-endpoints')).toHaveLength(3);
  });

  it('cuts a long list of Services and says how many it left out', async () => {
    const answer = await scanOf(many(40, scaledToZero, 'batch'));
    expect(headings(answer)).toEqual(['40 Services have a workload that is scaled to zero']);
    const words = renderPlain(answer);
    expect(words).toContain('shop/batch-11 and 28 more (-o json names them all)');
    expect(words).not.toContain('shop/batch-12');
  });

  it('puts what is broken in more places first', async () => {
    const answer = await scanOf([selectsNothing('aaa'), ...many(2, scaledToZero, 'batch')]);
    expect(headings(answer)).toEqual(['2 Services have a workload that is scaled to zero', 'shop/aaa']);
    expect(answer.findings?.[0]?.check).toBe('workload-scaled-to-zero');
  });

  it('offers to triage the first Service of each cause', async () => {
    const answer = await scanOf([selectsNothing('ghost'), ...many(2, scaledToZero, 'batch')]);
    expect(answer.actions.map((one) => one.request)).toEqual(['triage batch-00 -n shop', 'triage ghost -n shop']);
  });

  it('lists every Service with its state, healthy ones too', async () => {
    const answer = await scanOf([healthy('web'), scaledToZero('reports')]);
    expect(answer.judged).toEqual([
      { object: { kind: 'Service', namespace: 'shop', name: 'reports' }, status: 'critical' },
      { object: { kind: 'Service', namespace: 'shop', name: 'web' }, status: 'ok' },
    ]);
  });

  it('never says healthy of what it could not read', async () => {
    const answer = await scanOf([healthy('web')], { unread: ['pods'] });
    expect(answer.status).toBe('info');
    expect(answer.judged?.map((one) => one.status)).toEqual(['unknown']);
    expect(flatten(answer.headline)).toMatch(/not everything could be read/u);
  });

  it('stays within the limits of Slack with hundreds of broken Services', async () => {
    const answer = await scanOf([...many(150, scaledToZero, 'batch'), ...many(150, selectsNothing, 'ghost')]);
    const { blocks, overflow } = renderSlack(answer);
    expect(validateBlocks(blocks, 'message')).toEqual([]);
    expect(overflow).toBeUndefined();
  });
});

it('knows words for many Services only of checks that exist', () => {
  const ids = allChecks.map((check) => check.id);
  expect(Object.keys(sharedCauses).filter((id) => !ids.includes(id))).toEqual([]);
});

const cause = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    namespace: fc.constantFrom('x', 'y'),
    check: fc.constantFrom('no-endpoints', 'lb-pending', 'node-not-ready'),
    severity: fc.constantFrom('critical' as const, 'warning' as const),
  })
  .map(({ name, namespace, check, severity }): Cause => {
    const about = { kind: 'Service', namespace, name };
    return { about, head: headOf(check, severity, about), symptoms: [] };
  });

function headOf(check: string, severity: Finding['severity'], object: ObjectRef): Finding {
  return { check, title: check, severity, role: 'root-cause', object, say: [], evidence: {}, next: [], source: '' };
}

describe('groups of equal causes', () => {
  const nameOf = ({ about, head }: Cause) => `${head.severity} ${head.check} ${about.namespace}/${about.name}`;
  const differing = fc.uniqueArray(cause, { selector: nameOf });

  it('hold every cause once, the critical ones first', () => {
    fc.assert(
      fc.property(differing, (causes) => {
        const groups = groupCauses(causes);
        const severities = groups.map((group) => group.severity);
        expect(new Set(groups.flatMap((group) => group.causes))).toEqual(new Set(causes));
        expect(severities.lastIndexOf('critical')).toBeLessThan(
          severities.includes('warning') ? severities.indexOf('warning') : severities.length,
        );
      }),
    );
  });

  it('are the same in whatever order the causes were found', () => {
    fc.assert(
      fc.property(
        differing.chain((causes) => fc.tuple(fc.constant(causes), fc.shuffledSubarray(causes, { minLength: causes.length }))),
        ([causes, shuffled]) => {
          expect(groupCauses(shuffled)).toEqual(groupCauses(causes));
        },
      ),
    );
  });

  it('name the one object behind all of them', () => {
    const node = { kind: 'Node', name: 'worker-1' };
    const behind = (name: string, object: ObjectRef): Cause => {
      const about = { kind: 'Service', namespace: 'shop', name };
      return { about, head: { ...headOf('node-not-ready', 'critical', object), service: about }, symptoms: [] };
    };
    const words = (causes: readonly Cause[]) => groupCauses(causes).map(groupWords);
    expect(words([behind('a', node), behind('b', node)])).toEqual([
      '2 Services have pods on a node that is NotReady (Node worker-1)',
    ]);
    expect(words([behind('a', node), behind('b', { ...node, name: 'worker-2' })])).toEqual([
      '2 Services have pods on a node that is NotReady',
    ]);
  });
});
