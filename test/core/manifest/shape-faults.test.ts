import { readdirSync, readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { ManifestObject } from '../../../src/core/manifest/kubernetes-object.ts';
import { shapeFaults } from '../../../src/core/manifest/shape/shape-faults.ts';
import { shapes } from '../../../src/core/manifest/shape/shapes.ts';
import { sampleObjects } from '../../support/sample-objects.ts';

const deployment = (container: object, spec: object = {}): ManifestObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1', ...container }] } },
    ...spec,
  },
});
const at = 'spec.template.spec.containers[0]';

describe('the shapes of Kubernetes’ own OpenAPI', () => {
  it('are small, name where they come from, and their licence', () => {
    expect(JSON.stringify(shapes).length).toBeLessThan(40_000);
    expect(shapes.from).toMatch(/k8s\.io\/kubernetes v1\.\d+\.\d+ .*Apache License 2\.0/u);
    expect(Object.keys(shapes.kinds)).toEqual(expect.arrayContaining(['v1/Service', 'apps/v1/Deployment', 'v1/Pod']));
  });

  it.each<[string, object, object, string, RegExp]>([
    [
      'a field in other letters',
      { ports: [{ containerport: 80 }] },
      {},
      `${at}.ports[0].containerport`,
      /probably containerPort is meant/u,
    ],
    ['a required field that is missing', { ports: [{ name: 'http' }] }, {}, `${at}.ports[0].containerPort`, /is required/u],
    ['a field in the wrong place', {}, { containers: [] }, 'spec.containers', /is no field of the API/u],
    [
      'a number in quotes',
      {},
      { replicas: '3' },
      'spec.replicas',
      /must be a whole number, and is text: take the quotes away/u,
    ],
    [
      'a number where text is wanted',
      { env: [{ name: 'A', value: 8080 }] },
      {},
      `${at}.env[0].value`,
      /must be text: put 8080 in quotes/u,
    ],
    ['an object where a list is wanted', { ports: { http: 80 } }, {}, `${at}.ports`, /must be a list, and is an object/u],
    [
      'a probe with a typo',
      { readinessProbe: { httpget: {} } },
      {},
      `${at}.readinessProbe.httpget`,
      /probably httpGet is meant/u,
    ],
  ])('find %s', (_, container, spec, path, rule) => {
    const fault = shapeFaults(deployment(container, spec)).find((one) => one.path === path);
    expect(fault?.rule).toMatch(rule);
  });

  it('take null for a field that is not set, names for ports, and quantities in both forms', () => {
    const container = {
      command: null,
      readinessProbe: { httpGet: { port: 'http', path: '/' } },
      livenessProbe: { tcpSocket: { port: 80 } },
      resources: { limits: { cpu: 1, memory: '128Mi' } },
    };
    expect(shapeFaults(deployment(container))).toEqual([]);
  });

  it('find nothing in what an API server serves, and leave other kinds alone', () => {
    const objects = sampleObjects() as readonly unknown[] as readonly ManifestObject[];
    expect(
      objects.flatMap((object) => shapeFaults(object).map((fault) => `${object.kind} ${fault.path} ${fault.rule}`)),
    ).toEqual([]);
    expect(shapeFaults({ apiVersion: 'example.org/v1', kind: 'Deployment', metadata: { name: 'x' }, spec: { y: 1 } })).toEqual(
      [],
    );
  });

  it('find nothing in the workloads that a real API server took', () => {
    const folder = new URL('../../cluster/workloads/', import.meta.url);
    const files = ['', 'faults/', 'look-alikes/'].flatMap((sub) =>
      readdirSync(new URL(sub === '' ? '.' : sub, folder))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => new URL(`${sub}${name}`, folder)),
    );
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((file) =>
      (loadAll(readFileSync(file, 'utf8')) as (ManifestObject | null)[])
        .filter((one) => one !== null)
        .flatMap((object) =>
          shapeFaults(object).map((fault) => `${file.pathname.split('/').at(-1)} ${fault.path} ${fault.rule}`),
        ),
    );
    expect(found).toEqual([]);
  });
});
