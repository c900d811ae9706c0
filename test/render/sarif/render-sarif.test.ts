import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/core/answer/build.ts';
import type { Answer, Finding } from '../../../src/core/answer/answer.ts';
import { code, text } from '../../../src/core/answer/text.ts';
import { Problem } from '../../../src/core/problem/problem.ts';
import { problemToAnswer } from '../../../src/core/problem/problem-to-answer.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { renderSarif } from '../../../src/render/sarif/render-sarif.ts';
import { arbitraryAnswer } from '../../support/arbitrary-answer.ts';
import { scanOf } from '../../support/scan-of.ts';
import { healthy, scaledToZero, selectsNothing } from '../../support/small-cluster.ts';
import { checkedSarif } from './sarif-schema.ts';

const render = (given: Answer) => checkedSarif(renderSarif(given, { version: '1.2.3', checks: allChecks }));
const finding: Finding = {
  check: 'node-not-ready',
  title: 'The node under the pods is NotReady',
  severity: 'warning',
  role: 'independent',
  object: { kind: 'Node', name: 'worker-1' },
  service: { kind: 'Service', namespace: 'shop', name: 'web' },
  say: text`Node ${code('worker-1')} holds {0} and [a](link).`,
  evidence: { 'status.conditions[Ready].status': 'Unknown' },
  next: [{ say: text`See it`, command: `kubectl patch node worker-1 -p '{"spec":{}}'` }],
  source: 'https://kubernetes.io/docs/concepts/architecture/nodes/',
};

describe('SARIF', () => {
  it('has a rule for every check, also for those that found nothing', async () => {
    const { tool } = render(await scanOf([healthy('web')]));
    expect(tool.driver).toMatchObject({ name: 'k8s-svc', version: '1.2.3' });
    expect(tool.driver.rules.map((rule) => rule.id)).toEqual(allChecks.map((check) => check.id));
    expect(tool.driver.rules.every((rule) => rule.helpUri?.startsWith('https://') === true)).toBe(true);
  });

  it('has a result for each finding, at namespace/kind/name', async () => {
    const { results, logicalLocations } = render(await scanOf([scaledToZero('reports'), healthy('web')]));
    expect(results.map((one) => [one.ruleId, one.level, one.locations[0]?.logicalLocations[0]?.fullyQualifiedName])).toEqual([
      ['workload-scaled-to-zero', 'error', 'shop/Service/reports'],
      ['no-endpoints', 'error', 'shop/Service/reports'],
    ]);
    expect(logicalLocations.map(({ name, kind, parentIndex }) => [name, kind, parentIndex])).toEqual([
      ['shop', 'namespace', undefined],
      ['reports', 'resource', 0],
    ]);
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('shop/Service/reports');
    expect(results[1]?.message.text).toContain('Explained by workload-scaled-to-zero.');
    expect(results[0]?.properties).toMatchObject({ role: 'root-cause' });
  });

  it('names an object without a namespace, and the Service that it harms', () => {
    const [result] = render(answer('triage', 'x', { findings: [finding] })).results;
    expect(result?.locations[0]?.logicalLocations[0]?.fullyQualifiedName).toBe('Node/worker-1');
    expect(result?.properties).toMatchObject({ about: 'shop/Service/web' });
    expect(result?.partialFingerprints).toEqual({ 'k8sSvc/v1': 'shop/Service/web node-not-ready' });
  });

  it('writes words of the cluster so that no placeholder or link comes out of them, and commands as they are', () => {
    const [result] = render(answer('triage', 'x', { findings: [finding] })).results;
    expect(result?.message.text).toBe('Node worker-1 holds {{0}} and [a] (link). Next: See it.');
    expect(result?.properties['next']).toEqual([{ say: 'See it', command: `kubectl patch node worker-1 -p '{"spec":{}}'` }]);
  });

  it('tells a second finding of the same check at the same place from the first', () => {
    const { results } = render(answer('triage', 'x', { findings: [finding, finding] }));
    expect(results.map((one) => one.partialFingerprints['k8sSvc/v1'])).toEqual([
      'shop/Service/web node-not-ready',
      'shop/Service/web node-not-ready 2',
    ]);
  });

  it('makes a rule of a check that is in no list', () => {
    const { tool, results } = render(answer('review', 'x', { findings: [{ ...finding, check: 'check-of-another-version' }] }));
    expect(tool.driver.rules.at(-1)).toMatchObject({
      id: 'check-of-another-version',
      defaultConfiguration: { level: 'warning' },
    });
    expect(results[0]?.ruleId).toBe('check-of-another-version');
  });

  it('marks what an annotation suppresses, with its reason', async () => {
    const annotations = { 'k8s-svc.io/ignore': 'no-endpoints', 'k8s-svc.io/ignore-reason': 'night shift' };
    const { results } = render(await scanOf([scaledToZero('reports', { annotations })]));
    expect(results.map((one) => [one.ruleId, one.suppressions])).toEqual([
      ['workload-scaled-to-zero', []],
      ['no-endpoints', [{ kind: 'inSource', status: 'accepted', justification: 'night shift' }]],
    ]);
  });

  it('says after a comparison what is new, unchanged and gone', async () => {
    const before = await scanOf([scaledToZero('reports'), selectsNothing('ghost')]);
    const findings = (before.findings ?? []).map((one) => ({ ...one, say: 'as it was' }));
    const { results } = render(await scanOf([selectsNothing('web'), selectsNothing('ghost')], { earlier: { findings } }));
    expect(results.filter((one) => one.ruleId !== 'no-endpoints').map((one) => [one.ruleId, one.baselineState])).toEqual([
      ['selector-matches-no-pods', 'unchanged'],
      ['selector-matches-no-pods', 'new'],
      ['workload-scaled-to-zero', 'absent'],
    ]);
  });

  it('tells what could not be read, with the permission to grant', async () => {
    const [invocation] = render(await scanOf([healthy('web')], { unread: ['pods'] })).invocations;
    expect(invocation?.executionSuccessful).toBe(true);
    expect(invocation?.toolExecutionNotifications[0]).toMatchObject({ level: 'warning' });
    expect(invocation?.toolExecutionNotifications.map((one) => one.message.text).join()).toMatch(
      /could not read pods.*list pods/u,
    );
  });

  it('is no success when nothing could be done', () => {
    const problem = problemToAnswer(new Problem('cluster-unreachable', 'The cluster cannot be reached.'), 'r', 'scan');
    const { invocations, results } = render(problem);
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'The cluster cannot be reached.' } }],
      },
    ]);
    expect(results).toEqual([]);
  });

  it('keeps its shape for any answer, whatever the cluster writes into it', () => {
    fc.assert(fc.property(arbitraryAnswer, (any) => void render(any)));
  });
});
