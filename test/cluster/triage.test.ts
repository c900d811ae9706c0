import { beforeAll, describe, expect, it } from 'vitest';
import { faults } from './support/faults.ts';
import { askCli, runCli } from './support/run-cli.ts';
import { applyWorkloads } from './support/workloads.ts';

beforeAll(async () => applyWorkloads('healthy', ...faults.map(({ workload }) => workload)));

describe('triage names the fault', () => {
  it.for(faults)('$check in $workload', async ({ namespace, service, check, words }) => {
    const { code, answer } = await askCli(['triage', service, '-n', namespace]);
    expect(code).toBe(1);
    expect(answer.intent).toBe('triage');
    const [first] = answer.findings ?? [];
    expect(first).toMatchObject({
      check,
      severity: 'critical',
      role: 'root-cause',
      object: { kind: 'Service', namespace, name: service },
    });
    for (const word of words) expect(answer.headline + first?.say).toMatch(word);
  });

  it.for(faults)(
    '$check as the one root cause, with its symptoms beneath, in $workload',
    async ({ namespace, service, check }) => {
      const { answer } = await askCli(['triage', service, '-n', namespace]);
      const findings = answer.findings ?? [];
      expect(findings.filter(({ role }) => role === 'root-cause').map((finding) => finding.check)).toEqual([check]);
      const rivals = findings.filter(({ role, severity }) => role === 'independent' && severity !== 'info');
      expect(rivals.map((finding) => finding.check)).toEqual([]);
      expect(answer.skipped ?? []).toEqual([]);
    },
  );

  it.for(faults)('$check with a next step, in $workload', async ({ namespace, service }) => {
    const { answer } = await askCli(['triage', service, '-n', namespace]);
    const commands = (answer.findings?.[0]?.next ?? []).flatMap(({ command }) => command ?? []);
    expect(commands[0]).toMatch(/^kubectl /);
    expect(commands[0]).toMatch(/ (-n|--namespace)[ =]\S/);
  });

  it('in words too, for a person who reads the terminal', async () => {
    const { code, stdout, stderr } = await runCli(['triage', 'web', '-n', 'selector-typo']);
    expect(code).toBe(1);
    expect(stdout).toContain('wbe');
    expect(stdout).toMatch(/kubectl .*selector-typo/);
    expect(stderr).toBe('');
  });
});

describe('triage of a healthy Service', () => {
  it('exits 0 and finds nothing above info', async () => {
    const { code, answer } = await askCli(['triage', 'web', '-n', 'healthy']);
    expect((answer.findings ?? []).filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(answer.skipped ?? []).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('triage of a Service that is not there', () => {
  it('names the namespace that has it', async () => {
    const { code, output } = await runCli(['triage', 'invoices', '-n', 'healthy']);
    expect(code).not.toBe(0);
    expect(output).toContain('front-office');
  });

  it('names the nearest name in the namespace', async () => {
    const { code, output } = await runCli(['triage', 'wbe', '-n', 'healthy']);
    expect(code).not.toBe(0);
    expect(output).toMatch(/\bweb\b/);
  });
});
