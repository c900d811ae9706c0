import { describe, expect, it } from 'vitest';
import { answerInTerminal } from '../support/run-in-terminal.ts';
import { sampleObjects, type SampleObject } from '../support/sample-objects.ts';

const sample = sampleObjects();
type Change = (objects: readonly SampleObject[]) => readonly SampleObject[];

const without =
  (...kinds: readonly string[]): Change =>
  (objects) =>
    objects.filter((one) => !kinds.includes(one.kind));
const changed =
  (kind: string, name: string, more: (one: SampleObject) => Partial<SampleObject>): Change =>
  (objects) =>
    objects.map((one) => (one.kind === kind && one.metadata.name === name ? { ...one, ...more(one) } : one));
const withMore =
  (...more: readonly SampleObject[]): Change =>
  (objects) => [...objects, ...more];
const same: Change = (objects) => objects;

/** Own machines on which nothing gives addresses: no provider, no LoadBalancer Service with an address. */
const bareMetal: Change = (objects) =>
  objects.flatMap((one): readonly SampleObject[] => {
    if (one.kind === 'Service' && (one['spec'] as { type?: string }).type === 'LoadBalancer') return [];
    return one.kind === 'Node' ? [{ ...one, spec: { ...(one['spec'] as object), providerID: '' } }] : [one];
  });

const service = (name: string, spec: object): SampleObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop', uid: name, creationTimestamp: '2026-10-01T00:00:00Z' },
  spec: { type: 'ClusterIP', clusterIP: '10.96.9.9', clusterIPs: ['10.96.9.9'], ...spec },
});

interface Clash {
  readonly what: string;
  readonly cluster: Change;
  readonly words: readonly string[];
  readonly check: string;
  readonly says: RegExp;
}

const clashes: readonly Clash[] = [
  {
    what: 'a node port that another Service has',
    cluster: withMore(service('old', { type: 'NodePort', ports: [{ port: 80, nodePort: 30_777 }] })),
    words: ['ask', 'give me a manifest of a NodePort service for web in namespace shop with nodePort 30777'],
    check: 'manifest-refused-by-api',
    says: /nodePort is taken: Service shop\/old has TCP 30777/u,
  },
  {
    what: 'a name that another Service has, with what would change',
    cluster: withMore(service('postgres-internal-0', { selector: { app: 'mine' }, ports: [{ port: 1 }] })),
    words: ['expose', 'postgres', '--audience', 'internet', '--per-pod-address'],
    check: 'manifest-replaces-object',
    says: /There is a Service postgres-internal-0 already: applying this would change \d+ fields/u,
  },
  {
    what: 'a targetPort that no container has',
    cluster: same,
    words: ['manifest', 'ClusterIP', 'web', '--port', '80', '--target-port', 'nope'],
    check: 'target-port-name-missing',
    says: /targetPort: nope/u,
  },
  {
    what: 'a protocol that the containers do not declare',
    cluster: same,
    words: ['manifest', 'ClusterIP', 'web', '--port', '8080', '--protocol', 'UDP'],
    check: 'target-port-protocol-mismatch',
    says: /UDP/u,
  },
  {
    what: 'an Ingress over a Service that does not work',
    cluster: same,
    words: ['expose', 'payments', '--audience', 'internet', '--http-routing', '--protocol', 'HTTP'],
    check: 'target-port-name-missing',
    says: /Service payments sends port 80 to/u,
  },
  {
    what: 'a host and path that another Ingress has',
    cluster: same,
    words: ['manifest', 'Ingress-or-Gateway', 'cart', '--external-host', 'shop.example.com'],
    check: 'ingress-duplicate-host-path',
    says: /both claim .*shop\.example\.com/u,
  },
  {
    what: 'an Ingress without any IngressClass',
    cluster: without('IngressClass', 'Ingress'),
    words: ['expose', 'web', '--audience', 'internet', '--http-routing', '--protocol', 'HTTP'],
    check: 'ingress-class-not-served',
    says: /there is no IngressClass my-ingress-class/u,
  },
  {
    what: 'an HTTPRoute without any Gateway',
    cluster: same,
    words: ['ask', 'expose web in namespace shop to the internet with the gateway api, an HTTPRoute'],
    check: 'route-not-accepted',
    says: /there is no Gateway shop\/my-gateway/u,
  },
  {
    what: 'a load balancer where nothing gives it an address',
    cluster: bareMetal,
    words: ['manifest', 'LoadBalancer', 'web'],
    check: 'lb-no-controller',
    says: /Nothing in this cluster gives LoadBalancer Services an address: web.* would wait for one for ever/u,
  },
  {
    what: 'an entry from outside that a NetworkPolicy drops',
    cluster: same,
    words: ['expose', 'postgres', '--audience', 'internet', '--per-pod-address'],
    check: 'netpol-blocks-external-clients',
    says: /NetworkPolicy postgres-from-backends lets only pods reach pod postgres-0/u,
  },
  {
    what: 'a namespace that is being deleted',
    cluster: changed('Namespace', 'shop', (one) => ({
      metadata: { ...one.metadata, deletionTimestamp: '2026-11-20T09:00:00Z' },
      status: { phase: 'Terminating' },
    })),
    words: ['manifest', 'ClusterIP', 'web'],
    check: 'namespace-terminating',
    says: /shop/u,
  },
  {
    what: 'an alias of a Service that does not exist',
    cluster: same,
    words: ['manifest', 'ExternalName', '--service', 'alias', '--external-host', 'nothing.shop.svc.cluster.local'],
    check: 'external-name-unresolvable',
    says: /nothing\.shop\.svc\.cluster\.local/u,
  },
  {
    what: 'an endpoint that is the virtual address of a Service',
    cluster: same,
    words: ['manifest', 'selectorless-Service', '--service', 'legacy', '--port', '80', '--external-host', '10.96.47.110'],
    check: 'manual-endpoint-mismatch',
    says: /legacy-ipv4/u,
  },
];

describe('a manifest that clashes with the cluster', () => {
  it.each(clashes)('is shown with its finding and without proof: $what', async ({ cluster, words, check, says }) => {
    const answer = await answerInTerminal([...words, '-n', 'shop', '--from', '-'], JSON.stringify(cluster(sample)));
    const found = answer.findings?.find((finding) => finding.check === check);
    expect(answer.findings?.map((finding) => finding.check)).toContain(check);
    expect(found?.say).toMatch(says);
    expect(answer.manifests?.map((one) => one.proven)).toEqual([['schema']]);
    expect(answer.text).toContain('Not passed (see below): the triage checks against the cluster.');
  });

  it('is not proven when something that it needs was not read, and says what to add', async () => {
    const dump = without('EndpointSlice')(sample);
    const answer = await answerInTerminal(['manifest', 'ClusterIP', 'web', '-n', 'shop', '--from', '-'], JSON.stringify(dump));
    expect(answer.findings ?? []).toEqual([]);
    expect(answer.manifests?.[0]?.proven).toEqual(['schema']);
    expect(answer.skipped?.flatMap((one) => one.unread)).toContain('endpointslices');
    expect(answer.text).toContain('could not read endpointslices. Grant: `add endpointslices to the dump`');
  });

  it('keeps its proof when only the pods have trouble, which is said below', async () => {
    const answer = await answerInTerminal(
      ['manifest', 'ClusterIP', 'reports', '-n', 'shop', '--from', '-'],
      JSON.stringify(sample),
    );
    expect(answer.manifests?.[0]?.proven).toEqual(['schema', 'checks']);
    expect(answer.text).toContain('The manifest is right, but what it leads to has trouble now:');
    expect(answer.text).toContain('Deployment reports behind Service reports-internal is scaled to zero');
  });
});
