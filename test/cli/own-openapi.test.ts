import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hang, startFakeApiServer, type FakeOpenApi } from '../support/fake-api-server.ts';
import { kubeConfigFor } from '../support/kube-config.ts';
import { coreDocument } from '../support/open-api-document.ts';
import { answerInTerminal } from '../support/run-in-terminal.ts';

const closings: (() => unknown)[] = [];
afterEach(async () => Promise.all(closings.splice(0).map((close) => close())));

const web = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', ports: [{ containerPort: 8080 }] }] },
    },
  },
};

/** The terminal on a cluster with this OpenAPI. */
async function terminalOn(openApi: FakeOpenApi) {
  const server = await startFakeApiServer({ objects: [web], openApi: () => openApi });
  const folder = mkdtempSync(join(tmpdir(), 'k8s-svc-openapi-'));
  closings.push(
    () => server.stop(),
    () => rmSync(folder, { recursive: true, force: true }),
  );
  const file = join(folder, 'kubeconfig');
  writeFileSync(file, kubeConfigFor(server.url).exportConfig());
  return (words: readonly string[], stdin?: string) => answerInTerminal([...words, '-n', 'shop', '--kubeconfig', file], stdin);
}

const given = `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  trafficDistribution: PreferClose
  ports: [{ port: 80, targetPort: 8080 }]
`;
const refused = (answer: { findings?: readonly { check: string; say: string }[] | undefined }) =>
  (answer.findings ?? []).filter((one) => one.check === 'manifest-refused-by-api').map((one) => one.say);
const old = coreDocument('v1.24.1', {});

describe('a cluster that publishes its OpenAPI', () => {
  it('is what a review goes by: a field that it lacks is told, and whose fields they are', async () => {
    const terminal = await terminalOn({ documents: { 'api/v1': old } });
    const answer = await terminal(['review', '-'], given);
    expect(refused(answer)).toEqual([
      "Line 6: Service web: spec.trafficDistribution is no field of this cluster's Kubernetes v1.24.1 (v1.36.3 has it).",
    ]);
    expect(answer.text).toContain("the rules of the API (the fields of this cluster's Kubernetes v1.24.1)");
  });

  it('is what a manifest is proven by', async () => {
    const terminal = await terminalOn({ documents: { 'api/v1': old } });
    const answer = await terminal(['manifest', 'ClusterIP', 'web']);
    expect(answer.manifests?.[0]?.proven).toContain('schema');
    expect(answer.text).toContain("the rules of the API (the fields of this cluster's Kubernetes v1.24.1)");
  });

  it('takes the proof from a manifest with a field that it lacks, and says which', async () => {
    const terminal = await terminalOn({ documents: { 'api/v1': old } });
    const answer = await terminal(['manifest', 'Headless', 'web']);
    expect(answer.manifests?.[0]?.proven).not.toContain('schema');
    expect(answer.text).toContain(
      "Not passed (see below): the rules of the API (the fields of this cluster's Kubernetes v1.24.1)",
    );
    expect(answer.text).toContain('The API server would refuse spec.clusterIP: is no field of this cluster');
  });
});

describe('a cluster whose OpenAPI cannot be read', () => {
  it.each<[string, FakeOpenApi]>([
    ['forbidden', { index: 403, documents: {} }],
    ['garbage', { documents: { 'api/v1': '<html>' } }],
    ['slow', { index: hang, documents: {} }],
  ])('is answered all the same by the fields that come along, and told: %s', async (_, openApi) => {
    const terminal = await terminalOn(openApi);
    const asked = Date.now();
    const answer = await terminal(['review', '-'], given);
    expect(Date.now() - asked).toBeLessThan(8000);
    expect(refused(answer)).toEqual([]);
    expect(answer.text).toContain("the rules of the API (the fields of Kubernetes 1.36: this cluster's own could not be read)");
  });
});
