import { describe, expect, it } from 'vitest';
import type { Patch } from '../../support/scenario-cluster.ts';
import { explainedWith, headlineOf, pod, under, wordsOf } from './explained-patch.ts';

const spec = (more: Readonly<Record<string, unknown>>): Patch => ({ 'Service/web': { spec: more } });
const balancer = (ingress: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): Patch => ({
  'Service/web': {
    spec: { type: 'LoadBalancer', externalTrafficPolicy: 'Cluster', ...more },
    status: { loadBalancer: { ingress: [ingress] } },
  },
});
const policy = (name: string, ingress: readonly unknown[]): Patch => ({
  [`NetworkPolicy/${name}`]: { spec: { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Ingress'], ingress } },
});
const alias = (target: string) => ({ spec: { type: 'ExternalName', externalName: target } });
const frontend = { podSelector: { matchLabels: { team: 'frontend' } } };
const clientLost =
  "The client's IP address is lost, unless the network plugin keeps it: any node takes traffic and passes it on under its own address (externalTrafficPolicy: Cluster).";

/** One of each type: headline, the first sentences, what follows. Exact words. */
describe('a Service of type', () => {
  it.each<[string, Patch, string, string, readonly string[]]>([
    [
      'ClusterIP',
      {},
      'web in shop is an internal (ClusterIP) Service; 2 of 2 pods answer.',
      'Pods in any namespace reach it at web.shop:80.',
      [],
    ],
    [
      'NodePort',
      spec({
        type: 'NodePort',
        externalTrafficPolicy: 'Cluster',
        ports: [{ name: 'http', port: 80, targetPort: 'http', nodePort: 30080 }],
      }),
      'web in shop is a NodePort Service, open on port 30080 of every node; 2 of 2 pods answer.',
      'Pods in any namespace reach it at web.shop:80. From the network of the nodes it is 10.0.0.11:30080, and the same on every node.',
      [clientLost],
    ],
    [
      'LoadBalancer',
      balancer({ ip: '203.0.113.5' }, { loadBalancerSourceRanges: ['192.0.2.0/24'] }),
      'web in shop is a LoadBalancer Service at 203.0.113.5; 2 of 2 pods answer.',
      'Pods in any namespace reach it at web.shop:80. From the internet it is 203.0.113.5:80, for clients in 192.0.2.0/24 only.',
      [clientLost],
    ],
    [
      'ClusterIP without cluster IP (headless)',
      spec({ clusterIP: 'None' }),
      'web in shop is a headless Service (no cluster IP: DNS answers with the addresses of its pods); 2 of 2 pods answer.',
      'Pods in any namespace reach it at web.shop:8080.',
      [
        'No proxy stands between: a client picks an address itself, and a long-lived connection stays with its pod.',
        "Port 80 is not translated: callers must connect to the pod's own port, 8080.",
      ],
    ],
    [
      'ExternalName',
      { 'Service/web': 'delete', 'Service/mail': alias('smtp.example.com') },
      'mail in shop is an alias (ExternalName) for smtp.example.com.',
      'DNS sends pods that ask for mail.shop to smtp.example.com.',
      [
        'Only DNS is involved: there is no proxy, no port translation and no health check.',
        'HTTP and TLS clients send the name that they were given: smtp.example.com must accept that Host header and present a certificate for it.',
      ],
    ],
  ])('%s is told in these words', async (_, patch, headline, words, follows) => {
    const answer = await explainedWith(patch, 'Service/mail' in patch ? 'mail' : 'web');
    expect(headlineOf(answer)).toBe(headline);
    expect(wordsOf(answer)).toBe(words);
    expect(under(answer, 'What follows from it')).toEqual(follows);
  });
});

describe('whom NetworkPolicies let in', () => {
  it('is the last of the first sentences, and stands beside each address', async () => {
    const answer = await explainedWith(policy('deny-all', [{ from: [frontend] }]));
    expect(wordsOf(answer)).toBe(
      'Its address for pods of any namespace is web.shop:80. NetworkPolicy deny-all lets only pods with team=frontend of this namespace in.',
    );
    expect(under(answer, 'Who can reach it').slice(0, 2)).toEqual([
      'Pods in shop: web:80, only pods with team=frontend of this namespace',
      'Pods in other namespaces: web.shop:80, but NetworkPolicy lets none of them in',
    ]);
  });

  it.each<[string, readonly unknown[], string, string, string]>([
    [
      'nobody',
      [],
      ' NetworkPolicy np lets nobody in.',
      ', but NetworkPolicy lets none of them in',
      ', but NetworkPolicy lets none of them in',
    ],
    ['everybody', [{}], '', '', ''],
    [
      'one namespace by its name',
      [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'mon' } } }] }],
      ' NetworkPolicy np lets only pods of namespace mon in.',
      ', but NetworkPolicy lets none of them in',
      ', only pods of namespace mon',
    ],
    [
      'its own namespace by name',
      [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }] }],
      ' NetworkPolicy np lets only pods of namespace shop in.',
      ', only pods of namespace shop',
      ', but NetworkPolicy lets none of them in',
    ],
    [
      'addresses alone',
      [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }],
      ' NetworkPolicy np lets only addresses in 10.0.0.0/8 in.',
      ', but NetworkPolicy lets none of them in',
      ', but NetworkPolicy lets none of them in',
    ],
    [
      'another port to everybody',
      [{ ports: [{ port: 9090 }] }],
      ' NetworkPolicy np lets nobody in.',
      ', but NetworkPolicy lets none of them in',
      ', but NetworkPolicy lets none of them in',
    ],
  ])('is told when a policy lets in %s', async (_, ingress, sentence, here, elsewhere) => {
    const answer = await explainedWith(policy('np', ingress));
    const start =
      sentence === ''
        ? 'Pods in any namespace reach it at web.shop:80.'
        : 'Its address for pods of any namespace is web.shop:80.';
    expect(wordsOf(answer)).toBe(`${start}${sentence}`);
    const rows = under(answer, 'Who can reach it');
    expect(rows.slice(0, 2)).toEqual([`Pods in shop: web:80${here}`, `Pods in other namespaces: web.shop:80${elsewhere}`]);
  });

  it('leaves pods of all namespaces in their right when a policy lets every pod in, but nobody from outside', async () => {
    const answer = await explainedWith({
      ...balancer({ ip: '203.0.113.5' }),
      ...policy('pods-only', [{ from: [{ namespaceSelector: {} }] }]),
    });
    expect(wordsOf(answer)).toContain('Pods in any namespace reach it at web.shop:80.');
    expect(under(answer, 'Who can reach it')).toContain(
      'Internet: 203.0.113.5:80, but NetworkPolicy lets nobody from outside in',
    );
  });

  it('is not the same for all pods, which is said instead of guessed', async () => {
    const answer = await explainedWith({
      'NetworkPolicy/one': {
        spec: { podSelector: { matchLabels: { shard: 'a' } }, policyTypes: ['Ingress'], ingress: [{ from: [frontend] }] },
      },
      'Pod/web-1': { metadata: { labels: { app: 'web', shard: 'a' } } },
    });
    expect(wordsOf(answer)).toContain('NetworkPolicy one limits who gets in.');
    expect(under(answer, 'Who can reach it')[0]).toBe('Pods in shop: web:80, as far as NetworkPolicy lets them in');
  });

  it('makes the way through an Ingress depend on its controller', async () => {
    const answer = await explainedWith({
      ...policy('deny-all', [{ from: [frontend] }]),
      'Ingress/shop': {
        spec: {
          rules: [
            {
              host: 'shop.example.com',
              http: { paths: [{ path: '/', backend: { service: { name: 'web', port: { name: 'http' } } } }] },
            },
          ],
        },
      },
    });
    expect(under(answer, 'Who can reach it')).toContain(
      'By Ingress shop: shop.example.com/, as far as NetworkPolicy lets its controller in',
    );
  });
});

describe('an alias within the cluster', () => {
  it('is followed to its end', async () => {
    const answer = await explainedWith(
      { 'Service/a': alias('b.shop.svc.cluster.local'), 'Service/b': alias('web.shop.svc.cluster.local') },
      'a',
    );
    expect(wordsOf(answer)).toBe(
      'DNS sends pods that ask for a.shop to b.shop.svc.cluster.local. ' +
        'That name is Service shop/b, an alias (ExternalName) for web.shop.svc.cluster.local. ' +
        'That name is Service shop/web, an internal (ClusterIP) Service; 2 of 2 pods answer.',
    );
    expect(answer.status).toBe('info');
  });

  it.each([
    [
      'b.shop.svc.cluster.local',
      'That is Service shop/a again: the aliases go round in a circle.',
      'the names it leads to go round in a circle',
    ],
    [
      'gone.shop.svc.cluster.local',
      'That would be Service shop/gone of this cluster, but there is none.',
      'there is no Service of that name',
    ],
  ])('that leads nowhere is critical: %s', async (target, words, headline) => {
    const answer = await explainedWith({ 'Service/a': alias(target), 'Service/b': alias('a.shop.svc.cluster.local') }, 'a');
    expect(wordsOf(answer)).toContain(words);
    expect(headlineOf(answer)).toContain(headline);
    expect(answer.status).toBe('critical');
  });
});

describe('what follows', () => {
  it.each<[string, Patch, string]>([
    [
      'from the mode of a load balancer address',
      balancer({ ip: '203.0.113.5', ipMode: 'Proxy' }),
      'Pods and nodes that call 203.0.113.5 go out to the load balancer and come back like any other client (ipMode: Proxy).',
    ],
    ['from a single pod', { 'Pod/web-2': 'delete' }, 'One pod serves it all: while web-1 restarts or moves, nothing answers.'],
    [
      'from pods on one node',
      { 'Pod/web-2': { spec: { nodeName: 'node-1' } } },
      'Its 2 ready pods all stand on the node node-1: when it goes, nothing answers.',
    ],
    [
      'from a distribution without hints',
      spec({ trafficDistribution: 'PreferSameNode' }),
      'Callers are sent to pods on the same node while there are ready ones (trafficDistribution: PreferSameNode); of 2 ready endpoints none carries the hint for it, so that callers are spread over all.',
    ],
    [
      'from SCTP',
      spec({ ports: [{ name: 'sig', port: 3868, targetPort: 3868, protocol: 'SCTP' }] }),
      'SCTP works only where the network plugin and the nodes carry it; most cloud load balancers do not.',
    ],
    [
      'from EndpointSlices of somebody',
      {
        'Service/web': { spec: { selector: null } },
        'EndpointSlice/web-1': {
          metadata: { labels: { 'kubernetes.io/service-name': 'web', 'endpointslice.kubernetes.io/managed-by': 'dba' } },
          addressType: 'IPv4',
          ports: [{ name: 'http', port: 1521 }],
          endpoints: [{ addresses: ['192.168.5.4'] }],
        },
      },
      'It has no selector: its EndpointSlices come from dba. Nothing checks whether these addresses answer.',
    ],
  ])('%s is said', async (_, patch, line) => {
    expect(under(await explainedWith(patch), 'What follows from it')).toContain(line);
  });

  it('from a node port with externalTrafficPolicy Local is an address that really takes traffic', async () => {
    const ports = [{ name: 'http', port: 80, targetPort: 'http', nodePort: 30080 }];
    const answer = await explainedWith({
      ...spec({ type: 'NodePort', externalTrafficPolicy: 'Local', ports }),
      'Pod/web-1': 'delete',
      'Pod/web-3': pod(2),
    });
    expect(wordsOf(answer)).toContain(
      'From the network of the nodes it is 10.0.0.12:30080, and the same on every node with a ready pod.',
    );
  });

  it('from externalIPs is how they are reached, and not that it is unreachable', async () => {
    const answer = await explainedWith(spec({ externalIPs: ['198.51.100.7'] }));
    expect(wordsOf(answer)).toBe(
      'Pods in any namespace reach it at web.shop:80. Where the network routes it to a node, it is 198.51.100.7:80 too.',
    );
    expect(under(answer, 'Who can reach it').join()).not.toContain('not by itself');
  });
});

const helm = { 'meta.helm.sh/release-name': 'web', 'meta.helm.sh/release-namespace': 'shop' };
const wrote = (manager: string, time: string, fieldsV1: unknown, more = {}) => ({
  manager,
  operation: 'Update',
  time,
  fieldsV1,
  ...more,
});
const byHelm = wrote('helm', '5d ago', { 'f:metadata': { 'f:labels': {} }, 'f:spec': { 'f:ports': {}, 'f:type': {} } });

describe('what changed', () => {
  it('names the writers, newest first, and the last one at a glance', async () => {
    const answer = await explainedWith({
      'Service/web': {
        metadata: {
          annotations: helm,
          managedFields: [
            byHelm,
            wrote('kubectl-edit', '2h ago', { 'f:spec': { 'f:selector': {} } }),
            wrote('cloud-controller-manager', '5m ago', { 'f:status': { 'f:loadBalancer': {} } }, { subresource: 'status' }),
          ],
        },
      },
    });
    expect(under(answer, 'What changed')).toEqual([
      '5m ago: cloud-controller-manager (status.loadBalancer)',
      '120m ago: kubectl edit (spec.selector)',
      '5d ago: Helm (metadata.labels, spec.ports and spec.type)',
    ]);
    const rows = answer.parts.flatMap((part) => (part.kind === 'fields' ? part.fields : []));
    expect(
      rows
        .find(({ name }) => name === 'Last change')
        ?.value.map(({ value }) => value)
        .join(''),
    ).toBe('120m ago by kubectl edit (spec.selector)');
    expect(under(answer, 'What follows from it')).toContain(
      'spec.selector was set by hand (kubectl edit, 120m ago), past what manages it: the next deployment may undo that.',
    );
  });

  it('names of two writers in one second the one that the API lists last', async () => {
    const applied = wrote('kubectl', '2h ago', { 'f:spec': { 'f:ports': {} } });
    const edited = wrote('kubectl-edit', '2h ago', { 'f:spec': { 'f:selector': {} } });
    const answer = await explainedWith({ 'Service/web': { metadata: { managedFields: [applied, edited] } } });
    expect(under(answer, 'What changed')[0]).toBe('120m ago: kubectl edit (spec.selector)');
  });

  it('is not told of one writer alone, nor as a change past anything where nothing manages it', async () => {
    const alone = await explainedWith({ 'Service/web': { metadata: { annotations: helm, managedFields: [byHelm] } } });
    expect(under(alone, 'What changed')).toEqual([]);
    const free = await explainedWith({
      'Service/web': { metadata: { managedFields: [wrote('kubectl-edit', '2h ago', { 'f:spec': { 'f:selector': {} } })] } },
    });
    expect(under(free, 'What follows from it')).toEqual([]);
  });
});

describe('the manager', () => {
  it.each([
    [
      { ownerReferences: [{ apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', name: 'pg', uid: 'x', controller: true }] },
      'Cluster pg of postgresql.cnpg.io (owner reference)',
    ],
    [{ labels: { 'gateway.networking.k8s.io/gateway-name': 'edge' } }, 'Gateway edge: its controller made it'],
    [{ labels: { 'addonmanager.kubernetes.io/mode': 'Reconcile' } }, 'the add-on manager of the cluster'],
  ])('%j is told', async (metadata, words) => {
    const answer = await explainedWith({ 'Service/web': { metadata } });
    const rows = answer.parts.flatMap((part) => (part.kind === 'fields' ? part.fields : []));
    expect(
      rows
        .find(({ name }) => name === 'Managed by')
        ?.value.map(({ value }) => value)
        .join(''),
    ).toContain(words);
  });
});
