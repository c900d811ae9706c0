import { beforeAll, describe, expect, it } from 'vitest';
import { faults } from './support/faults.ts';
import { askCli } from './support/run-cli.ts';
import { applyWorkloads } from './support/workloads.ts';

beforeAll(async () => applyWorkloads('healthy', ...faults.map(({ workload }) => workload)));

describe('scan of one namespace', () => {
  it.for(faults)('puts $check first in $workload', async ({ namespace, service, check }) => {
    const { code, answer } = await askCli(['scan', '-n', namespace]);
    expect(code).toBe(1);
    expect(answer.intent).toBe('scan');
    expect(answer.findings?.[0]).toMatchObject({ check, role: 'root-cause', object: { namespace, name: service } });
  });

  it('finds nothing above info where all is well, and exits 0', async () => {
    const { code, answer } = await askCli(['scan', '-n', 'healthy']);
    expect((answer.findings ?? []).filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(code).toBe(0);
  });

  it('says that a namespace without Services has none', async () => {
    const { code, answer } = await askCli(['scan', '-n', 'back-office']);
    expect(answer.text).toMatch(/no Services?/i);
    expect(code).toBe(0);
  });
});

describe('scan of the cluster', () => {
  it('names the fault of every broken Service and none of a healthy one', async () => {
    const { code, answer } = await askCli(['scan', '-A']);
    const causes = (answer.findings ?? []).filter(({ role }) => role === 'root-cause');
    for (const { namespace, service, check } of faults) {
      const own = causes.filter(({ object }) => object.namespace === namespace && object.name === service);
      expect
        .soft(
          own.map((finding) => finding.check),
          namespace,
        )
        .toEqual([check]);
    }
    const healthy = causes.filter(({ object, severity }) => object.namespace === 'healthy' && severity !== 'info');
    expect(healthy).toEqual([]);
    expect(code).toBe(1);
  });
});
