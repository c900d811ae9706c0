import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { kubectl } from './support/cluster.ts';
import { askCli, runCli } from './support/run-cli.ts';
import { applyWorkloads, settled } from './support/workloads.ts';

const namespace = 'scratch';

beforeAll(async () => applyWorkloads(namespace));

interface ServiceYaml {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: { readonly type?: string; readonly clusterIP?: string; readonly selector?: Readonly<Record<string, string>> };
}

function serviceOf(yaml: string): ServiceYaml {
  const [first] = parseAllDocuments(yaml).map((document) => document.toJS() as ServiceYaml);
  if (first === undefined) throw new Error('there is no YAML');
  return first;
}

const cases = [
  { words: 'ClusterIP api', spec: { selector: { 'app.kubernetes.io/name': 'api' } } },
  { words: 'NodePort api', spec: { type: 'NodePort', selector: { 'app.kubernetes.io/name': 'api' } } },
  { words: 'LoadBalancer api', spec: { type: 'LoadBalancer', selector: { 'app.kubernetes.io/name': 'api' } } },
  { words: 'Headless kafka', spec: { clusterIP: 'None', selector: { app: 'kafka' } } },
  {
    words: 'ExternalName --service db --external-host db.example.com',
    spec: { type: 'ExternalName', externalName: 'db.example.com' },
  },
] as const;

describe('a generated manifest', () => {
  it.for(cases)('for $words is accepted, selects the pods and is healthy', async ({ words, spec }) => {
    const { code, answer } = await askCli(['manifest', ...words.split(' '), '-n', namespace]);
    expect(code).toBe(0);
    expect(answer.manifests).not.toHaveLength(0);
    const yaml = (answer.manifests ?? []).map((manifest) => manifest.yaml).join('\n---\n');
    const service = serviceOf(yaml);
    expect(service).toMatchObject({ kind: 'Service', spec });

    await kubectl(['apply', '--dry-run=server', '--validate=strict', `--namespace=${namespace}`, '--filename=-'], yaml);
    await kubectl(['create', '--validate=strict', `--namespace=${namespace}`, '--filename=-'], yaml);
    try {
      await settled(namespace);
      const triage = await askCli(['triage', service.metadata.name, '-n', namespace]);
      const critical = (triage.answer.findings ?? []).filter(({ severity }) => severity === 'critical');
      // Nothing in this cluster gives load balancers their address; that says nothing about the manifest.
      expect(critical.filter(({ check }) => !check.startsWith('lb-'))).toEqual([]);
    } finally {
      await kubectl(['delete', `--namespace=${namespace}`, '--filename=-'], yaml);
    }
  });

  it('carries the ports that the pods declare', async () => {
    const { answer } = await askCli(['manifest', 'ClusterIP', 'api', '-n', namespace]);
    const yaml = answer.manifests?.[0]?.yaml ?? '';
    expect(yaml).toMatch(/targetPort: (http|8080)\b/);
    expect(yaml).toMatch(/targetPort: (grpc|9000)\b/);
  });

  it('says which proofs ran, and they include the schema and the checks', async () => {
    const { answer } = await askCli(['manifest', 'ClusterIP', 'api', '-n', namespace]);
    expect(answer.manifests?.[0]?.proven).toEqual(expect.arrayContaining(['schema', 'checks']));
  });
});

describe('expose', () => {
  it('gives each pod of a StatefulSet its address by a headless Service of the name that the StatefulSet expects', async () => {
    const { code, answer } = await askCli(['expose', 'kafka', '--per-pod-address', '-n', namespace]);
    expect(code).toBe(0);
    expect(answer.intent).toBe('decide');
    expect(answer.recommendation?.type).toBe('Headless');
    expect(serviceOf(answer.manifests?.[0]?.yaml ?? '')).toMatchObject({
      metadata: { name: 'kafka', namespace },
      spec: { clusterIP: 'None', selector: { app: 'kafka' } },
    });
  });

  // spec.serviceName is kafka: only a headless Service of that name gives the pods their DNS names.
  it('leaves the name that the StatefulSet expects to a headless Service', async () => {
    const { answer } = await askCli(['expose', 'kafka', '--audience', 'cluster', '-n', namespace]);
    const services = (answer.manifests ?? []).map(({ yaml }) => serviceOf(yaml));
    const balanced = services.filter(({ spec }) => spec.clusterIP !== 'None');
    expect(services).not.toEqual([]);
    expect(balanced.map(({ metadata }) => metadata.name)).not.toContain('kafka');
  });

  it('asks the one fact that decides for a Deployment, or gives a reason for its type', async () => {
    const { code, answer } = await askCli(['expose', 'api', '-n', namespace]);
    expect(code).toBe(0);
    const asked = (answer.asks ?? []).map(({ question }) => question);
    const reasons = (answer.recommendation?.alternatives ?? []).map(({ because }) => because);
    expect([...asked, ...reasons]).not.toEqual([]);
  });

  it('says that a workload does not exist, with the nearest name', async () => {
    const { code, output } = await runCli(['expose', 'kafak', '-n', namespace]);
    expect(code).not.toBe(0);
    expect(output).toContain('kafka');
  });
});
