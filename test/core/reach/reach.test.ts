import { describe, expect, it } from 'vitest';
import { flatten } from '../../../src/core/answer/text.ts';
import { reach } from '../../../src/core/reach/reach.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { without } from '../../support/snapshot-of.ts';
import { shop, verdicts } from './world.ts';

const denyIngress = 'shop/deny-all: {podSelector: {}, policyTypes: [Ingress]}';
const denyEgress = 'shop/no-way-out: {podSelector: {}, policyTypes: [Egress]}';

type Row = readonly [from: string, to: string, verdict: string, decidedBy?: string];

async function expectRows(policies: readonly string[], rows: readonly Row[]): Promise<void> {
  const snapshot = await shop(policies);
  const found = rows.map(([from, to, , decidedBy]) => {
    const answer = reach(snapshot, from, to);
    const line = [from, to, verdicts(answer).join(' | ')];
    return decidedBy === undefined ? line : [...line, answer.reach?.[0]?.decidedBy];
  });
  expect(found).toEqual(rows);
}

describe('without policies', () => {
  it('everything that exists is reached, on the ports of the pods', () =>
    expectRows(
      [],
      [
        ['shop/web', 'shop/checkout:80', 'allowed TCP 9090', 'no NetworkPolicy limits it'],
        ['shop/web', 'shop/checkout:http', 'allowed TCP 9090'],
        ['shop/web', 'shop/checkout', 'allowed TCP 9090, TCP 9100'],
        ['shop/web', 'checkout.shop.svc.cluster.local:80', 'allowed TCP 9090'],
        ['shop/web', 'checkout.shop:80', 'allowed TCP 9090'],
        ['shop/web', 'http://checkout', 'allowed TCP 9090'],
        ['shop/web', '10.96.0.20:9100', 'allowed TCP 9100'],
        ['deploy/web', 'sts/checkout', 'allowed all'],
        ['shop/deploy/web', 'pod/checkout-0:9090', 'allowed TCP 9090'],
        ['shop/web', 'sts/checkout:metrics', 'allowed TCP 9100'],
        ['10.244.2.20', 'shop/checkout:80', 'allowed TCP 9090'],
        ['ns/ops', 'data/db:5432', 'allowed TCP 5432'],
        ['shop/web', '8.8.8.8:53/udp', 'allowed UDP 53'],
        ['shop/web', 'internet:443', 'allowed TCP 443'],
        ['shop/web', 'example.com:443', 'allowed TCP 443'],
        ['internet', 'shop/web:80', 'allowed TCP 8080'],
        ['shop/web', 'ns/data', 'allowed all'],
        ['shop/web', 'data/legacy:3306', 'allowed TCP 3306'],
        ['shop/web', 'shop/mail:25', 'allowed TCP 25'],
        ['shop/web', 'shop/database:5432', 'allowed TCP 5432'],
        ['cronjob/nightly', 'shop/checkout:80', 'allowed TCP 9090'],
      ],
    ));

  it('what a Service lacks stops it before any policy', () =>
    expectRows(
      [denyIngress],
      [
        ['shop/web', 'shop/checkout:81', 'blocked TCP 81', 'Service shop/checkout: no port TCP 81, it has TCP 80, TCP 9100'],
        ['shop/web', 'shop/checkout:80/udp', 'blocked UDP 80'],
        ['shop/web', 'data/sick:80', 'blocked TCP 80', 'Service data/sick: no ready endpoint (1 pod selected, none is ready)'],
        ['shop/web', 'data/nobody:80', 'blocked TCP 80', 'Service data/nobody: no endpoints: no pod has the labels app=nobody'],
        ['shop/web', 'data/noname:80', 'blocked TCP 80', 'Service data/noname: no pod declares the targetPort www'],
        ['shop/web', 'sts/checkout:nope', 'blocked nope', 'StatefulSet shop/checkout: no container declares a port named nope'],
        [
          'internet',
          'shop/checkout:80',
          'blocked TCP 80',
          'Service shop/checkout: type ClusterIP has no address outside the cluster, and no Ingress leads to it',
        ],
      ],
    ));

  it('callers who use the targetPort are told the port', async () => {
    const snapshot = await shop(
      [],
      'apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: shop}\nspec: {clusterIP: 10.96.0.40, selector: {app: checkout}, ports: [{port: 80, targetPort: 9090}]}',
    );
    expect(reach(snapshot, 'shop/web', 'shop/api:9090').reach?.[0]?.decidedBy).toContain(
      '9090 is a targetPort: callers use 80',
    );
  });
});

describe('policies', () => {
  it('default deny at the target blocks by name of the policy', () =>
    expectRows(
      [denyIngress],
      [
        ['shop/web', 'shop/checkout:80', 'blocked TCP 9090', 'NetworkPolicy shop/deny-all: no ingress rule'],
        ['shop/web', 'data/db:5432', 'allowed TCP 5432'],
        ['data/db', 'sts/checkout', 'blocked all', 'NetworkPolicy shop/deny-all: no ingress rule'],
        ['internet', 'shop/web:80', 'blocked TCP 8080', 'NetworkPolicy shop/deny-all: no ingress rule'],
      ],
    ));

  it('default deny of the caller’s egress comes before the target', () =>
    expectRows(
      [denyEgress, 'data/closed: {podSelector: {}, policyTypes: [Ingress]}'],
      [
        ['shop/web', 'data/db:5432', 'blocked TCP 5432', 'NetworkPolicy shop/no-way-out: no egress rule'],
        ['ops/prom', 'data/db:5432', 'blocked TCP 5432', 'NetworkPolicy data/closed: no ingress rule'],
        ['shop/web', '1.1.1.1', 'blocked all', 'NetworkPolicy shop/no-way-out: no egress rule'],
      ],
    ));

  it('two directions that open different ports block together', () =>
    expectRows(
      [
        'shop/out: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{ports: [{port: 9090}]}]}',
        'shop/in: {podSelector: {matchLabels: {app: checkout}}, ingress: [{ports: [{port: 9100}]}]}',
      ],
      [
        [
          'shop/web',
          'shop/checkout',
          'blocked TCP 9090, TCP 9100',
          'NetworkPolicy shop/out: egress rule 1, only TCP 9090; NetworkPolicy shop/in: ingress rule 1, only TCP 9100',
        ],
      ],
    ));

  it('policies act on the pod’s port and not on the Service’s', () =>
    expectRows(
      [
        'shop/checkout-in: {podSelector: {matchLabels: {app: checkout}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}]}',
      ],
      [
        [
          'shop/web',
          'shop/checkout:80',
          'blocked TCP 9090',
          'NetworkPolicy shop/checkout-in: ingress rule 1 opens TCP 80, not TCP 9090',
        ],
        ['ops/prom', 'shop/checkout:80', 'blocked TCP 9090', 'NetworkPolicy shop/checkout-in: no ingress rule for this source'],
        ['shop/web', 'sts/checkout', 'allowed TCP 80', 'NetworkPolicy shop/checkout-in: ingress rule 1'],
      ],
    ));

  it('ports of one Service may differ', async () => {
    const snapshot = await shop([
      'shop/p: {podSelector: {matchLabels: {app: checkout}}, ingress: [{ports: [{port: metrics}]}]}',
    ]);
    const answer = reach(snapshot, 'ops/prom', 'shop/checkout');
    expect(answer.reach?.map((one) => `${one.verdict} ${one.ports.join()}`)).toEqual(['allowed TCP 9100', 'blocked TCP 9090']);
    expect(flatten(answer.headline)).toMatch(/^Allowed in part/u);
  });

  it('a namespace counts as one where all its workloads fare alike, and else each by itself', () =>
    expectRows(
      [
        'data/in: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: web}}, podSelector: {matchLabels: {app: checkout}}}]}]}',
      ],
      [
        ['ns/ops', 'data/db:5432', 'blocked TCP 5432'],
        [
          'ns/shop',
          'data/db:5432',
          'Deployment shop/web → StatefulSet data/db: blocked TCP 5432 | StatefulSet shop/checkout → StatefulSet data/db: allowed TCP 5432',
        ],
        ['ns/partner', 'data/db:5432', 'blocked TCP 5432'],
      ],
    ));

  it('the other pods of a namespace count, not the target itself', () =>
    expectRows(
      [denyIngress],
      [
        ['ns/shop', 'shop/checkout:80', 'blocked TCP 9090'],
        ['shop/web', 'ns/shop', 'blocked all'],
      ],
    ));

  it('of a namespace without pods only that is said which holds for any pod', () =>
    expectRows(
      [
        'shop/in: {podSelector: {matchLabels: {app: checkout}}, ingress: [{from: [{namespaceSelector: {matchLabels: {partner: "yes"}}}]}]}',
        'data/in: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {partner: "yes"}}, podSelector: {matchLabels: {app: sync}}}]}]}',
      ],
      [
        ['ns/partner', 'shop/checkout:80', 'allowed TCP 9090'],
        ['ns/partner', 'data/db:5432', 'unknown TCP 5432'],
      ],
    ));

  it('an address is judged by ipBlocks, and a CIDR in parts where it has to be', () =>
    expectRows(
      [
        'shop/in: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.128/25]}}]}]}',
      ],
      [
        ['203.0.113.7', 'shop/web:80', 'allowed TCP 8080', 'NetworkPolicy shop/in: ingress rule 1'],
        ['203.0.113.200', 'shop/web:80', 'blocked TCP 8080', 'NetworkPolicy shop/in: no ingress rule for this source'],
        ['203.0.113.0/25', 'shop/web:80', 'allowed TCP 8080'],
        [
          '203.0.113.0/24',
          'shop/web:80',
          '203.0.113.0/24 → Deployment shop/web: blocked TCP 8080 | 203.0.113.0/25 → Deployment shop/web: allowed TCP 8080',
        ],
        [
          'internet',
          'shop/web:80',
          'any outside address → Deployment shop/web: blocked TCP 8080 | 203.0.113.0/25 → Deployment shop/web: allowed TCP 8080',
        ],
      ],
    ));

  it('private addresses are not the internet', () =>
    expectRows(
      [
        'shop/in: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}',
        'data/out: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 192.168.0.0/16]}}]}]}',
      ],
      [
        ['internet', 'shop/web:80', 'blocked TCP 8080'],
        ['data/db', 'internet:443', 'allowed TCP 443'],
        ['data/db', '192.168.50.5:3306', 'blocked TCP 3306'],
        ['data/db', 'data/legacy:3306', 'blocked TCP 3306', 'NetworkPolicy data/out: no egress rule for this destination'],
        ['data/db', 'example.com:443', 'unknown TCP 443'],
      ],
    ));

  it('pods in an ipBlock are left open', async () => {
    const snapshot = await shop(['shop/in: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.244.0.0/16}}]}]}']);
    const answer = reach(snapshot, 'ops/prom', 'shop/checkout:80');
    expect(verdicts(answer)).toEqual(['unknown TCP 9090']);
    expect(answer.reach?.[0]?.decidedBy).toContain('ipBlock is meant for addresses outside the cluster');
  });

  it('the node of a pod always reaches it', () =>
    expectRows(
      [denyIngress],
      [
        ['10.0.0.1', 'pod/web-5d9-a:8080', 'allowed TCP 8080'],
        ['10.0.0.2', 'pod/web-5d9-a:8080', 'blocked TCP 8080'],
      ],
    ));

  it('replicas among themselves are held to the policies, one pod alone is not', () =>
    expectRows(
      [denyIngress],
      [
        ['shop/web', 'shop/web:80', 'blocked TCP 8080'],
        ['shop/checkout', 'shop/checkout:80', 'allowed TCP 9090'],
      ],
    ));

  it('a headless Service does not translate ports', () =>
    expectRows(
      ['data/in: {podSelector: {}, ingress: [{ports: [{port: pg}]}]}'],
      [
        ['shop/web', 'data/db:5432', 'allowed TCP 5432'],
        ['shop/web', 'data/db:80', 'blocked TCP 80', 'NetworkPolicy data/in: ingress rule 1 opens TCP 5432, not TCP 80'],
      ],
    ));

  it('an egress policy without DNS is told although the address can be reached', async () => {
    const snapshot = await shop([
      'shop/out: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}',
    ]);
    const answer = reach(snapshot, 'shop/web', 'shop/checkout:80');
    expect(verdicts(answer)).toEqual(['allowed TCP 9090']);
    expect(answer.status).toBe('warning');
    expect(flatten(answer.headline)).toBe(
      'Allowed, but not by name: Deployment shop/web → Service shop/checkout on TCP 80. DNS is blocked for the caller.',
    );
  });
});

describe('a Service for callers outside', () => {
  it('is reached through an Ingress when its controller is let in', async () => {
    const ingress =
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: shop, namespace: shop}\nspec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: checkout, port: {number: 80}}}}]}}]}';
    expect(verdicts(reach(await shop([], ingress), 'internet', 'shop/checkout:80'))).toEqual(['allowed TCP 9090']);
    expect(
      verdicts(
        reach(
          await shop(['shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}'], ingress),
          'internet',
          'shop/checkout:80',
        ),
      ),
    ).toEqual(['allowed TCP 9090']);
    expect(
      verdicts(
        reach(
          await shop(
            ['shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}}]}]}'],
            ingress,
          ),
          'internet',
          'shop/checkout:80',
        ),
      ),
    ).toEqual(['unknown TCP 9090']);
    expect(verdicts(reach(await shop([denyIngress], ingress), 'internet', 'shop/checkout:80'))).toEqual(['blocked TCP 9090']);
  });

  it('is limited by its loadBalancerSourceRanges', async () => {
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: {name: edge, namespace: shop}\nspec: {type: LoadBalancer, clusterIP: 10.96.0.50, loadBalancerSourceRanges: [203.0.113.0/24], selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}';
    const snapshot = await shop([], service);
    expect(verdicts(reach(snapshot, '203.0.113.9', 'shop/edge:80'))).toEqual(['allowed TCP 8080']);
    expect(reach(snapshot, '198.51.100.1', 'shop/edge:80').reach?.[0]?.decidedBy).toBe(
      'Service shop/edge: spec.loadBalancerSourceRanges admits only 203.0.113.0/24',
    );
  });
});

describe('what was not read', () => {
  it('is never taken for allowed: NetworkPolicies', async () => {
    const answer = reach(without(await shop(), ['networkpolicies']), 'shop/web', 'data/db:5432');
    expect(verdicts(answer)).toEqual(['unknown TCP 5432']);
    expect(renderPlain(answer)).toContain('DNS name:              cannot tell');
    expect(answer.skipped?.map((one) => one.grant)).toEqual([
      'list networkpolicies in namespace shop',
      'list networkpolicies in namespace data',
    ]);
  });

  it('leaves a block that is certain all the same', async () => {
    const snapshot = without(await shop([denyIngress]), ['namespaces']);
    expect(verdicts(reach(snapshot, 'ops/prom', 'shop/checkout:80'))).toEqual(['blocked TCP 9090']);
  });

  it('is only missed where it decides: namespaces', async () => {
    const byLabel = 'data/in: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: web}}}]}]}';
    const answer = reach(without(await shop([byLabel]), ['namespaces']), 'shop/web', 'data/db:5432');
    expect(verdicts(answer)).toEqual(['unknown TCP 5432']);
    expect(answer.skipped?.[0]?.grant).toBe('list namespaces');
    const byName = byLabel.replace('team: web', 'kubernetes.io/metadata.name: shop');
    expect(verdicts(reach(without(await shop([byName]), ['namespaces']), 'shop/web', 'data/db:5432'))).toEqual([
      'allowed TCP 5432',
    ]);
  });

  it('stops with the grant when neither pods nor workloads can be found', async () => {
    const snapshot = without(await shop(), ['pods', 'deployments', 'replicasets', 'statefulsets', 'daemonsets', 'services']);
    expect(() => reach(snapshot, 'shop/web', 'data/db')).toThrow('cannot be told');
  });
});

describe('words', () => {
  it.each([
    ['shop/wbe', 'shop/checkout', 'There is no workload or pod "wbe" in namespace shop.'],
    ['shop/web', 'shop/chekout', 'There is no Service, workload or pod "chekout" in namespace shop.'],
    ['shpo/web', 'shop/checkout', 'There is no namespace shpo.'],
    ['ns/nope', 'shop/checkout', 'There is no namespace nope.'],
    ['shop/web', 'svc/nothing', 'There is no Service "nothing".'],
    ['a/b/c/d', 'shop/checkout', 'nothing that can be one end'],
    ['Ünfug!', 'shop/checkout', 'nothing that can be one end'],
    ['shop/web', 'shop/checkout:70000', '70000 is not a port'],
    ['internet', '8.8.8.8', 'Both ends are outside the cluster'],
    ['example.com', 'shop/web', 'is no workload of the cluster'],
  ])('%s → %s says what is wrong', async (from, to, words) => {
    const snapshot = await shop();
    expect(() => reach(snapshot, from, to)).toThrow(words);
  });

  it('names of several things are asked back', async () => {
    const twin =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: ops, labels: {app: web}}\nspec: {containers: [{name: c}]}';
    const snapshot = await shop([], twin);
    expect(() => reach(snapshot, 'web', 'shop/checkout')).toThrow('"web" can be Pod ops/web or Deployment shop/web.');
    expect(verdicts(reach(snapshot, 'web', 'shop/checkout:80', { namespace: 'shop' }))).toEqual(['allowed TCP 9090']);
  });

  it('a near name is offered', async () => {
    const snapshot = await shop();
    expect(() => reach(snapshot, 'shop/wbe', 'shop/checkout')).toThrow(
      expect.objectContaining({ next: ['Did you mean shop/web?'] }),
    );
  });

  it('a short name means the caller’s namespace', async () => {
    expect(verdicts(reach(await shop(), 'deploy/web', 'checkout:80'))).toEqual(['allowed TCP 9090']);
  });
});

describe('the answer', () => {
  it('shows every hop and the policy that would let it through', async () => {
    const snapshot = await shop([
      denyIngress,
      denyEgress,
      'shop/dns: {podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 53, protocol: UDP}]}]}',
    ]);
    expect(renderPlain(reach(snapshot, 'shop/web', 'shop/checkout:80'))).toMatchInlineSnapshot(`
      "▲ Blocked: Deployment shop/web → Service shop/checkout on TCP 80. NetworkPolicy shop/dns: egress rule 1 opens UDP 53, not TCP 9090; NetworkPolicy shop/no-way-out: no egress rule.

      DNS name:              passes: the callers may ask the cluster DNS
      Service:               passes: Service shop/checkout exists (ClusterIP)
      Service port:          passes: TCP 80 leads to targetPort http
      Endpoints:             passes: 1 ready endpoint, on TCP 9090
      Egress of the caller:  stops here: NetworkPolicy shop/dns: egress rule 1 opens UDP 53, not TCP 9090; NetworkPolicy shop/no-way-out: no egress rule
      Ingress of the target: stops here: NetworkPolicy shop/deny-all: no ingress rule

      To let it through
      - If it should be allowed, apply this beside the policies that exist: they add up.

      # allow-egress.yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: allow-egress-web-to-checkout
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: "web"
        policyTypes: [Egress]
        egress:
          - to:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: "shop"
                podSelector:
                  matchLabels:
                    app: "checkout"
            ports:
              - protocol: TCP
                port: 9090

      # allow-ingress.yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: allow-ingress-web-to-checkout
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: "checkout"
        policyTypes: [Ingress]
        ingress:
          - from:
              - namespaceSelector:
                  matchLabels:
                    kubernetes.io/metadata.name: "shop"
                podSelector:
                  matchLabels:
                    app: "web"
            ports:
              - protocol: TCP
                port: 9090

      This is what the NetworkPolicies say. Whether the network plugin enforces them, and policies of other kinds (AdminNetworkPolicy, Cilium, Calico), are not looked at.

      Cluster test, read 2026-03-10 09:30:00 UTC
      "
    `);
  });

  it('gives policies that do let it through', async () => {
    const policies = [denyIngress, denyEgress];
    const answer = reach(await shop(policies), 'shop/web', 'shop/checkout:80');
    const manifests = answer.parts.flatMap((part) => (part.kind === 'code' && part.language === 'yaml' ? [part.code] : []));
    expect(manifests).toHaveLength(2);
    expect(verdicts(reach(await shop(policies, ...manifests), 'shop/web', 'shop/checkout:80'))).toEqual(['allowed TCP 9090']);
    expect(verdicts(reach(await shop(policies, ...manifests), 'shop/web', 'shop/checkout:9100'))).toEqual(['blocked TCP 9100']);
  });
});
