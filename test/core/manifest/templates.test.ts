import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { appProtocols, clouds, type AskedFacts } from '../../../src/core/ask/asked-facts.ts';
import { planFor } from '../../../src/core/manifest/plan-for.ts';
import type { TemplateName } from '../../../src/core/manifest/plan.ts';
import { writeManifest } from '../../../src/core/manifest/write-manifest.ts';
import { leaves } from '../../../src/core/tree/all.ts';
import { clusterFacts } from '../../../src/core/tree/cluster-facts.ts';
import type { Hints } from '../../../src/core/tree/known.ts';
import { snapshotOf } from '../../support/snapshot-of.ts';
import { shop } from '../tree/cluster.yaml.ts';

const templates = leaves.map((leaf) => leaf.template);
const snapshot = await snapshotOf(shop);

function write(template: TemplateName, facts: AskedFacts = {}, hints: Hints = {}, workload?: string) {
  const cluster = workload === undefined ? undefined : clusterFacts(snapshot, workload, 'shop');
  return writeManifest(planFor(template, facts, cluster, hints));
}

/** YAML 1.1 as Go reads it. */
function parsed(yaml: string): unknown[] {
  return parseAllDocuments(yaml, { version: '1.1' }).map((document) => document.toJS() as unknown);
}

const name = fc.oneof(
  fc.constantFrom('web', 'on', 'y', '1_000', 'My App', 'svc_web', '9lives', 'ÄÖ', 'a'.repeat(90)),
  fc.string({ minLength: 1 }),
);
const anyFacts: fc.Arbitrary<AskedFacts> = fc.record(
  {
    workload: name,
    service: name,
    namespace: fc.constantFrom('shop', 'on', 'null', '12'),
    port: fc.oneof(
      fc.integer({ min: -1, max: 70000 }),
      fc.array(fc.integer({ min: 1, max: 65535 }), { minLength: 1, maxLength: 5 }),
    ),
    targetPort: fc.oneof(fc.integer({ min: -1, max: 70000 }), fc.constantFrom('http', 'HTTP', 'a--b', '80', 'x'.repeat(20))),
    protocol: fc.oneof(fc.constantFrom(...appProtocols), fc.uniqueArray(fc.constantFrom(...appProtocols), { minLength: 1 })),
    externalHost: fc.constantFrom('db.example.org', 'DB.Example.ORG.', 'https://x.example/path', '10.0.0.1', 'a b'),
    cloud: fc.constantFrom(...clouds),
    stateful: fc.boolean(),
    tls: fc.boolean(),
    staticIp: fc.boolean(),
    clientIp: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<AskedFacts>;
const anyHints: fc.Arbitrary<Hints> = fc.record({
  addresses: fc.array(fc.constantFrom('10.0.0.5', '192.168.7.11', '2001:db8::5', '127.0.0.1', '999.1.1.1'), { maxLength: 3 }),
  nodePorts: fc.array(fc.integer({ min: 30000, max: 32767 }), { maxLength: 3 }),
  gatewayApi: fc.boolean(),
});

describe('every template', () => {
  it.each(templates)('%s passes the rules of the API with placeholders alone', (template) => {
    const { faults, manifest, command } = write(template);
    expect(faults).toEqual([]);
    expect(manifest?.proven ?? command).toBeTruthy();
  });

  it.each(templates)('%s takes labels, namespace and ports of the workload', (template) => {
    const { faults, objects } = write(template, {}, {}, 'web');
    expect(faults).toEqual([]);
    for (const object of objects) expect(object.metadata.namespace).toBe('shop');
  });

  it('gives a node port that was named twice to one port only', () => {
    const { faults, objects } = write('node-port', { port: [80, 443] }, { nodePorts: [30_001, 30_001] });
    expect(faults).toEqual([]);
    expect(JSON.stringify(objects).match(/30001/gu)).toHaveLength(1);
  });

  it('passes the rules and reads back as the same objects, whatever a person says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        anyFacts,
        anyHints,
        fc.constantFrom(undefined, 'web', 'kafka', 'tool'),
        (template, facts, hints, workload) => {
          const { faults, objects, manifest } = write(template, facts, hints, workload);
          expect(faults).toEqual([]);
          expect(manifest === undefined ? [] : parsed(manifest.yaml)).toEqual(JSON.parse(JSON.stringify(objects)));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the YAML', () => {
  it('quotes what Go would take for a boolean', () => {
    expect(write('cluster-ip', { service: 'y', namespace: 'on', port: 80 }).manifest?.yaml).toContain(
      'name: "y"\n  namespace: "on"',
    );
  });

  it('explains itself and says what to replace', () => {
    expect(write('external-name', { service: 'mail', externalHost: 'smtp.example.org' }).manifest?.yaml).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: Service
      metadata:
        name: mail
      spec:
        type: ExternalName
        # a DNS name: no scheme, port or path, and no IP address
        externalName: smtp.example.org
      "
    `);
    expect(write('cluster-ip', { workload: 'web', port: 80 }).placeholders).toEqual(['the selector labels']);
    expect(write('cluster-ip').placeholders).toEqual(['the name `my-app`', 'the port 80', 'the selector labels']);
  });

  it('ties one EndpointSlice for each IP family to a selectorless Service', () => {
    const { objects } = write(
      'selectorless',
      { service: 'ldap', port: 636 },
      { addresses: ['10.0.0.5', '10.0.0.6', '2001:db8::5'] },
    );
    expect(objects.map((one) => [one.kind, one.metadata.name, one['addressType']])).toEqual([
      ['Service', 'ldap', undefined],
      ['EndpointSlice', 'ldap-ipv4', 'IPv4'],
      ['EndpointSlice', 'ldap-ipv6', 'IPv6'],
    ]);
    expect(objects[0]?.spec).not.toHaveProperty('selector');
    expect(objects[1]).toMatchObject({
      metadata: { labels: { 'kubernetes.io/service-name': 'ldap' } },
      ports: [{ port: 636 }],
    });
  });

  it.each([
    ['aws', 'service.beta.kubernetes.io/aws-load-balancer-scheme: internal'],
    ['gcp', 'networking.gke.io/load-balancer-type: Internal'],
    ['azure', 'service.beta.kubernetes.io/azure-load-balancer-internal: "true"'],
  ] as const)('has the annotation of %s for an internal load balancer, and no other', (cloud, annotation) => {
    const yaml = write('load-balancer-internal', { cloud }).manifest?.yaml ?? '';
    expect(yaml).toContain(annotation);
    expect([yaml.includes('aws-'), yaml.includes('gke.io'), yaml.includes('azure-')].filter(Boolean)).toHaveLength(1);
  });

  it('never leaves an internal load balancer without annotation', () => {
    expect(Object.keys(write('load-balancer-internal').objects[0]?.metadata.annotations ?? {}).length).toBeGreaterThan(2);
  });

  it('keeps a stated node port and gives several ports names of their own', () => {
    const spec = write('node-port', { workload: 'dns', port: [53, 8080], protocol: ['UDP', 'TCP'] }, { nodePorts: [30053] })
      .objects[0]?.spec;
    expect(spec).toMatchObject({
      type: 'NodePort',
      ports: [
        { name: 'udp', protocol: 'UDP', port: 53, nodePort: 30053 },
        { name: 'tcp', protocol: 'TCP', port: 53 },
        { name: 'udp-8080', protocol: 'UDP', port: 8080 },
        { name: 'http', protocol: 'TCP', port: 8080 },
      ],
    });
  });

  it('leads a stated port to the named container port', () => {
    expect(write('cluster-ip', { port: 8080 }, {}, 'web').objects[0]?.spec?.['ports']).toEqual([
      { name: 'http', protocol: 'TCP', port: 8080, targetPort: 'http' },
    ]);
  });

  it('takes another name when the Service name is in use', () => {
    expect(write('node-port', { service: 'frontend', port: 80 }, {}, 'web').objects[0]?.metadata.name).toBe(
      'frontend-nodeport',
    );
  });

  it('says the client address is kept by the traffic policy', () => {
    expect(write('load-balancer', { clientIp: true }).objects[0]?.spec).toMatchObject({ externalTrafficPolicy: 'Local' });
    expect(write('cluster-ip', { clientIp: true }).objects[0]?.spec).not.toHaveProperty('externalTrafficPolicy');
  });

  it('writes an HTTPRoute when the Gateway API is wanted', () => {
    expect(write('ingress', {}, { gatewayApi: true }).objects.map((one) => one.kind)).toEqual(['Service', 'HTTPRoute']);
  });

  it('moves a privileged local port up in a port-forward', () => {
    expect(write('port-forward', { service: 'web', port: 80 }).command).toBe('kubectl port-forward service/web 8080:80');
  });
});
