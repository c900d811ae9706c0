import { gzipSync } from 'node:zlib';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem/problem.ts';
import { createFileReader } from '../../../src/read/files/file-reader.ts';
import { loadDumpFiles } from '../../../src/read/files/load-dump-files.ts';
import { newestTime } from '../../../src/read/files/newest-time.ts';
import { parseDump } from '../../../src/read/files/parse-dump.ts';
import { shopDump } from '../../support/shop-dump.ts';

const service = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { ports: [] },
});
const names = (text: string) => parseDump({ name: 'dump', text }).map((one) => (one['metadata'] as { name: string }).name);

describe('what kubectl prints', () => {
  it.each([
    ['a List', JSON.stringify({ kind: 'List', apiVersion: 'v1', items: [service('a'), service('b')] })],
    [
      'a typed list as the API serves it',
      JSON.stringify({ kind: 'ServiceList', apiVersion: 'v1', items: [service('a'), { ...service('b'), kind: undefined }] }),
    ],
    ['an array', JSON.stringify([service('a'), service('b')])],
    ['an object a line', `${JSON.stringify(service('a'))}\n${JSON.stringify(service('b'))}\n`],
    ['several YAML documents', '---\nkind: Service\nmetadata: {name: a}\n---\nkind: Service\nmetadata: {name: b}\n---\n'],
    ['a List of Lists', JSON.stringify({ kind: 'List', items: [{ kind: 'List', items: [service('a')] }, service('b')] })],
    ['a byte order mark', `\u{FEFF}${JSON.stringify([service('a'), service('b')])}`],
  ])('is read from %s', (_, text) => {
    expect(names(text)).toEqual(['a', 'b']);
  });

  it.each([
    ['an empty file', '', /dump is empty/u],
    ['prose', 'this is: not\n  a dump\n', /not valid YAML, line \d|holds no Kubernetes objects/u],
    ['JSON that ends in the middle', JSON.stringify({ kind: 'List', items: [service('a')] }).slice(0, 60), /cut off/u],
    ['JSON with a slip', '{"kind": "List",\n "items": [1,, 2]}', /not valid JSON/u],
    ['YAML with tabs', 'kind: Service\nmetadata:\n\tname: a\n', /not valid YAML, line 3/u],
    [
      'YAML that ends in the middle',
      shopDump.slice(0, Math.floor(shopDump.length / 2)).replace(/\n[^\n]*$/u, '\n  - "unclosed'),
      /cut off|not valid YAML/u,
    ],
    ['something else in YAML', 'services:\n  web:\n    image: nginx\n', /holds no Kubernetes objects/u],
    ['tags that would run code', 'kind: !!js/function "() => 1"\n', /not valid YAML/u],
  ])('refuses %s with a sentence that names the file', (_, text, expected) => {
    expect(() => parseDump({ name: 'dump', text })).toThrow(expected);
    expect(() => parseDump({ name: 'dump', text })).toThrow(Problem);
  });

  it('never throws anything but a Problem', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.object().map((one) => JSON.stringify({ kind: 'List', items: [one] })),
        ),
        (text) => {
          try {
            createFileReader({ files: [{ name: 'dump', text }], anything: true });
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is projected whatever the fields hold', () => {
    const kinds = ['Service', 'Pod', 'EndpointSlice', 'Deployment', 'Node', 'Event', 'Ingress', 'NetworkPolicy', 'Namespace'];
    const groups: Readonly<Record<string, string>> = {
      EndpointSlice: 'discovery.k8s.io/v1',
      Deployment: 'apps/v1',
      Ingress: 'networking.k8s.io/v1',
      NetworkPolicy: 'networking.k8s.io/v1',
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.object({ maxDepth: 4, key: fc.constantFrom('ports', 'selector', 'containers', 'conditions', 'rules', 'x') }),
        (kind, spec) => {
          const text = JSON.stringify({
            apiVersion: groups[kind] ?? 'v1',
            kind,
            metadata: { name: 'a' },
            spec,
            status: spec,
            endpoints: spec,
          });
          createFileReader({ files: [{ name: 'dump', text }], anything: true });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a dump', () => {
  it('without Services says which kinds to dump', () => {
    const text = JSON.stringify({ kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'x' } });
    expect(() => createFileReader({ files: [{ name: 'dump', text }] })).toThrow(/has no Services/u);
  });

  it('without EndpointSlices leaves them unread: every Service with an address has one', async () => {
    const objects = parseDump({ name: 'shop', text: shopDump }).filter(
      (one) => one['kind'] !== 'EndpointSlice' && one['kind'] !== 'Node',
    );
    const reader = createFileReader({ files: [{ name: 'dump', text: JSON.stringify(objects) }] });
    const snapshot = await reader.read({ kind: 'cluster' }, [], AbortSignal.timeout(1_000));
    expect(snapshot.in('endpointslices', 'shop')).toMatchObject({ read: false, unread: [{ why: 'not-in-dump' }] });
    expect(snapshot.all('nodes')).toMatchObject({ read: false, unread: [{ why: 'not-in-dump' }] });
    expect(snapshot.in('ingresses', 'nowhere')).toEqual({ read: true, value: [] });
  });

  it('takes the newest time in it for the clock, but no time that a person wrote into a spec', () => {
    const at = newestTime([
      { kind: 'Pod', metadata: { creationTimestamp: '2026-03-01T00:00:00Z' }, status: { startTime: '2026-03-01T00:00:05Z' } },
      { kind: 'Certificate', metadata: { name: 'x' }, spec: { notAfter: '2036-01-01T00:00:00Z' } },
    ]);
    expect(at).toBe(Date.parse('2026-03-01T00:00:05Z'));
  });
});

describe('files', () => {
  it('are read from folders, .gz and standard input', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'k8s-svc-'));
    await mkdir(join(folder, 'dump'));
    await writeFile(join(folder, 'dump', 'a.json'), JSON.stringify(service('a')));
    await writeFile(join(folder, 'dump', 'b.yaml.gz'), gzipSync('kind: Service\napiVersion: v1\nmetadata:\n  name: b\n'));
    await writeFile(join(folder, 'dump', 'README.md'), 'not a dump');
    const files = await loadDumpFiles([join(folder, 'dump'), '-'], () => Promise.resolve(JSON.stringify(service('c'))));
    expect(files.map((file) => file.name)).toEqual(['a.json', 'b.yaml.gz', 'standard input']);
    expect(files.flatMap(parseDump)).toHaveLength(3);
  });

  it.each([
    ['that does not exist', async () => '/nowhere/cluster.yaml', /does not exist/u],
    ['a folder without dumps', () => mkdtemp(join(tmpdir(), 'k8s-svc-')), /holds no \.yaml/u],
    [
      'a .gz that is cut off',
      async () => {
        const path = join(await mkdtemp(join(tmpdir(), 'k8s-svc-')), 'x.json.gz');
        await writeFile(path, gzipSync(JSON.stringify(service('a'))).subarray(0, 40));
        return path;
      },
      /cut off/u,
    ],
  ])('say what is wrong with one %s', async (_, make, expected) => {
    await expect(loadDumpFiles([await make()], () => Promise.resolve(''))).rejects.toThrow(expected);
  });
});
