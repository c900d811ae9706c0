import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { load, loadAll } from 'js-yaml';
import { answerInTerminal, runInTerminal } from '../support/run-in-terminal.ts';

const shop = fileURLToPath(new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url));
const from = ['--from', shop];

describe('the terminal', () => {
  it('names one root cause, its symptoms beneath, and a command that mends it', async () => {
    const answer = await answerInTerminal(['triage', 'checkout', '-n', 'shop', ...from]);
    expect(answer.exitCode).toBe(1);
    expect(answer.findings?.map(({ check, role }) => [check, role])).toEqual([
      ['selector-label-typo', 'root-cause'],
      ['selector-matches-no-pods', 'symptom'],
      ['no-endpoints', 'symptom'],
    ]);
    expect(answer.headline).toBe(
      'Service checkout selects app=chekout, but the pods of Deployment checkout carry app=checkout.',
    );
    expect(answer.text).toContain(
      `kubectl patch service checkout -n shop --type=merge -p '{"spec":{"selector":{"app":"checkout"}}}'`,
    );
  });

  it('finds a Service without a namespace when only one namespace has it', async () => {
    expect(await answerInTerminal(['triage', 'payments', ...from])).toMatchObject({ exitCode: 1, intent: 'triage' });
  });

  it('gives a healthy Service nothing above info and code 0', async () => {
    const answer = await answerInTerminal(['triage', 'web', '-n', 'shop', ...from]);
    expect(answer.exitCode).toBe(0);
    expect(answer.findings?.filter((finding) => finding.severity !== 'info')).toEqual([]);
    expect(answer.headline).toMatch(/healthy: 3 ready endpoints/u);
  });

  it('scans a namespace, worst first, and the cluster', async () => {
    const shopOnly = await answerInTerminal(['scan', '-n', 'shop', ...from]);
    expect(shopOnly.exitCode).toBe(1);
    expect(shopOnly.headline).toMatch(/^5 of \d+ Services do not work in namespace shop/u);
    const heads = shopOnly.findings?.filter((finding) => finding.role === 'root-cause').map((finding) => finding.object.name);
    expect(new Set(heads)).toEqual(new Set(['checkout', 'mailer', 'payments', 'reports', 'search']));
    const all = await answerInTerminal(['scan', '-A', ...from]);
    expect(all.findings?.filter((finding) => finding.role === 'root-cause')).toHaveLength(5);
  });

  it.each([
    ['explain', ['explain', 'web', '-n', 'shop'], /internal \(ClusterIP\) Service; 3 of 3 pods answer/u],
    ['two to compare', ['explain', 'web', 'cart', '-n', 'shop'], /differ/u],
    ['list', ['list', '-n', 'shop'], /postgres\s+Headless/u],
    ['expose', ['expose', 'web', '-n', 'shop', '--audience', 'cluster'], /ClusterIP/u],
    ['manifest', ['manifest', 'ClusterIP', 'web', '-n', 'shop'], /app: web/u],
    ['reach', ['reach', 'shop/web', 'shop/cart:80'], /allowed/iu],
    ['every connection', ['reach', '--all', '-n', 'shop'], /postgres.*TCP 5432/u],
    ['a question', ['what', 'does', 'clusterIP:', 'None', 'mean?'], /no virtual address/u],
    [
      'a question about a Service',
      ['why', 'is', 'the', 'checkout', 'service', 'in', 'namespace', 'shop', 'down?'],
      /app=chekout/u,
    ],
    ['a plain name that only the cluster knows', ['checkout', 'broken'], /app=chekout/u],
    ['two plain names', ['can', 'web', 'talk', 'to', 'payments?'], /Deployment shop\/web → Service shop\/payments/u],
    ['help', ['help', 'triage'], /--why/u],
    ['help on a check', ['help', 'no-endpoints'], /EndpointSlices/u],
  ] as const)('answers %s', async (_, words, expected) => {
    const answer = await answerInTerminal([...words, ...from]);
    expect(answer.problem).toBeUndefined();
    expect(answer.text).toMatch(expected);
  });

  it('prints YAML that kubectl takes, and nothing else, with -o yaml', async () => {
    const { out, code } = await runInTerminal(['manifest', 'NodePort', 'web', '-n', 'shop', '-o', 'yaml', ...from]);
    expect(code).toBe(0);
    expect(loadAll(out)[0]).toMatchObject({
      kind: 'Service',
      metadata: { namespace: 'shop' },
      spec: { type: 'NodePort', selector: { app: 'web' } },
    });
  });

  it('puts an Ingress before the Service that is there, and makes no second one', async () => {
    const { manifests } = await answerInTerminal([
      'expose',
      'cart',
      '-n',
      'shop',
      '--audience',
      'internet',
      '--protocol',
      'HTTP',
      ...from,
    ]);
    const objects = loadAll(manifests?.[0]?.yaml ?? '') as readonly { kind: string; spec: unknown }[];
    expect(objects.map((object) => object.kind)).toEqual(['Ingress']);
    expect(JSON.stringify(objects[0]?.spec)).toContain('"service":{"name":"cart","port":{"name":"http"}}');
  });

  it('proves a manifest against the cluster before it shows it', async () => {
    const answer = await answerInTerminal(['manifest', 'ClusterIP', 'web', '-n', 'shop', ...from]);
    expect(answer.manifests?.[0]?.proven).toEqual(['schema', 'checks']);
    const offline = await answerInTerminal(['manifest', 'ClusterIP', 'web', '-n', 'shop', '--port', '80', '--offline']);
    expect(offline.manifests?.[0]?.proven).toEqual(['schema']);
  });

  it('prints Markdown and Slack payloads', async () => {
    const md = await runInTerminal(['triage', 'checkout', '-n', 'shop', '-o', 'md', ...from]);
    expect(md.out).toContain('```sh');
    const slack = await runInTerminal(['triage', 'checkout', '-n', 'shop', '-o', 'slack', ...from]);
    expect(JSON.parse(slack.out)).toMatchObject({ blocks: expect.any(Array) as unknown });
    const data = await runInTerminal(['list', '-n', 'shop', '-o', 'yaml', ...from]);
    expect(load(data.out)).toMatchObject({ intent: 'list' });
  });

  it('silences a check by the command line, and says so', async () => {
    const answer = await answerInTerminal([
      'scan',
      '-n',
      'shop',
      '--ignore',
      'selector-label-typo,workload-scaled-to-zero',
      ...from,
    ]);
    expect(answer.findings?.filter((finding) => finding.role === 'root-cause').map((finding) => finding.object.name)).toEqual(
      expect.not.arrayContaining(['checkout', 'reports']),
    );
    expect(answer.suppressed?.map(({ by }) => by)).toContain('config');
    expect(answer.text).toMatch(/suppressed by the configuration: `selector-label-typo \(shop\/checkout\)/u);
    expect((await runInTerminal(['scan', '--ignore', 'selector-typo', ...from])).err).toMatch(/no check "selector-typo"/u);
  });

  it('uses colours only when it is told to', async () => {
    const plain = await runInTerminal(['triage', 'checkout', '-n', 'shop', ...from]);
    const colored = await runInTerminal(['triage', 'checkout', '-n', 'shop', ...from], { color: true });
    expect(plain.out).not.toContain('\u{1B}');
    expect(colored.out).toContain('\u{1B}[');
  });

  it('answers a batch of questions line by line', async () => {
    const stdin = `${JSON.stringify({ id: 'a', text: 'what is a headless Service?' })}\n\n${JSON.stringify({ id: 2, text: 'thanks' })}\n`;
    const { out, code } = await runInTerminal(['ask', '--batch', '-', '--offline', '-o', 'json'], { stdin });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; answer: { intent: string } });
    expect(code).toBe(0);
    expect(lines.map((line) => [line.id, line.answer.intent])).toEqual([
      ['a', 'concept'],
      [2, 'smalltalk'],
    ]);
  });

  it('reviews YAML from standard input against the rules of the API and against itself', async () => {
    const yaml = `
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: Nodeport
  selector: {app: wep}
  ports: [{port: 80, targetPort: http}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: 8080}]}]}
`;
    const answer = await answerInTerminal(['review', '-', '--offline'], yaml);
    expect(answer.exitCode).toBe(1);
    expect(answer.findings?.map((finding) => finding.check)).toEqual(
      expect.arrayContaining(['manifest-refused-by-api', 'selector-label-typo']),
    );
    const fixed = await answerInTerminal(
      ['review', '-', '--offline'],
      yaml.replace('Nodeport', 'NodePort').replace('wep', 'web'),
    );
    expect(fixed).toMatchObject({ exitCode: 0, findings: [] });
  });
});
