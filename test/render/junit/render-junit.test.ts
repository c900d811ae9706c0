import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer/answer.ts';
import { Problem } from '../../../src/core/problem/problem.ts';
import { problemToAnswer } from '../../../src/core/problem/problem-to-answer.ts';
import { renderJunit } from '../../../src/render/junit/render-junit.ts';
import { arbitraryAnswer } from '../../support/arbitrary-answer.ts';
import { scanOf } from '../../support/scan-of.ts';
import { healthy, scaledToZero, selectsNothing } from '../../support/small-cluster.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';

/** The report, held to what its readers rely on: names, and sums that are the number of cases. */
function reportOf(answer: Answer): XmlElement {
  const root = parseXml(renderJunit(answer));
  expect(root.name).toBe('testsuites');
  for (const level of [root, ...root.children]) {
    const cases = level === root ? root.children.flatMap((suite) => suite.children) : level.children;
    const holding = (name: string) => cases.filter((one) => one.children.some((child) => child.name === name)).length;
    expect(level.attributes).toMatchObject({
      tests: String(cases.length),
      failures: String(holding('failure')),
      errors: String(holding('error')),
      skipped: String(holding('skipped')),
    });
  }
  for (const suite of root.children) {
    expect(suite.name).toBe('testsuite');
    expect(suite.attributes).toHaveProperty('name');
    for (const one of suite.children) {
      expect(one.name).toBe('testcase');
      expect(Object.keys(one.attributes)).toEqual(['classname', 'name']);
    }
  }
  return root;
}

const outcomes = (report: XmlElement) =>
  report.children.flatMap((suite) =>
    suite.children.map(
      (one) => `${one.attributes['classname']}/${one.attributes['name']} ${one.children[0]?.name ?? 'passed'}`,
    ),
  );
const inside = (report: XmlElement, name: string) =>
  report.children.flatMap((suite) => suite.children).find((one) => one.attributes['name'] === name)?.children[0];

describe('JUnit', () => {
  it('has a suite for each namespace and a case for each Service', async () => {
    const report = reportOf(await scanOf([healthy('web'), scaledToZero('reports'), healthy('mailer', { namespace: 'mail' })]));
    expect(outcomes(report).toSorted()).toEqual(['mail/mailer passed', 'shop/reports failure', 'shop/web passed']);
    expect(new Set(report.children.map((suite) => suite.attributes['name']))).toEqual(new Set(['mail', 'shop']));
  });

  it('says in a failure what is wrong, what was seen and the command that mends it', async () => {
    const failure = inside(reportOf(await scanOf([scaledToZero('reports')])), 'reports');
    expect(failure?.attributes).toEqual({
      message: 'The workload behind the Service is scaled to zero',
      type: 'workload-scaled-to-zero',
    });
    expect(failure?.text).toContain('kubectl scale deployment reports -n shop --replicas=');
    expect(failure?.text).toContain('(no-endpoints), explained by workload-scaled-to-zero');
  });

  it('fails after a comparison only for what is new', async () => {
    const before = await scanOf([scaledToZero('reports'), healthy('web')]);
    const findings = (before.findings ?? []).map((one) => ({ ...one, say: 'as it was' }));
    const report = reportOf(await scanOf([scaledToZero('reports'), selectsNothing('web')], { earlier: { findings } }));
    expect(outcomes(report)).toEqual(['shop/reports skipped', 'shop/web failure']);
    expect(inside(report, 'reports')?.attributes['message']).toMatch(/^Known since the earlier scan: /u);
  });

  it('shows a Service whose critical findings are suppressed as skipped', async () => {
    const annotations = { 'k8s-svc.io/ignore': 'workload-scaled-to-zero' };
    const report = reportOf(await scanOf([scaledToZero('reports', { annotations })]));
    expect(outcomes(report)).toEqual(['shop/reports skipped']);
    expect(inside(report, 'reports')?.attributes['message']).toBe('2 findings suppressed by annotation');
  });

  it('has a case that did not run for what could not be read', async () => {
    const report = reportOf(await scanOf([healthy('web')], { unread: ['pods'] }));
    expect(inside(report, 'web')).toMatchObject({ name: 'system-out' });
    expect(inside(report, 'web')?.text).toContain('not everything could be read');
    expect(outcomes(report).some((one) => /checks? on .*pods.* skipped$/u.test(one))).toBe(true);
  });

  it('is an error, and not an empty green report, when nothing could be done', () => {
    const problem = new Problem('cluster-unreachable', 'The cluster cannot be reached.', ['Is the address right?']);
    const report = reportOf(problemToAnswer(problem, 'r', 'scan'));
    expect(report.attributes).toMatchObject({ tests: '1', errors: '1' });
    expect(inside(report, 'k8s-svc')).toMatchObject({
      name: 'error',
      attributes: { message: 'The cluster cannot be reached.', type: 'cluster-unreachable' },
      text: '\nIs the address right?\n',
    });
  });

  it('is well-formed for any answer, whatever the cluster writes into it', () => {
    fc.assert(fc.property(arbitraryAnswer, (any) => void reportOf(any)));
  });
});
