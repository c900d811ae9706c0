import { describe, expect, it } from 'vitest';
import type { ManifestObject } from '../../../src/core/manifest/kubernetes-object.ts';
import { checkAgain } from '../../../src/core/manifest/check-again.ts';
import { checkedBy } from '../../../src/core/manifest/shape/checked-by.ts';
import { cutShapes, type OpenApiDocument } from '../../../src/core/manifest/shape/cut-shapes.ts';
import { shapeFaults } from '../../../src/core/manifest/shape/shape-faults.ts';
import type { Shapes } from '../../../src/core/manifest/shape/shapes.ts';
import { validateManifest } from '../../../src/core/manifest/validate-manifest.ts';
import { coreDocument } from '../../support/open-api-document.ts';

const text = { type: 'string' };
/** One tree without names, as the API server publishes the schema of a CustomResourceDefinition. */
const widgets = {
  info: { title: 'Kubernetes CRD Swagger', version: 'v0.1.0' },
  components: {
    schemas: {
      'org.example.v1.Widget': {
        type: 'object',
        required: ['spec'],
        properties: {
          apiVersion: text,
          kind: text,
          metadata: { type: 'object' },
          spec: {
            type: 'object',
            required: ['parts', 'colour', 'owner', 'size'],
            properties: {
              parts: { type: 'array', items: { type: 'object', properties: { port: { type: 'integer' } } } },
              colour: { ...text, default: 'red' },
              owner: { ...text, nullable: true },
              size: { anyOf: [{ type: 'integer' }, text], 'x-kubernetes-int-or-string': true },
              anything: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, properties: { a: text } },
              byName: { type: 'object', additionalProperties: { type: 'object', properties: { on: { type: 'boolean' } } } },
            },
          },
        },
        'x-kubernetes-group-version-kind': [{ group: 'example.org', version: 'v1', kind: 'Widget' }],
      },
    },
  },
} as OpenApiDocument;

const ofWidgets: Shapes = { from: '', ...cutShapes(widgets, 'example.org/v1', () => true) };
const widget = (spec: object) => ({ apiVersion: 'example.org/v1', kind: 'Widget', metadata: { name: 'w' }, spec: { ...spec } });
const ofCore = (version: string, fields: Readonly<Record<string, object>>): Shapes => ({
  from: '',
  version,
  ...cutShapes(coreDocument(version, fields) as OpenApiDocument, 'v1', () => true),
});
const service = (spec: object): ManifestObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { ports: [{ port: 80 }], ...spec },
});
const told = (object: ManifestObject, own: readonly Shapes[]) =>
  shapeFaults(object, own).map(({ path, rule }) => `${path} ${rule}`);

describe('the schema of a custom resource', () => {
  it('is cut at every depth', () => {
    const spec = { parts: [{ prt: 1 }, { port: '80' }], size: 1.5, byName: { a: { on: 'yes' } } };
    expect(told(widget(spec), [ofWidgets])).toEqual([
      'spec.parts[0].prt is no field of the API: probably port is meant',
      'spec.parts[1].port must be a whole number, and is text: take the quotes away',
      'spec.size must be a whole number or a name, and is 1.5',
      'spec.byName[a].on must be true or false, and is text',
    ]);
  });

  it('misses neither what has a default nor what may be null, and lets anything in where anything is kept', () => {
    expect(told(widget({ parts: [], size: '10%', anything: { b: 1 } }), [ofWidgets])).toEqual([]);
    expect(told(widget({ size: 1 }), [ofWidgets])).toEqual(['spec.parts is required']);
  });
});

describe('the fields that an object is checked by', () => {
  const older = ofCore('v1.24.1', {});
  const newer = ofCore('1.44', { trafficSplit: text });

  it('are the cluster’s: one that it lacks is no typing error, one that is newer than the program is right', () => {
    expect(validateManifest(service({ trafficDistribution: 'PreferClose', selektor: {} }), [older])).toEqual([
      { path: 'spec.trafficDistribution', rule: "is no field of this cluster's Kubernetes v1.24.1 (v1.36.3 has it)" },
      { path: 'spec.selektor', rule: 'is no field of the API: probably selector is meant' },
    ]);
    expect(validateManifest(service({ trafficSplit: 'even' }), [newer])).toEqual([]);
    expect(validateManifest(service({ trafficSplit: 'even' })).map((one) => one.path)).toEqual(['spec.trafficSplit']);
  });

  it('do without our own rules only for which fields there are', () => {
    expect(validateManifest(service({ type: 'Nodeport', trafficSplit: 'even' }), [newer]).map((one) => one.path)).toEqual([
      'spec.type',
    ]);
  });

  it.each<[string, readonly ManifestObject[], readonly Shapes[] | undefined, string]>([
    ['no cluster was asked', [service({})], undefined, 'the fields of Kubernetes 1.36'],
    ['it gave its own', [service({})], [older], "the fields of this cluster's Kubernetes v1.24.1"],
    ['it gave none', [service({})], [], "the fields of Kubernetes 1.36: this cluster's own could not be read"],
    [
      'it gave some',
      [service({}), widget({}), { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } }],
      [older, ofWidgets],
      "the fields of this cluster's Kubernetes v1.24.1; the fields of this cluster's Widget; for Deployment the fields of Kubernetes 1.36: this cluster's own could not be read",
    ],
    ['nothing is known of the kind', [widget({})], [], ''],
  ])('are named when %s', (_, objects, own, words) => {
    expect(checkedBy(objects, own)).toBe(words);
  });

  it('take the proof from a manifest that the cluster would refuse', () => {
    const objects = [service({ trafficDistribution: 'PreferClose' })];
    const written = {
      manifest: { name: 'a.yaml', yaml: '', proven: ['schema'] as const },
      objects,
      faults: [],
      placeholders: [],
    };
    expect(checkAgain(written, [newer])).toMatchObject({
      manifest: { proven: [] },
      failed: ['schema'],
      faults: [{ path: 'spec.trafficDistribution' }],
      checkedBy: "the fields of this cluster's Kubernetes 1.44",
    });
    expect(checkAgain(written, [])).toMatchObject({ manifest: { proven: ['schema'] }, faults: [] });
  });
});
