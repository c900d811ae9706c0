import { describe, expect, it } from 'vitest';
import type { ManifestObject } from '../../../../src/core/manifest/kubernetes-object.ts';
import { flatten } from '../../../../src/core/answer/text.ts';
import { judgeObjects } from '../../../../src/core/triage/drafts/judge-objects.ts';

const service = (spec: Record<string, unknown>, metadata: Record<string, unknown> = {}): ManifestObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop', ...metadata },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
});
const two = { ports: [{ port: 80 }, { port: 443 }] };

/** Each row: what is wrong, the object, the field that is named, and the same mended. */
const refused: readonly (readonly [string, ManifestObject, RegExp, ManifestObject])[] = [
  ['an enum in other letters', service({ type: 'Nodeport' }), /spec\.type/u, service({ type: 'NodePort' })],
  ['an unknown field', service({ slector: {} }), /slector/u, service({})],
  [
    'a port beyond 65535',
    service({ ports: [{ port: 70_000 }] }),
    /spec\.ports\[0\]\.port/u,
    service({ ports: [{ port: 7000 }] }),
  ],
  [
    'two ports without names',
    service(two),
    /name/u,
    service({
      ports: [
        { name: 'a', port: 80 },
        { name: 'b', port: 443 },
      ],
    }),
  ],
  ['no ports at all', service({ ports: [] }), /ports/u, service({ ports: [], clusterIP: 'None' })],
  [
    'a node port outside of its range',
    service({ type: 'NodePort', ports: [{ port: 80, nodePort: 8080 }] }),
    /nodePort/u,
    service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30_080 }] }),
  ],
  ['a node port on ClusterIP', service({ ports: [{ port: 80, nodePort: 30_080 }] }), /nodePort/u, service({})],
  [
    'an ExternalName without a name',
    service({ type: 'ExternalName' }),
    /externalName/u,
    service({ type: 'ExternalName', externalName: 'db.example.com' }),
  ],
  [
    'an external name with a scheme',
    service({ type: 'ExternalName', externalName: 'https://x.example.com' }),
    /externalName/u,
    service({ type: 'ExternalName', externalName: 'x.example.com' }),
  ],
  ['a headless NodePort', service({ type: 'NodePort', clusterIP: 'None' }), /clusterIP/u, service({ clusterIP: 'None' })],
  ['a name that is none', service({}, { name: 'Web_1' }), /metadata\.name/u, service({}, { name: 'web-1' })],
  ['a selector that is no label', service({ selector: { app: 'a b' } }), /selector/u, service({ selector: { app: 'a-b' } })],
];

describe('a manifest', () => {
  it.each(refused)('with %s is refused with the field, and taken when it is mended', (_, wrong, field, right) => {
    const findings = judgeObjects([wrong]);
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map((finding) => [finding.check, finding.severity, finding.role].join()))).toEqual(
      new Set(['manifest-refused-by-api,critical,independent']),
    );
    expect(findings.map((finding) => flatten(finding.say)).join(' ')).toMatch(field);
    expect(judgeObjects([right])).toEqual([]);
  });

  it('that was read from a cluster is taken with what the server writes', () => {
    const read = {
      ...service({ clusterIP: '10.96.0.9' }, { uid: 'x', resourceVersion: '1', creationTimestamp: 'x', generation: 1 }),
      status: {},
    };
    expect(judgeObjects([read])).toEqual([]);
  });

  it('of a kind whose rules are not known here is left alone', () => {
    expect(judgeObjects([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, spec: { anything: 1 } }])).toEqual([]);
  });
});
