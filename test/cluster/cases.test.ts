import { beforeAll, describe, expect, it } from 'vitest';
import type { FindingJson } from './support/answer-json.ts';
import { applyAllCases } from './support/apply-cases.ts';
import { faults, lookAlikes } from './support/cases.ts';
import { kubeconfigs } from './support/cluster.ts';
import { askCli, runCli } from './support/run-cli.ts';

beforeAll(async () => applyAllCases());

const ofRole = (findings: readonly FindingJson[], role: FindingJson['role']) =>
  findings.filter((finding) => finding.role === role).map(({ check }) => check);
const aboveInfo = (findings: readonly FindingJson[]) => findings.filter(({ severity }) => severity !== 'info');

describe.concurrent('triage of a Service that does not work', () => {
  it.for(faults)('$name: $rootCause', async (fault, { expect }) => {
    const { service, namespace, rootCause, severity, kind, symptoms, beside, says, minutesLater } = fault;
    const { code, answer } = await askCli(['triage', service, '-n', namespace], kubeconfigs.admin, { minutesLater });
    const findings = answer.findings ?? [];
    const [first] = findings;
    expect({
      headline: { check: first?.check, severity: first?.severity, kind: first?.object.kind },
      rootCauses: ofRole(findings, 'root-cause'),
      symptoms: ofRole(findings, 'symptom').toSorted(),
      beside: ofRole(aboveInfo(findings), 'independent'),
    }).toEqual({
      headline: { check: rootCause, severity, kind },
      rootCauses: [rootCause],
      symptoms: symptoms.toSorted(),
      beside,
    });
    for (const words of says) expect(answer.text).toContain(words);
    expect(first?.next.flatMap(({ command }) => command ?? [])[0]).toMatch(/\bkubectl /);
    expect(answer.skipped ?? []).toEqual([]);
    expect(code).toBe(findings.some((finding) => finding.severity === 'critical') ? 1 : 0);
  });
});

describe.concurrent('triage of a Service that looks broken and is not', () => {
  it.for(lookAlikes)('$name', async ({ service, namespace, minutesLater }, { expect }) => {
    const { code, answer } = await askCli(['triage', service, '-n', namespace], kubeconfigs.admin, { minutesLater });
    expect(aboveInfo(answer.findings ?? []).map(({ check, say }) => `${check}: ${say}`)).toEqual([]);
    expect(answer.skipped ?? []).toEqual([]);
    expect(code).toBe(0);
  });
});

/** What a scan says about the namespaces of a case: its Services, and what stands beside them. */
function within(findings: readonly FindingJson[], { name, namespace }: { readonly name: string; readonly namespace: string }) {
  return findings.filter(({ object }) => object.namespace === name || object.namespace === namespace);
}

describe('one scan of the cluster', () => {
  it('finds every fault, each as the one root cause in its namespace', async () => {
    const { code, answer } = await askCli(['scan', '-A'], kubeconfigs.admin, { minutesLater: 6 });
    const found = faults.map((fault) => {
      const own = aboveInfo(within(answer.findings ?? [], fault));
      return `${fault.name}: ${[...ofRole(own, 'root-cause'), ...ofRole(own, 'independent')].join(', ')}`;
    });
    expect(found).toEqual(faults.map(({ name, rootCause, beside }) => `${name}: ${[rootCause, ...beside].join(', ')}`));
    expect(code).toBe(1);
  });

  it('says nothing against the look-alikes', async () => {
    const { answer } = await askCli(['scan', '-A']);
    const said = lookAlikes.flatMap((one) => aboveInfo(within(answer.findings ?? [], one)));
    expect(said.map(({ check, say }) => `${check}: ${say}`)).toEqual([]);
  });
});

describe('scan of one namespace', () => {
  it('puts what is broken first, and exits 1', async () => {
    const { code, answer } = await askCli(['scan', '-n', 'selector-typo']);
    expect(answer.intent).toBe('scan');
    expect(answer.findings?.[0]).toMatchObject({ check: 'selector-label-typo', role: 'root-cause', object: { name: 'web' } });
    expect(code).toBe(1);
  });

  it('exits 0 where all is well', async () => {
    const { code, answer } = await askCli(['scan', '-n', 'single-replica']);
    expect(aboveInfo(answer.findings ?? [])).toEqual([]);
    expect(code).toBe(0);
  });

  it('says that a namespace without Services has none', async () => {
    const { code, answer } = await askCli(['scan', '-n', 'back-office']);
    expect(answer.text).toMatch(/no Services?/i);
    expect(code).toBe(0);
  });
});

describe('triage in the terminal', () => {
  it('says the cause and a command that carries the namespace', async () => {
    const { code, stdout, stderr } = await runCli(['triage', 'web', '-n', 'selector-typo']);
    expect(code).toBe(1);
    expect(stdout).toContain('wbe');
    expect(stdout).toMatch(/kubectl .*selector-typo/);
    expect(stderr).toBe('');
  });

  it('names the namespace that has a Service which is not here', async () => {
    const { code, output } = await runCli(['triage', 'invoices', '-n', 'single-replica']);
    expect(code).not.toBe(0);
    expect(output).toContain('other-namespace');
  });

  it('names the nearest name in the namespace', async () => {
    const { code, output } = await runCli(['triage', 'wbe', '-n', 'single-replica']);
    expect(code).not.toBe(0);
    expect(output).toMatch(/\bweb\b/);
  });
});
