import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { flatten } from '../../../src/core/answer/text.ts';
import { parseRange, type AddressRange } from '../../../src/core/network-policy/cidr.ts';
import { contains } from '../../../src/core/network-policy/range-math.ts';
import { endName, isExternal } from '../../../src/core/reach/ends.ts';
import { reach } from '../../../src/core/reach/reach.ts';
import { reachAll } from '../../../src/core/reach/reach-all.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { snapshotOf, without } from '../../support/snapshot-of.ts';
import { policyYaml, shop } from './world.ts';

const lines = (snapshot: Snapshot, namespace?: string): readonly string[] =>
  (reachAll(snapshot, namespace === undefined ? {} : { namespace }).reach ?? []).map(
    (one) => `${endName(one.from)} → ${endName(one.to)}: ${one.ports.join(', ')}`,
  );

/** Deployments as they stand in a repository: no status, no pods. */
const manifests = `
apiVersion: v1
kind: List
items:
  - {apiVersion: v1, kind: Namespace, metadata: {name: a}}
  - {apiVersion: v1, kind: Namespace, metadata: {name: b}}
  - {apiVersion: v1, kind: Namespace, metadata: {name: later, labels: {stage: later}}}
  - {apiVersion: v1, kind: Namespace, metadata: {name: empty}}
  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: one, namespace: a}, spec: {template: {metadata: {labels: {app: one}}, spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]}}}}
  - {apiVersion: apps/v1, kind: Deployment, metadata: {name: two, namespace: a}, spec: {template: {metadata: {labels: {app: two}}, spec: {containers: [{name: c}]}}}}
  - {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: three, namespace: b}, spec: {template: {metadata: {labels: {app: three}}, spec: {containers: [{name: c}]}}}}
`;
const closed = [
  'a/deny: {podSelector: {}, policyTypes: [Ingress, Egress]}',
  'b/deny: {podSelector: {}, policyTypes: [Ingress, Egress]}',
];
const set = (...policies: readonly string[]) => snapshotOf(manifests, ...policies.map(policyYaml));

function rangeOf(text: string): AddressRange {
  const range = parseRange(text);
  if (range === undefined) throw new Error(`${text} is no range`);
  return range;
}

describe('reachAll', () => {
  it('lists every pair both ways where nothing limits it, and the outside', async () => {
    expect(lines(await set())).toEqual([
      'Deployment a/one → Deployment a/two: all',
      'Deployment a/one → StatefulSet b/three: all',
      'Deployment a/one → any outside address: all',
      'Deployment a/two → Deployment a/one: all',
      'Deployment a/two → StatefulSet b/three: all',
      'Deployment a/two → any outside address: all',
      'StatefulSet b/three → Deployment a/one: all',
      'StatefulSet b/three → Deployment a/two: all',
      'StatefulSet b/three → any outside address: all',
      'any outside address → Deployment a/one: all',
      'any outside address → Deployment a/two: all',
      'any outside address → StatefulSet b/three: all',
    ]);
  });

  it('lists nothing when everything is denied', async () => {
    const answer = reachAll(await set(...closed));
    expect(answer.reach).toEqual([]);
    expect(flatten(answer.headline)).toBe('The NetworkPolicies allow no connection.');
  });

  it('needs both directions, and merges the ports of a pair', async () => {
    expect(
      lines(
        await set(
          ...closed,
          'a/out: {podSelector: {matchLabels: {app: two}}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {app: one}}}]}]}',
          'a/in: {podSelector: {matchLabels: {app: one}}, ingress: [{from: [{namespaceSelector: {}}], ports: [{port: http}, {port: 8000, endPort: 8010}, {port: 53, protocol: UDP}]}]}',
        ),
      ),
    ).toEqual(['Deployment a/two → Deployment a/one: TCP 8000-8010, TCP 8080, UDP 53']);
  });

  it('keeps to pairs with an end in the namespace', async () => {
    expect(lines(await set('a/deny: {podSelector: {}, policyTypes: [Ingress, Egress]}'), 'b')).toEqual([
      'StatefulSet b/three → any outside address: all',
      'any outside address → StatefulSet b/three: all',
    ]);
  });

  it('gives addresses as 0.0.0.0/0 and what single blocks get beyond that', async () => {
    expect(
      lines(
        await set(
          ...closed,
          'b/in: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: 80}]}, {from: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 443}]}, {from: [{ipBlock: {cidr: 10.1.0.0/16}}], ports: [{port: 443}]}]}',
        ),
      ),
    ).toEqual(['any outside address → StatefulSet b/three: TCP 80', '10.0.0.0/8 → StatefulSet b/three: TCP 80, TCP 443']);
  });

  it('cuts a block around its exceptions', async () => {
    expect(
      lines(
        await set(
          ...closed,
          "b/out: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 172.17.0.0/22, except: [172.17.1.0/24]}}, {ipBlock: {cidr: 'fd00::/8'}}], ports: [{port: 5978}]}]}",
        ),
      ),
    ).toEqual([
      'StatefulSet b/three → 172.17.0.0/24: TCP 5978',
      'StatefulSet b/three → 172.17.2.0/23: TCP 5978',
      'StatefulSet b/three → fd00::/8: TCP 5978',
    ]);
  });

  it('gives all parts of a block the ports of its rule', async () => {
    const found = lines(
      await set(
        ...closed,
        'b/in: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 172.17.0.0/16, except: [172.17.1.0/24]}}], ports: [{port: 6379}]}]}',
      ),
    );
    expect(found).toHaveLength(8);
    expect(new Set(found.map((line) => line.split(': ')[1]))).toEqual(new Set(['TCP 6379']));
  });

  it('says of every outside address what a question about that address alone says', async () => {
    const cidrs = fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24', '10.1.2.3/32', '192.168.0.0/16');
    const block = fc.record({ cidr: cidrs, except: fc.uniqueArray(cidrs, { maxLength: 2 }) });
    const rule = fc.record({
      from: fc.uniqueArray(
        block.map((ipBlock) => ({ ipBlock })),
        { minLength: 1, maxLength: 3 },
      ),
      ports: fc.tuple(fc.record({ port: fc.constantFrom(80, 90, 443) })),
    });
    const address = fc.constantFrom('10.1.2.3', '10.1.2.4', '10.1.3.1', '10.9.9.9', '192.168.1.1', '8.8.8.8');
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { maxLength: 4 }), address, async (ingress, from) => {
        const snapshot = await snapshotOf(manifests, policyYaml(`b/in: ${JSON.stringify({ podSelector: {}, ingress })}`));
        const holding = (reachAll(snapshot, { namespace: 'b' }).reach ?? []).filter(
          (one) => isExternal(one.from) && contains(rangeOf(one.from.cidr), rangeOf(from)),
        );
        const alone = (reach(snapshot, from, 'b/three').reach ?? []).filter((one) => one.verdict === 'allowed');
        expect(new Set(holding.flatMap((one) => one.ports))).toEqual(new Set(alone.flatMap((one) => one.ports)));
      }),
      { numRuns: 60 },
    );
  });

  it('says a CIDR once, although an exception and a block of its own meet there', async () => {
    expect(
      lines(
        await set(
          ...closed,
          'b/in: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 172.17.0.0/22, except: [172.17.0.0/23]}}], ports: [{port: 80}]}, {from: [{ipBlock: {cidr: 172.17.2.0/23}}], ports: [{port: 443}]}]}',
        ),
      ),
    ).toEqual(['172.17.2.0/23 → StatefulSet b/three: TCP 80, TCP 443']);
  });

  it('merges the ports of pods that differ, one entry a pair', async () => {
    const pod = (name: string, port: number) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: b, labels: {app: mixed}, ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: mixed, uid: m, controller: true}]}\nspec: {containers: [{name: c, ports: [{name: http, containerPort: ${port}}]}]}`;
    const policies = [
      ...closed,
      'a/out: {podSelector: {matchLabels: {app: one}}, policyTypes: [Egress], egress: [{}]}',
      'b/in: {podSelector: {matchLabels: {app: mixed}}, ingress: [{from: [{namespaceSelector: {}}], ports: [{port: http}]}]}',
    ];
    expect(lines(await snapshotOf(manifests, pod('mixed-0', 8080), pod('mixed-1', 9090), ...policies.map(policyYaml)))).toEqual(
      ['Deployment a/one → StatefulSet b/mixed: TCP 8080, TCP 9090', 'Deployment a/one → any outside address: all'],
    );
  });

  it('names a namespace without pods where a rule names it', async () => {
    expect(
      lines(
        await set(
          ...closed,
          'b/in: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {stage: later}}}], ports: [{port: 80}]}], egress: [{to: [{namespaceSelector: {matchLabels: {stage: later}}}]}]}',
        ),
      ),
    ).toEqual([
      'StatefulSet b/three → any pod of namespace later: all',
      'any pod of namespace later → StatefulSet b/three: TCP 80',
    ]);
  });

  it('asks back about a namespace that does not exist', async () => {
    const snapshot = await set();
    expect(() => reachAll(snapshot, { namespace: 'latre' })).toThrow('There is no namespace latre.');
  });

  it('counts pods as their top owner', async () => {
    const froms = new Set((reachAll(await shop()).reach ?? []).map((one) => endName(one.from)));
    expect([...froms].sort()).toEqual(
      [
        'CronJob batch/nightly',
        'Deployment shop/web',
        'StatefulSet data/db',
        'StatefulSet shop/checkout',
        'Pod data/sick',
        'Pod kube-system/coredns-abc',
        'Pod ops/prom',
        'any outside address',
      ].sort(),
    );
  });

  it('says of which pairs it cannot be told', async () => {
    const answer = reachAll(await shop(['shop/in: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.244.0.0/16}}]}]}']), {
      namespace: 'shop',
    });
    expect(answer.reach?.some((one) => 'name' in one.to && one.to.name === 'checkout' && one.from.kind !== 'External')).toBe(
      false,
    );
    expect(renderPlain(answer)).toContain('it cannot be told');
  });

  it('lists nothing of what was not read, with the grant', async () => {
    const answer = reachAll(without(await shop(), ['networkpolicies']));
    expect(answer.reach).toEqual([]);
    expect(answer.skipped?.[0]).toEqual({
      check: 'reach',
      unread: ['networkpolicies'],
      grant: 'list networkpolicies in namespace batch',
    });
  });

  it('does not depend on the order of the objects', async () => {
    const policies = [
      ...closed,
      'b/in: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}',
      'a/out: {podSelector: {}, policyTypes: [Egress], egress: [{}]}',
    ];
    expect(lines(await set(...policies.toReversed()))).toEqual(lines(await set(...policies)));
  });

  it('is said with one line for each target, and drawn', async () => {
    const answer = reachAll(
      await set(
        ...closed,
        'a/out: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {}}]}]}',
        'b/in: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 80}]}]}',
      ),
    );
    expect(answer.parts.find((part) => part.kind === 'table')).toEqual({
      kind: 'table',
      caption: 'Allowed connections',
      columns: ['To', 'Ports', 'From'],
      rows: [['StatefulSet b/three', 'TCP 80', 'Deployment a/one, Deployment a/two']],
    });
    expect(answer.parts.find((part) => part.kind === 'code')).toEqual({
      kind: 'code',
      language: 'mermaid',
      code: [
        'flowchart LR',
        '  subgraph "a"',
        '    n0["Deployment one"]',
        '    n1["Deployment two"]',
        '  end',
        '  subgraph "b"',
        '    n2["StatefulSet three"]',
        '  end',
        '  n0 -->|"TCP 80"| n2',
        '  n1 -->|"TCP 80"| n2',
      ].join('\n'),
    });
  });
});

describe('workloads that are no Deployment', () => {
  it('stand for their pods before there are any: CronJobs, Jobs that run, ReplicationControllers', async () => {
    const pod = (app: string) =>
      `{metadata: {labels: {app: ${app}}}, spec: {restartPolicy: Never, containers: [{name: x, image: x}]}}`;
    const snapshot = await snapshotOf(`
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly, namespace: a}
spec: {schedule: "0 0 * * *", jobTemplate: {spec: {template: ${pod('nightly')}}}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: done, namespace: a}
spec: {template: ${pod('done')}}
status: {conditions: [{type: Complete, status: "True"}]}
---
apiVersion: v1
kind: ReplicationController
metadata: {name: old, namespace: a}
spec: {replicas: 1, selector: {app: old}, template: ${pod('old')}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: a}
spec: {podSelector: {matchLabels: {app: old}}, ingress: [{from: [{podSelector: {matchLabels: {app: nightly}}}], ports: [{port: 80}]}]}
`);
    const { reach: entries = [] } = reachAll(snapshot);
    const ends = new Set(
      entries.flatMap(({ from, to }) => [from, to].map((end) => ('name' in end ? `${end.kind} ${end.name}` : end.kind))),
    );
    expect(ends).toEqual(new Set(['CronJob nightly', 'ReplicationController old', 'External']));
    expect(entries.filter(({ to }) => 'name' in to && to.name === 'old')).toMatchObject([
      { from: { kind: 'CronJob' }, ports: ['TCP 80'] },
    ]);
  });
});
