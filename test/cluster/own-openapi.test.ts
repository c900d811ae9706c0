import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ManifestObject } from '../../src/core/manifest/kubernetes-object.ts';
import { shapeFaults } from '../../src/core/manifest/shape/shape-faults.ts';
import { shapes as cutBefore } from '../../src/core/manifest/shape/shapes.ts';
import { createClusterReader } from '../../src/read/cluster/cluster-reader.ts';
import { loadKubeConfig } from '../../src/read/cluster/kube-config.ts';
import { kubeconfigs, kubectl } from './support/cluster.ts';
import { askCli } from './support/run-cli.ts';
import { applyWorkloads } from './support/workloads.ts';

/** As API servers from 1.33 on write it there. */
const release = /\d+\.\d+/u.exec(cutBefore.version ?? '')?.[0];

const folder = mkdtempSync(join(tmpdir(), 'k8s-svc-review-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => applyWorkloads('scratch', 'every-type'));

async function ownShapes(apiVersions: readonly string[], kubeconfig: string = kubeconfigs.admin) {
  const { shapes } = createClusterReader({
    config: await loadKubeConfig({ defaultFiles: [], file: kubeconfig }),
    now: () => Date.now(),
  });
  return (await shapes?.(apiVersions, AbortSignal.timeout(20_000))) ?? [];
}

async function reviewed(yaml: string, kubeconfig?: string) {
  const file = join(folder, 'given.yaml');
  writeFileSync(file, yaml);
  const { answer } = await askCli(['review', file, '-n', 'scratch'], kubeconfig);
  const faults = (answer.findings ?? []).filter((one) => one.check === 'manifest-refused-by-api');
  return {
    text: answer.text,
    fields: faults.flatMap((one) => Object.keys(one.evidence ?? {})).filter((one) => one !== 'line'),
  };
}

describe('the OpenAPI that a real API server publishes', () => {
  it('has the same fields as the cut that comes with the program, when it is of the same version', async () => {
    const own = await ownShapes(['v1', 'apps/v1', 'networking.k8s.io/v1', 'discovery.k8s.io/v1']);
    expect(own.map((one) => one.version)).toEqual(Array(4).fill(release));
    const ofCluster = {
      kinds: Object.assign({}, ...own.map((one) => one.kinds)) as typeof cutBefore.kinds,
      types: Object.assign({}, ...own.map((one) => one.types)) as typeof cutBefore.types,
    };
    expect(ofCluster).toMatchObject({ kinds: cutBefore.kinds });
    const ofTheSame = Object.keys(cutBefore.types).map((name) => [name, ofCluster.types[name]]);
    expect(Object.fromEntries(ofTheSame)).toEqual(cutBefore.types);
  });

  it('finds nothing in anything that the API server itself serves', async () => {
    const kinds = (await kubectl(['api-resources', '--verbs=list', '--output=name'])).trim().split('\n');
    const wanted = kinds.filter((one) => !one.startsWith('secrets') && !one.startsWith('events'));
    const served = await kubectl(['get', wanted.join(','), '--all-namespaces', '--output=json']);
    const { items } = JSON.parse(served) as { items: ManifestObject[] };
    const apiVersions = [...new Set(items.map((one) => one.apiVersion))];
    // A request asks for a few documents only.
    const own = (await Promise.all(apiVersions.map(async (one) => ownShapes([one])))).flat();
    expect(own.length).toBe(apiVersions.length);
    expect(new Set(items.map((one) => one.kind)).size).toBeGreaterThan(15);
    expect(
      items.flatMap((object) => shapeFaults(object, own).map(({ path, rule }) => `${object.kind} ${path} ${rule}`)),
    ).toEqual([]);
  });

  it('may be read by an account without any right', async () => {
    const own = await ownShapes(['v1'], kubeconfigs['token-file']);
    expect(own.map((one) => one.version)).toEqual([release]);
  });

  it('is what a manifest is checked by, and the answer says so', async () => {
    const { answer } = await askCli(['manifest', 'ClusterIP', 'api', '-n', 'scratch']);
    expect(answer.text).toContain(`the rules of the API (the fields of this cluster's Kubernetes ${release})`);
    expect(answer.manifests?.[0]?.proven).toContain('schema');
  });

  it('knows the fields of a custom resource deep down, with what is required and what has a default', async () => {
    const route = (filter: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec:
  parentRefs: [{ name: edge }]
  rules:
    - matches: [{ path: { value: / } }]
      filters: [{ ${filter} }]
`;
    const wrong = await reviewed(route('type: RequestRedirect, requestRedirect: { statuscode: 301, port: "443" }'));
    expect(wrong.fields.toSorted()).toEqual([
      'spec.rules[0].filters[0].requestRedirect.port',
      'spec.rules[0].filters[0].requestRedirect.statuscode',
    ]);
    expect(wrong.text).toContain("the rules of the API (the fields of this cluster's HTTPRoute)");
    expect((await reviewed(route('requestRedirect: { statusCode: 301 }'))).fields).toEqual(['spec.rules[0].filters[0].type']);
    expect((await reviewed(route('type: RequestRedirect, requestRedirect: { statusCode: 301 }'))).fields).toEqual([]);
  });
});
