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

/** Every recommendation with a manifest, as a person asks for it. */
const cases = [
  { words: 'ClusterIP api', spec: { selector: { 'app.kubernetes.io/name': 'api' } } },
  { words: 'NodePort api', spec: { type: 'NodePort', selector: { 'app.kubernetes.io/name': 'api' } } },
  { words: 'LoadBalancer api', spec: { type: 'LoadBalancer', selector: { 'app.kubernetes.io/name': 'api' } } },
  { words: 'LoadBalancer-internal api', spec: { type: 'LoadBalancer' } },
  { words: 'Headless kafka', spec: { clusterIP: 'None', selector: { app: 'kafka' } } },
  {
    words: 'ExternalName --service db --external-host db.example.com',
    spec: { type: 'ExternalName', externalName: 'db.example.com' },
  },
  { words: 'selectorless-Service --service oracle --port 1521 --external-host 192.0.2.33', spec: { type: 'ClusterIP' } },
  { words: 'Ingress-or-Gateway api --protocol HTTP', spec: { selector: { 'app.kubernetes.io/name': 'api' } } },
] as const;

describe('a generated manifest', () => {
  it.for(cases)('for $words is accepted, selects the pods and is healthy', async ({ words, spec }) => {
    const { code, answer } = await askCli(['manifest', ...words.split(' '), '-n', namespace]);
    expect(code).toBe(0);
    expect(answer.manifests).not.toHaveLength(0);
    const yaml = (answer.manifests ?? []).map((manifest) => manifest.yaml).join('\n---\n');
    const service = serviceOf(yaml);
    expect(service).toMatchObject({ kind: 'Service', spec });
    // Nothing here gives load balancers an address and nothing serves an Ingress: that is found beforehand.
    const clash = (answer.findings ?? []).map(({ check }) => check);
    // Other cases run in the same cluster, and an Ingress of theirs that has an address tells that somebody serves them.
    const expected = words.startsWith('LoadBalancer') ? ['lb-no-controller'] : [];
    expect([expected, ...(words.startsWith('Ingress') ? [['ingress-class-not-served']] : [])]).toContainEqual(clash);
    expect(answer.manifests?.[0]?.proven).toEqual(clash.length === 0 ? ['schema', 'checks'] : ['schema']);

    await kubectl(['apply', '--dry-run=server', '--validate=strict', `--namespace=${namespace}`, '--filename=-'], yaml);
    await kubectl(['create', '--validate=strict', `--namespace=${namespace}`, '--filename=-'], yaml);
    try {
      await settled(namespace);
      const triage = await askCli(['triage', service.metadata.name, '-n', namespace]);
      const critical = (triage.answer.findings ?? []).filter(({ severity }) => severity === 'critical');
      expect(critical.filter(({ check }) => !check.startsWith('lb-') && !clash.includes(check))).toEqual([]);
    } finally {
      await kubectl(['delete', `--namespace=${namespace}`, '--filename=-'], yaml);
    }
  });

  it('is never written over a Service that is there: what cannot change is said before the API server says it', async () => {
    const yaml = (clusterIP: string) =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: turned}\nspec:\n  clusterIP: ${clusterIP}\n  selector: {app: kafka}\n  ports: [{port: 9092}]\n`;
    await kubectl(['create', `--namespace=${namespace}`, '--filename=-'], yaml('""'));
    try {
      const refused = await kubectl(
        ['apply', '--dry-run=server', `--namespace=${namespace}`, '--filename=-'],
        yaml('None'),
      ).catch(String);
      expect(refused).toMatch(/may not change once set|field is immutable/u);
      for (const type of ['ExternalName', 'ClusterIP']) {
        const more = type === 'ExternalName' ? { type, externalName: 'db.example.com' } : { type, externalName: null };
        const patch = JSON.stringify({ spec: more });
        await kubectl(['patch', 'service', 'turned', `--namespace=${namespace}`, '--type=merge', `--patch=${patch}`]);
      }
    } finally {
      await kubectl(['delete', 'service', 'turned', `--namespace=${namespace}`]);
    }
  });

  it('with a NetworkPolicy beside it is accepted and proven by a dry run that stores nothing', async () => {
    const words = ['manifest', 'ClusterIP', 'api', '--with-network-policy', '--dry-run', '-n', namespace];
    const { answer } = await askCli(words);
    expect(answer.manifests?.[0]?.proven).toEqual(['schema', 'checks', 'dry-run']);
    const there = await kubectl(['get', 'services,networkpolicies', `--namespace=${namespace}`, '--output=name']);
    expect(there).not.toContain('/api');
    await kubectl(
      ['create', '--validate=strict', `--namespace=${namespace}`, '--filename=-'],
      answer.manifests?.[0]?.yaml ?? '',
    );
    await kubectl(['delete', `--namespace=${namespace}`, '--filename=-'], answer.manifests?.[0]?.yaml ?? '');
  });

  it('changes a Service that is there step by step, by the patches that are shown', async () => {
    const first = await askCli(['manifest', 'ClusterIP', 'api', '--service', 'turning', '-n', namespace]);
    await kubectl(['create', `--namespace=${namespace}`, '--filename=-'], first.answer.manifests?.[0]?.yaml ?? '');
    try {
      for (const words of [
        'NodePort',
        'LoadBalancer',
        'ClusterIP',
        'ExternalName --external-host db.example.com',
        'ClusterIP --port 80',
      ]) {
        const [type = '', ...more] = words.split(' ');
        const { answer } = await askCli(['manifest', type, 'turning', ...more, '--patch', '-n', namespace]);
        const patch = `--patch=${answer.manifests?.[0]?.yaml ?? ''}`;
        await kubectl(['patch', 'service', 'turning', `--namespace=${namespace}`, patch]);
        const now = await kubectl(['get', 'service', 'turning', `--namespace=${namespace}`, '--output=jsonpath={.spec.type}']);
        expect(now).toBe(type);
      }
    } finally {
      await kubectl(['delete', 'service', 'turning', `--namespace=${namespace}`]);
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
