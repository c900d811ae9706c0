import { beforeAll, describe, expect, it } from 'vitest';
import { kubectl } from './support/cluster.ts';
import { askCli, runCli } from './support/run-cli.ts';
import { applyWorkloads } from './support/workloads.ts';

const namespace = 'every-type';

beforeAll(async () => applyWorkloads(namespace));

/** One value of an object, as the API server has it now. */
async function field(object: string, jsonPath: string): Promise<string> {
  return kubectl(['get', object, `--namespace=${namespace}`, `--output=jsonpath={${jsonPath}}`]);
}

describe('explain', () => {
  it('gives the address, the DNS name, the ports and the pods of a ClusterIP Service', async () => {
    const { code, answer } = await askCli(['explain', 'web', '-n', namespace]);
    expect(code).toBe(0);
    expect(answer.intent).toBe('explain');
    expect(answer.text).toContain('ClusterIP');
    expect(answer.text).toContain(await field('service/web', '.spec.clusterIP'));
    expect(answer.text).toContain('web.every-type.svc');
    expect(answer.text).toMatch(/\b80\b/);
    expect(answer.text).toMatch(/\b8080\b/);
    expect(answer.text).toMatch(/\b9090\b/);
    expect(answer.text).toMatch(/\b3\b.*ready|ready.*\b3\b/i);
  });

  it('gives the node port of a NodePort Service', async () => {
    const { answer } = await askCli(['explain', 'web-node-port', '-n', namespace]);
    expect(answer.text).toContain('NodePort');
    expect(answer.text).toContain('30180');
  });

  it('says that a LoadBalancer has no address yet, and its traffic policy', async () => {
    const { answer } = await askCli(['explain', 'web-public', '-n', namespace]);
    expect(answer.text).toContain('LoadBalancer');
    expect(answer.text).toMatch(/pending|no (external )?address|not.*(assigned|given)/i);
    expect(answer.text).toContain('Local');
  });

  it('gives the name of each pod behind a headless Service', async () => {
    const { answer } = await askCli(['explain', 'postgres', '-n', namespace]);
    expect(answer.text).toMatch(/headless/i);
    expect(answer.text).toContain('postgres-0.postgres.every-type.svc');
  });

  it('gives the name that an ExternalName Service stands for', async () => {
    const { code, answer } = await askCli(['explain', 'payments', '-n', namespace]);
    expect(code).toBe(0);
    expect(answer.text).toContain('payments.example.com');
    expect(answer.text).not.toMatch(/no endpoints/i);
  });
});

describe('list', () => {
  it('shows every Service of the namespace with type, ports and ready endpoints', async () => {
    const { code, stdout } = await runCli(['list', '-n', namespace]);
    expect(code).toBe(0);
    const rowOf = (name: string) => stdout.split('\n').find((line) => new RegExp(`(^|[\\s|])${name}\\s`).test(line)) ?? '';
    expect(rowOf('web')).toMatch(/ClusterIP.*80.*3/);
    expect(rowOf('web-node-port')).toMatch(/NodePort.*30180/);
    expect(rowOf('web-public')).toMatch(/LoadBalancer/);
    expect(rowOf('postgres')).toMatch(/5432.*2/);
    expect(rowOf('payments')).toMatch(/ExternalName.*payments\.example\.com/);
  });

  it('shows one type alone', async () => {
    const { answer } = await askCli(['list', '-n', namespace, '--type', 'NodePort']);
    expect(answer.text).toContain('web-node-port');
    expect(answer.text).not.toContain('web-public');
  });

  it('shows the whole cluster with -A', async () => {
    const { answer } = await askCli(['list', '-A']);
    expect(answer.text).toContain('every-type');
    expect(answer.text).toContain('kubernetes');
  });
});
