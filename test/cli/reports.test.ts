import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../src/cli/exit-code.ts';
import { answerInTerminal, runInTerminal } from '../support/run-in-terminal.ts';
import { dumpOf, healthy, scaledToZero, selectsNothing } from '../support/small-cluster.ts';
import { parseXml } from '../render/junit/parse-xml.ts';
import { checkedSarif } from '../render/sarif/sarif-schema.ts';

const file = async (name: string, text: string) => {
  const path = join(await mkdtemp(join(tmpdir(), 'k8s-svc-')), name);
  await writeFile(path, text);
  return path;
};
const dump = (...objects: readonly (readonly object[])[]) => file('cluster.json', dumpOf(...objects));
/** The dumps' objects were made at eight o'clock. */
const clock = ['--now', '2026-03-10T09:30:00Z'];
const earlierScan = async (path: string) =>
  file('scan.json', (await runInTerminal(['scan', '-A', '--from', path, ...clock, '-o', 'json'])).out);

describe('scan --since', () => {
  it('gives code 0 when what is critical was critical before', async () => {
    const path = await dump(scaledToZero('reports'), healthy('web'));
    expect((await runInTerminal(['scan', '-A', '--from', path, ...clock])).code).toBe(exitCodes.critical);
    const { code, out } = await runInTerminal(['scan', '-A', '--from', path, ...clock, '--since', await earlierScan(path)]);
    expect(code).toBe(exitCodes.healthy);
    expect(out).toMatch(/Nothing new since the earlier scan, 0 fixed, 1 unchanged/u);
  });

  it('gives code 1 when something critical is new, and the data of both', async () => {
    const since = await earlierScan(await dump(scaledToZero('reports'), healthy('web')));
    const after = await dump(healthy('reports'), selectsNothing('web'));
    const answer = await answerInTerminal(['scan', '-A', '--from', after, ...clock, '--since', since]);
    expect(answer.exitCode).toBe(exitCodes.critical);
    expect(answer.since?.new.map((one) => one.check)).toEqual(['selector-matches-no-pods', 'no-endpoints']);
    expect(answer.since?.fixed.map((one) => one.check)).toEqual(['workload-scaled-to-zero', 'no-endpoints']);
    expect(answer.findings?.map((one) => one.check)).toEqual(['selector-matches-no-pods', 'no-endpoints']);
  });

  it('reads the scan that it printed itself, so that each day compares with the day before', async () => {
    const path = await dump(scaledToZero('reports'));
    const first = await earlierScan(path);
    const second = await runInTerminal(['scan', '-A', '--from', path, ...clock, '--since', first, '-o', 'json']);
    const third = await runInTerminal(['scan', '-A', '--from', path, ...clock, '--since', '-', '-o', 'json'], {
      stdin: second.out,
    });
    expect(third.code).toBe(exitCodes.healthy);
    expect(JSON.parse(third.out)).toMatchObject({ since: { new: [], fixed: [], unchanged: [{}, {}] } });
  });

  it.each([
    ['no JSON', 'findings: []'],
    ['another answer', JSON.stringify({ intent: 'list', headline: 'x', text: 'x' })],
    ['a scan without findings', JSON.stringify({ intent: 'scan' })],
    ['a finding without a check', JSON.stringify({ intent: 'scan', findings: [{ title: 'x' }] })],
  ])('refuses a file that is %s, with what to do', async (_, text) => {
    const path = await dump(healthy('web'));
    const { code, err } = await runInTerminal([
      'scan',
      '-A',
      '--from',
      path,
      ...clock,
      '--since',
      await file('old.json', text),
    ]);
    expect(code).toBe(exitCodes.badRequest);
    expect(err).toMatch(/old\.json is no earlier scan.*\n[^]*scan -A -o json > scan\.json/u);
  });

  it.each([
    ['triage', ['triage', 'web', '-n', 'shop']],
    ['list', ['list', '-A']],
    ['review', ['review', '-']],
  ])('does not go with %s', async (_, words) => {
    const { code, err } = await runInTerminal([...words, '--since', 'scan.json']);
    expect(code).toBe(exitCodes.badRequest);
    expect(err).toMatch(/--since goes with scan/u);
  });

  it('is explained where the exit codes are', async () => {
    expect((await runInTerminal(['--help'])).out).toMatch(/With scan --since: 1 only when something critical is new/u);
  });
});

describe('reports', () => {
  it('of a scan are SARIF and JUnit, with the exit code of the scan', async () => {
    const path = await dump(scaledToZero('reports'), healthy('web'));
    const sarif = await runInTerminal(['scan', '-A', '--from', path, ...clock, '-o', 'sarif']);
    expect(sarif.code).toBe(exitCodes.critical);
    expect(checkedSarif(JSON.parse(sarif.out)).results.map((one) => one.ruleId)).toEqual([
      'workload-scaled-to-zero',
      'no-endpoints',
    ]);
    const junit = await runInTerminal(['scan', '-A', '--from', path, ...clock, '-o', 'junit']);
    expect(junit.code).toBe(exitCodes.critical);
    expect(parseXml(junit.out).attributes).toEqual({
      name: 'k8s-svc scan',
      tests: '2',
      failures: '1',
      errors: '0',
      skipped: '0',
    });
  });

  it('can be had of a triage and of a review', async () => {
    const path = await dump(scaledToZero('reports'));
    const triage = await runInTerminal(['triage', 'reports', '-n', 'shop', '--from', path, ...clock, '-o', 'junit']);
    expect(parseXml(triage.out).attributes).toMatchObject({ tests: '1', failures: '1' });
    const stdin = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: Nodeport, ports: [{port: 80}]}\n';
    const review = await runInTerminal(['review', '-', '--offline', '-o', 'sarif'], { stdin });
    expect(checkedSarif(JSON.parse(review.out)).results.map((one) => one.ruleId)).toContain('manifest-refused-by-api');
  });

  it('say what went wrong, in the report and beside it', async () => {
    const { code, out, err } = await runInTerminal(['scan', '-A', '-o', 'sarif', '--offline']);
    expect(code).toBe(exitCodes.badRequest);
    expect(checkedSarif(JSON.parse(out)).invocations[0]?.executionSuccessful).toBe(false);
    expect(err).toMatch(/none is connected/u);
  });

  it.each(['sarif', 'junit'])('-o %s is refused where there are no findings to report', async (output) => {
    const { code, err } = await runInTerminal(['list', '-A', '-o', output, '--from', await dump(healthy('web'))]);
    expect(code).toBe(exitCodes.badRequest);
    expect(err).toMatch(/goes with scan, triage and review/u);
  });
});

describe('suppressed findings in JSON', () => {
  it('stand beside the findings, with the annotation as the reason', async () => {
    const annotations = { 'k8s-svc.io/ignore': 'workload-scaled-to-zero', 'k8s-svc.io/ignore-reason': 'runs at night' };
    const path = await dump(scaledToZero('reports', { annotations }), healthy('web'));
    const answer = await answerInTerminal(['scan', '-A', '--from', path, ...clock]);
    expect(answer.exitCode).toBe(exitCodes.healthy);
    expect(answer.findings).toEqual([]);
    expect(answer.suppressed?.map((one) => [one.finding.check, one.by, one.reason])).toEqual([
      ['workload-scaled-to-zero', 'annotation', 'runs at night'],
      ['no-endpoints', 'annotation', 'runs at night'],
    ]);
  });
});
