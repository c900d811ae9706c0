import { describe, expect, it } from 'vitest';
import { answerInTerminal, runInTerminal } from '../support/run-in-terminal.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: 8080}]}]}
`;
const service = `---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
  - name: http
    port: 80
    targetPort: http
`;
const ingress = `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules:
  - host: web.example.com
    http:
      paths:
      - path: /
        pathType: Prefix
        backend:
          service:
            name: web
            port: {name: http}
`;
const whole = `${deployment}${service}${ingress}`;
const review = (yaml: string, ...more: readonly string[]) => answerInTerminal(['review', '-', ...more], yaml);
const sample = new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url).pathname;

/** What is wrong in the same text, the check that says so, the line. */
const faults: readonly (readonly [string, string, string, string, number])[] = [
  ['an enum in other letters', '  selector:\n    app', '  type: Nodeport\n  selector:\n    app', 'manifest-refused-by-api', 15],
  ['an unknown field', '    targetPort: http', '    targetport: http', 'manifest-refused-by-api', 20],
  ['a selector with a slip', '    app: web\n', '    app: wbe\n', 'selector-label-typo', 16],
  ['a targetPort that the template lacks', 'targetPort: http', 'targetPort: htpp', 'target-port-name-missing', 20],
  ['an Ingress with another Service', '            name: web', '            name: wbe', 'ingress-backend-service-missing', 34],
  ['an Ingress with another port', 'port: {name: http}\n', 'port: {number: 8080}\n', 'ingress-backend-port-missing', 35],
];

describe('review', () => {
  it('finds nothing in a Deployment, a Service and an Ingress that fit each other', async () => {
    const answer = await review(whole, '--offline');
    expect(answer).toMatchObject({ exitCode: 0, findings: [] });
    expect(answer.headline).toContain('Nothing wrong in 3 objects');
    expect(answer.text).toContain('against the rules of the API (the fields of Kubernetes 1.36), and against each other.');
  });

  it.each(faults)('finds %s, with its line', async (_, right, wrong, check, line) => {
    const yaml = whole.replace(right, wrong);
    expect(yaml).not.toBe(whole);
    const answer = await review(yaml, '--offline');
    const found = answer.findings?.find((finding) => finding.check === check);
    expect(found?.severity).toBe('critical');
    expect(Math.abs(Number(found?.evidence['line']) - line)).toBeLessThanOrEqual(1);
    expect(answer.exitCode).toBe(1);
  });

  it('gives no command against what is in no cluster yet', async () => {
    const answer = await review(whole.replace('    app: web\n', '    app: wbe\n'), '--offline');
    const commands = answer.findings?.flatMap((finding) => finding.next.map((step) => step.command ?? ''));
    expect(commands?.filter((command) => command.startsWith('kubectl patch'))).toEqual([]);
  });

  it('says nothing of a Service that the text leaves to the cluster', async () => {
    const answer = await review(ingress, '--offline');
    expect(answer.findings).toEqual([]);
  });

  it('compares with the cluster, and shows what applying would change', async () => {
    const answer = await review(whole.replace('port: 80', 'port: 8081'), '-n', 'shop', '--from', sample);
    const replaced = answer.findings?.filter((finding) => finding.check === 'manifest-replaces-object') ?? [];
    expect(replaced.map((finding) => finding.severity)).toEqual(['info', 'info']);
    expect(replaced[0]?.evidence).toMatchObject({
      'spec.ports[8081/TCP]': 'not set → → http',
      'spec.ports[80/TCP]': '→ http → not set',
    });
    expect(answer.text).toContain('against each other, and against cluster.yaml.');
  });

  it('finds a host that another Ingress of the cluster has', async () => {
    const yaml = `${service}${ingress}`
      .replace('web.example.com', 'shop.example.com')
      .replaceAll('name: web', 'name: shop-front')
      .replace('  rules:', '  ingressClassName: nginx\n  rules:');
    const answer = await review(yaml, '-n', 'shop', '--from', sample);
    expect(answer.findings?.map((finding) => finding.check)).toContain('ingress-duplicate-host-path');
  });

  it('gives a sentence with the line for what is no YAML, and code 2', async () => {
    const { code, err } = await runInTerminal(['review', '-', '--offline'], { stdin: `${service}\tx: 1\n` });
    expect(code).toBe(2);
    expect(err).toContain('The YAML is not valid, line 13: a tab: YAML is indented with spaces.');
  });
});
