import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from '../../../src/core/answer/text.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { ignoreAnnotation, ignoredChecksOf, ignoreReasonAnnotation } from '../../../src/core/triage/suppress/ignored-checks.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { scanOf, triageOf } from '../../support/scan-of.ts';
import { healthy, scaledToZero, selectsNothing } from '../../support/small-cluster.ts';

const ignoring = (value: string, reason?: string) => ({
  annotations: { [ignoreAnnotation]: value, ...(reason === undefined ? {} : { [ignoreReasonAnnotation]: reason }) },
});

describe('the annotation k8s-svc.io/ignore', () => {
  it.each([
    ['no-endpoints', ['no-endpoints']],
    [' no-endpoints , lb-pending ', ['no-endpoints', 'lb-pending']],
    ['No-Endpoints\nlb-pending', ['no-endpoints', 'lb-pending']],
    ['', []],
    [',,', []],
  ])('%j names %j', (value, ids) => {
    const ignored = ignoredChecksOf({ [ignoreAnnotation]: value });
    expect([...ignored.ids]).toEqual(ids);
    expect(ignored.unknown).toEqual([]);
  });

  it('tells words that are no check, with the nearest id', () => {
    const { ids, unknown } = ignoredChecksOf({ [ignoreAnnotation]: 'no-endpoint, everything' });
    expect([...ids]).toEqual([]);
    expect(unknown).toEqual([{ word: 'no-endpoint', near: 'no-endpoints' }, { word: 'everything' }]);
  });

  it('takes any value without throwing, and never makes up an id', () => {
    const known = new Set(allChecks.map((check) => check.id));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const { ids } = ignoredChecksOf({ [ignoreAnnotation]: value });
        expect([...ids].every((id) => known.has(id))).toBe(true);
      }),
    );
  });
});

describe('triage of a Service that ignores a check', () => {
  it('counts the finding and what it explains as suppressed, and says so with the reason', async () => {
    const answer = await triageOf([scaledToZero('reports', ignoring('workload-scaled-to-zero', 'runs at night'))], 'reports');
    expect(answer.status).toBe('ok');
    expect(answer.findings?.filter((finding) => finding.severity !== 'info')).toEqual([]);
    expect(answer.suppressed?.map(({ finding, by, reason }) => [finding.check, by, reason])).toEqual([
      ['workload-scaled-to-zero', 'annotation', 'runs at night'],
      ['no-endpoints', 'annotation', 'runs at night'],
    ]);
    expect(flatten(answer.headline)).toContain('nothing wrong but 2 findings that an annotation suppresses');
    expect(renderPlain(answer)).toMatch(
      /2 findings suppressed by annotation k8s-svc\.io\/ignore: .*no-endpoints.*Reason given: “runs at night”/u,
    );
  });

  it('keeps the cause when only its symptom is ignored', async () => {
    const answer = await triageOf([scaledToZero('reports', ignoring('no-endpoints'))], 'reports');
    expect(answer.findings?.map(({ check, role }) => [check, role])).toContainEqual(['workload-scaled-to-zero', 'root-cause']);
    expect(answer.suppressed?.map(({ finding }) => finding.check)).toEqual(['no-endpoints']);
    expect(answer.status).toBe('critical');
  });

  it('says what is wrong in the annotation instead of silently not heeding it', async () => {
    const answer = await triageOf([healthy('web', ignoring('no-endpoint'))], 'web');
    expect(renderPlain(answer)).toContain(
      'k8s-svc.io/ignore on Service web names no-endpoint, which is no check; did you mean no-endpoints?',
    );
    expect(answer.suppressed).toBeUndefined();
  });

  it('is as without the annotation when the check finds nothing', async () => {
    const answer = await triageOf([healthy('web', ignoring('no-endpoints'))], 'web');
    expect(answer.suppressed).toBeUndefined();
    expect(flatten(answer.headline)).toContain('is healthy');
  });
});

describe('a scan with ignored checks', () => {
  it('does not count them as broken, and says how many were suppressed', async () => {
    const answer = await scanOf([
      scaledToZero('reports', ignoring('workload-scaled-to-zero')),
      selectsNothing('ghost'),
      healthy('web'),
    ]);
    expect(flatten(answer.headline)).toBe('1 of 3 Services does not work in the cluster.');
    expect(answer.suppressed).toHaveLength(2);
    expect(renderPlain(answer)).toContain('2 findings suppressed by annotation k8s-svc.io/ignore');
  });

  it('does not call a cluster healthy in which everything wrong is suppressed', async () => {
    const answer = await scanOf([scaledToZero('reports', ignoring('workload-scaled-to-zero')), healthy('web')]);
    expect(answer.status).toBe('ok');
    expect(flatten(answer.headline)).toBe('Nothing wrong in the cluster but 2 findings that annotations suppress.');
  });

  it('applies to its own Service only', async () => {
    const answer = await scanOf([scaledToZero('reports', ignoring('workload-scaled-to-zero')), scaledToZero('nightly')]);
    expect(answer.findings?.map((finding) => finding.object.name)).toEqual(['nightly', 'nightly']);
  });
});
