import { describe, expect, it } from 'vitest';
import type { Answer, EarlierFinding, EarlierScan } from '../../../../src/core/answer/answer.ts';
import { flatten } from '../../../../src/core/answer/text.ts';
import { ignoreAnnotation } from '../../../../src/core/triage/suppress/ignored-checks.ts';
import { renderPlain } from '../../../../src/render/terminal/render-terminal.ts';
import { scanOf } from '../../../support/scan-of.ts';
import { healthy, scaledToZero, selectsNothing } from '../../../support/small-cluster.ts';

const asEarlier = ({ findings = [], read }: Answer): EarlierScan => ({
  cluster: read?.cluster ?? '',
  findings: findings.map(({ say, ...rest }) => ({ ...rest, say: flatten(say) })),
});
const named = (findings: readonly { readonly check: string; readonly object: { readonly name: string } }[] | undefined) =>
  findings?.map(({ check, object }) => `${object.name} ${check}`);

async function compared(
  before: readonly (readonly object[])[],
  after: readonly (readonly object[])[],
  options: Parameters<typeof scanOf>[1] = {},
): Promise<Answer> {
  return scanOf(after, { ...options, earlier: asEarlier(await scanOf(before)) });
}

describe('a scan compared with an earlier one', () => {
  it('tells what is new, fixed and unchanged', async () => {
    const answer = await compared(
      [healthy('web'), scaledToZero('reports'), selectsNothing('ghost')],
      [selectsNothing('web'), healthy('reports'), selectsNothing('ghost')],
    );
    expect(named(answer.since?.new)).toEqual(['web selector-matches-no-pods', 'web no-endpoints']);
    expect(named(answer.since?.fixed)).toEqual(['reports workload-scaled-to-zero', 'reports no-endpoints']);
    expect(named(answer.since?.unchanged)).toEqual(['ghost selector-matches-no-pods', 'ghost no-endpoints']);
    expect(answer.since?.unknown).toEqual([]);
    expect(flatten(answer.headline)).toBe(
      '1 new or worse since the earlier scan, 1 fixed, 1 unchanged. 2 of 3 Services do not work in the cluster.',
    );
    const words = renderPlain(answer);
    expect(words).toMatch(/New or worse \(1\)\nshop\/web/u);
    expect(words).toMatch(/Fixed \(1\)\n- shop\/reports: The workload behind the Service is scaled to zero/u);
    expect(words).toMatch(/Unchanged \(1\)\n- shop\/ghost/u);
  });

  it('finds nothing new in the same cluster', async () => {
    const objects = [healthy('web'), scaledToZero('reports')];
    const answer = await compared(objects, objects);
    expect(answer.since?.new).toEqual([]);
    expect(answer.since?.fixed).toEqual([]);
    expect(flatten(answer.headline)).toMatch(/^Nothing new since the earlier scan, 0 fixed, 1 unchanged\./u);
  });

  it('takes another cause of the same symptom as new', async () => {
    const answer = await compared([scaledToZero('reports')], [selectsNothing('reports')]);
    expect(named(answer.since?.new)).toEqual(['reports selector-matches-no-pods']);
    expect(named(answer.since?.unchanged)).toEqual(['reports no-endpoints']);
    expect(named(answer.since?.fixed)).toEqual(['reports workload-scaled-to-zero']);
  });

  it('takes a finding that has become critical as new', async () => {
    const before = asEarlier(await scanOf([scaledToZero('reports')]));
    const milder = before.findings.map((finding): EarlierFinding => ({ ...finding, severity: 'warning' }));
    const answer = await scanOf([scaledToZero('reports')], { earlier: { findings: milder } });
    expect(named(answer.since?.new)).toEqual(['reports workload-scaled-to-zero', 'reports no-endpoints']);
    expect(answer.since?.fixed).toEqual([]);
  });

  it('takes one that has become milder as unchanged', async () => {
    const before = asEarlier(await scanOf([scaledToZero('reports')]));
    const now = await scanOf([scaledToZero('reports')], { earlier: before });
    expect(named(now.since?.unchanged)).toHaveLength(2);
  });

  it('does not call news what a known cause brings along', async () => {
    const before = asEarlier(await scanOf([scaledToZero('reports')]));
    const rootOnly = before.findings.filter((finding) => finding.role !== 'symptom');
    const answer = await scanOf([scaledToZero('reports')], { earlier: { findings: rootOnly } });
    expect(answer.since?.new).toEqual([]);
    expect(named(answer.since?.unchanged)).toEqual(['reports workload-scaled-to-zero', 'reports no-endpoints']);
  });

  it('calls it fixed when the Service is gone', async () => {
    const answer = await compared([scaledToZero('reports'), healthy('web')], [healthy('web')]);
    expect(named(answer.since?.fixed)).toEqual(['reports workload-scaled-to-zero', 'reports no-endpoints']);
  });

  it('never calls fixed what it could not check', async () => {
    const answer = await compared([scaledToZero('reports')], [healthy('reports')], { unread: ['deployments'] });
    expect(named(answer.since?.unknown)).toEqual(['reports workload-scaled-to-zero']);
    expect(named(answer.since?.fixed)).toEqual(['reports no-endpoints']);
    expect(renderPlain(answer)).toMatch(/Cannot be told: the check could not run/u);
  });

  it('never calls fixed what an annotation suppresses now', async () => {
    const quiet = { annotations: { [ignoreAnnotation]: 'workload-scaled-to-zero' } };
    const answer = await compared([scaledToZero('reports')], [scaledToZero('reports', quiet)]);
    expect(named(answer.since?.unknown)).toEqual(['reports workload-scaled-to-zero', 'reports no-endpoints']);
    expect(answer.since?.fixed).toEqual([]);
  });

  it('says nothing of namespaces that it did not scan', async () => {
    const answer = await compared(
      [scaledToZero('reports'), scaledToZero('mailer', { namespace: 'mail' })],
      [scaledToZero('reports'), healthy('mailer', { namespace: 'mail' })],
      { namespace: 'shop' },
    );
    expect(named(answer.since?.unknown)).toEqual(['mailer workload-scaled-to-zero', 'mailer no-endpoints']);
    expect(answer.since?.fixed).toEqual([]);
  });
});
