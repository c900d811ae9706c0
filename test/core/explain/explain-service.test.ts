import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { explainService } from '../../../src/core/explain/explain-service.ts';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { flatten } from '../../../src/core/answer/text.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { serviceIn, snapshotOf, without } from '../../support/snapshot-of.ts';

const yaml = readFileSync(new URL('cluster.yaml', import.meta.url), 'utf8');
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(yaml);
});

const explained = (name: string, seen = snapshot): string => renderPlain(explainService(seen, serviceIn(snapshot, name)));

describe('the headline', () => {
  it.each([
    ['web', 'ok', 'web in shop is an internal (ClusterIP) Service; 2 of 2 pods answer.'],
    [
      'db',
      'ok',
      'db in shop is a headless Service (no cluster IP: DNS answers with the addresses of its pods); 1 of 1 pod answers.',
    ],
    [
      'public',
      'warning',
      'public in shop is a LoadBalancer Service at k8s-public.elb.eu-west-1.amazonaws.com; 1 of 2 pods answer.',
    ],
    [
      'inner',
      'warning',
      'inner in shop is an internal LoadBalancer Service without an external address yet; 1 of 1 pod answers.',
    ],
    [
      'edge',
      'warning',
      'edge in shop is a NodePort Service, open on ports 30053 and 30868 of every node; 1 of 1 pod answers, but none on port 53/UDP.',
    ],
    ['mail', 'info', 'mail in shop is an alias (ExternalName) for smtp.example.com.'],
    ['legacy', 'ok', 'legacy in shop is an internal (ClusterIP) Service; 1 of 1 endpoint is ready.'],
    ['typo', 'critical', 'typo in shop is an internal (ClusterIP) Service; its selector matches no running pod.'],
  ])('of %s has status %s and says what it is and whether it answers', (name, status, headline) => {
    const one = explainService(snapshot, serviceIn(snapshot, name));
    expect(flatten(one.headline)).toBe(headline);
    expect(one.status).toBe(status);
    expect(one.facts).toEqual({ service: name, namespace: 'shop' });
  });
});

describe('the words', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'web',
      'its addresses, what leads here and what limits it',
      [
        'Its address for pods of any namespace is web.shop on ports 80 and 9090.',
        'Ingress shop for shop.example.com/ leads here.',
        'NetworkPolicy only-front limits who gets in.',
      ],
    ],
    [
      'web',
      'both cluster IPs and families',
      ['10.96.0.20 and fd00::20', 'Dual-stack: it answers on IPv4 and IPv6, IPv4 first.'],
    ],
    [
      'web',
      'the DNS names with address and service records',
      ['web.shop.svc.cluster.local → A 10.96.0.20 and AAAA fd00::20', 'SRV _http._tcp.web.shop.svc.cluster.local'],
    ],
    ['web', 'a named target port resolved in the pods', ['8080 (container web) in 2 pods', '80 (http)']],
    ['web', 'a target port that nobody declares', ['not declared, which is fine if they listen on it']],
    [
      'web',
      'one backend for the two addresses of a pod',
      ['web-a', '10.244.1.5, fd01::5', '2 nodes in 2 zones (eu-1a: 1, eu-1b: 1)'],
    ],
    ['web', 'its workload, not the ReplicaSet', ['Deployment web']],
    ['web', 'the release that manages it', ["Helm release shop/shop: change the chart's values, not the object"]],
    ['web', 'its people', ['team-web', 'https://runbooks.example.com/web', '#team-web']],
    ['web', 'how long a client sticks to a pod', ['until 60m pass without a connection']],
    ['web', 'that callers stay in their zone', ['Callers are sent to pods in the same zone']],
    ['web', 'the alias in another namespace', ['Service other/web-alias is an alias (ExternalName) for it']],
    ['web', 'the Ingress with its address and TLS', ['Ingress shop at 203.0.113.9: shop.example.com/, with TLS']],
    [
      'web',
      'whom a NetworkPolicy lets in',
      [
        'NetworkPolicy only-front lets in pods with `tier in (edge,ui)` of namespaces with team=front or addresses in 10.0.0.0/8 except 10.9.0.0/16 on `TCP 8080-8090`.',
      ],
    ],
    ['web', 'its own events', ['Warning: FailedToUpdateEndpointSlices: Error updating Endpoint Slices, 5m ago, 3 times']],
    ['web', 'its age', ['Age:        5d']],
    ['db', "the pod's own name", ['each pod: db-0.db.shop.svc.cluster.local → 10.244.1.7']],
    [
      'db',
      'that no port is translated',
      [
        'Pods in any namespace reach it at db.shop:15432.',
        "Port 5432 is not translated: callers must connect to the pod's own port, 15432.",
      ],
    ],
    ['db', 'that unready pods count', ['the addresses of all its pods, ready or not', 'Pods that are not ready count too']],
    [
      'public',
      'who comes in and from where',
      ['Internet:', 'k8s-public.elb.eu-west-1.amazonaws.com:443, only from 192.0.2.0/24'],
    ],
    [
      'public',
      'that the load balancer decides about the client address',
      [
        "The load balancer sends to the pods themselves, past the nodes: whether they see the client's IP address is its own setting, not externalTrafficPolicy.",
      ],
    ],
    ['public', 'its endpoints by state', ['1 ready, 1 not ready, 1 terminating', 'terminating, still serving', 'not ready']],
    [
      'public',
      'its load balancer annotations',
      [
        'Made by the controller of class service.k8s.aws/nlb',
        'AWS: sends to pod addresses, past the node ports.',
        'AWS: health checks ask for /healthz.',
        'No node ports are allocated',
      ],
    ],
    ['public', 'that Flux would undo a change', ['Flux Kustomization flux-system/shop: change it in Git']],
    [
      'inner',
      'that nobody outside reaches it yet',
      ['Internal network (VPC):', 'nobody yet: the load balancer has no address'],
    ],
    [
      'inner',
      'that the client address is lost',
      ["The client's IP address is lost, unless the network plugin keeps it", 'externalTrafficPolicy: Cluster'],
    ],
    ['edge', 'its node ports by a node, inside and outside', ['10.0.0.11:30053 and 10.0.0.11:30868', '198.51.100.7:30053']],
    ['edge', 'protocols other than TCP', ['edge on ports 53/UDP and 3868/SCTP', 'SRV _dns._udp.edge.shop.svc.cluster.local']],
    ['edge', 'a named port of another protocol as missing', ['no pod declares a UDP port named dns']],
    ['edge', 'a selected pod that is no endpoint', ['edge-1 is selected but is no endpoint: its phase is Pending']],
    ['edge', 'its external IPs', ['192.0.2.50 on ports 53/UDP and 3868/SCTP, when the network routes']],
    [
      'edge',
      'that other nodes drop traffic of pods',
      ['only on a node that has a ready pod of it', 'internalTrafficPolicy: Local'],
    ],
    ['edge', 'the Argo CD application', ['Argo CD application edge-app']],
    ['mail', 'that only DNS is involved', ['CNAME smtp.example.com', 'Only DNS is involved', 'Its ports are not used']],
    ['legacy', 'that it has no selector and which port the slices have', ['It has no selector', '11521']],
    ['legacy', 'its owner', ['ExternalDatabase legacy of example.com (owner reference)']],
    [
      'typo',
      'that nothing answers at its address',
      ['Its address for pods of any namespace is typo.shop:80, but nothing answers there.'],
    ],
    ['typo', 'a port-forward for a short look', ['kubectl port-forward -n shop service/typo 8080:80']],
  ])('of %s tell %s', (name, _, words) => {
    for (const word of words) expect(explained(name)).toContain(word);
  });

  it.each([
    ['web', 'an event of an earlier Service of that name', 'FromAnEarlierService'],
    ['legacy', 'a port-forward, which needs a pod', 'port-forward'],
    ['mail', 'a cluster IP, endpoints or ports of its own', /Cluster IP|Endpoints|Ports/u],
    ['public', 'a node port', 'Network of the nodes'],
    ['typo', 'what does not apply', /Events|What limits it|What leads here|Load balancer/u],
  ])('of %s leave out %s', (name, _, words) => {
    expect(explained(name)).not.toMatch(words);
  });
});

describe('what was not read', () => {
  it.each([
    [
      'endpointslices',
      'its endpoints could not be read',
      'Could not read endpointslices (forbidden): grant `list endpointslices in namespace shop`.',
    ],
    ['pods', '2 of 2 pods answer', 'Could not read pods (forbidden): grant `list pods in namespace shop`.'],
    [
      'networkpolicies',
      '2 of 2 pods answer',
      'Could not read networkpolicies (forbidden): grant `list networkpolicies in namespace shop`.',
    ],
    ['nodes', '2 of 2 pods answer', 'Could not read nodes (forbidden): grant `list nodes`.'],
  ] as const)('is said for %s with the grant, and never taken for empty', (resource, headline, grant) => {
    const one = explainService(without(snapshot, [resource]), serviceIn(snapshot, 'web'));
    expect(flatten(one.headline)).toContain(headline);
    expect(renderPlain(one)).toContain(grant);
    expect(renderPlain(one)).not.toMatch(/no pod is selected|matches no|no endpoint/u);
  });

  it('is no judgement about health', () => {
    expect(explainService(without(snapshot, ['endpointslices']), serviceIn(snapshot, 'typo')).status).toBeUndefined();
  });

  it('is not mentioned when it was not needed', () => {
    expect(explained('web', without(snapshot, ['nodes'], 'not-asked'))).not.toContain('Could not read');
    expect(explained('mail', without(snapshot, ['pods', 'endpointslices']))).not.toContain('Could not read');
  });
});

describe('the next steps', () => {
  it.each([
    ['web', 'manifest ClusterIP web -n shop'],
    ['db', 'manifest Headless db -n shop'],
    ['public', 'manifest LoadBalancer web -n shop'],
    ['inner', 'manifest LoadBalancer-internal db -n shop'],
    ['legacy', 'manifest selectorless-Service -n shop'],
  ])('of %s are triage and YAML of its kind', (name, manifest) => {
    const { actions } = explainService(snapshot, serviceIn(snapshot, name));
    expect(actions.map((one) => one.request)).toEqual([`triage ${name} -n shop`, manifest]);
  });
});
