import { describe, expect, it } from 'vitest';
import { between, policy, say } from './world.ts';

/** From, to, and what is open: `all`, `none`, ports; after a question mark what cannot be told. */
type Line = readonly [from: string, to: string, open: string];
type Case = readonly [title: string, policies: readonly string[], lines: readonly Line[]];

const cases: readonly Case[] = [
  [
    'without policies everything is open',
    [],
    [
      ['shop/web', 'shop/api', 'all'],
      ['ops/prom', 'data/db', 'all'],
      ['1.2.3.4', 'shop/web', 'all'],
      ['shop/web', '1.2.3.4', 'all'],
    ],
  ],
  [
    'default deny of ingress closes the namespace to everybody, not its pods to others',
    ['shop/deny: {podSelector: {}, policyTypes: [Ingress]}'],
    [
      ['shop/web', 'shop/api', 'none'],
      ['ops/prom', 'shop/api', 'none'],
      ['1.2.3.4', 'shop/web', 'none'],
      ['shop/web', 'data/db', 'all'],
      ['shop/web', '1.2.3.4', 'all'],
    ],
  ],
  [
    'default deny of egress closes the way out, not the way in',
    ['shop/deny: {podSelector: {}, policyTypes: [Egress]}'],
    [
      ['shop/web', 'shop/api', 'none'],
      ['shop/web', '1.2.3.4', 'none'],
      ['data/db', 'shop/web', 'all'],
    ],
  ],
  [
    'default deny of both directions',
    ['shop/deny: {podSelector: {}, policyTypes: [Ingress, Egress]}'],
    [
      ['shop/web', 'data/db', 'none'],
      ['data/db', 'shop/web', 'none'],
      ['data/db', 'ops/prom', 'all'],
    ],
  ],
  [
    'an empty rule allows all ingress',
    ['shop/allow: {podSelector: {}, ingress: [{}], policyTypes: [Ingress]}'],
    [
      ['ops/prom', 'shop/api', 'all'],
      ['1.2.3.4', 'shop/api', 'all'],
    ],
  ],
  [
    'allow-all wins over default deny, because policies add up',
    ['shop/deny: {podSelector: {}, policyTypes: [Ingress]}', 'shop/allow: {podSelector: {}, ingress: [{}]}'],
    [['ops/prom', 'shop/api', 'all']],
  ],
  [
    'an empty rule allows all egress',
    ['shop/allow: {podSelector: {}, egress: [{}], policyTypes: [Egress]}'],
    [
      ['shop/web', '1.2.3.4', 'all'],
      ['shop/web', 'data/db', 'all'],
    ],
  ],
  [
    'a rule with an empty `from` admits everyone, as one without `from` does',
    ['shop/allow: {podSelector: {}, ingress: [{from: [], ports: [{port: 80}]}]}'],
    [
      ['ops/prom', 'shop/api', 'TCP 80'],
      ['1.2.3.4', 'shop/api', 'TCP 80'],
    ],
  ],
  [
    'policyTypes absent with egress rules isolates both directions',
    ['shop/p: {podSelector: {matchLabels: {app: web}}, egress: [{to: [{podSelector: {matchLabels: {app: api}}}]}]}'],
    [
      ['shop/web', 'shop/api', 'all'],
      ['shop/web', 'data/db', 'none'],
      ['shop/api', 'shop/web', 'none'],
    ],
  ],
  [
    'policyTypes absent without egress rules isolates ingress only',
    ['shop/p: {podSelector: {matchLabels: {app: web}}}'],
    [
      ['shop/api', 'shop/web', 'none'],
      ['shop/web', 'shop/api', 'all'],
    ],
  ],
  [
    'policyTypes [Egress] leaves ingress open and ignores ingress rules',
    ['shop/p: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], ingress: [{ports: [{port: 1}]}], egress: [{}]}'],
    [
      ['shop/api', 'shop/web', 'all'],
      ['shop/web', 'shop/api', 'all'],
    ],
  ],
  [
    'policyTypes [Ingress] ignores egress rules',
    ['shop/p: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], egress: [{ports: [{port: 1}]}]}'],
    [
      ['shop/web', 'shop/api', 'all'],
      ['shop/api', 'shop/web', 'none'],
    ],
  ],
  [
    'podSelector picks pods by label, in its own namespace only',
    ['shop/p: {podSelector: {matchLabels: {app: api}}, policyTypes: [Ingress]}'],
    [
      ['shop/web', 'shop/api', 'none'],
      ['shop/api', 'shop/web', 'all'],
    ],
  ],
  [
    'a policy does not reach into other namespaces',
    ['ops/p: {podSelector: {}, policyTypes: [Ingress, Egress]}'],
    [
      ['shop/web', 'shop/api', 'all'],
      ['shop/web', 'ops/prom', 'none'],
    ],
  ],
  [
    'an empty podSelector as the peer is every pod of the policy’s own namespace',
    ['shop/p: {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}'],
    [
      ['shop/job', 'shop/api', 'all'],
      ['data/db', 'shop/api', 'none'],
      ['10.1.1.1', 'shop/api', 'none'],
    ],
  ],
  [
    'a podSelector alone stays in the policy’s namespace, even when pods elsewhere have the labels',
    ['shop/p: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {tier: back}}}]}]}'],
    [
      ['shop/api', 'shop/web', 'all'],
      ['data/cache', 'shop/web', 'none'],
      ['shop/job', 'shop/web', 'none'],
    ],
  ],
  [
    'a namespaceSelector alone is every pod of those namespaces',
    ['shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: db}}}]}]}'],
    [
      ['data/db', 'shop/web', 'all'],
      ['data/cache', 'shop/web', 'all'],
      ['ops/prom', 'shop/web', 'none'],
      ['shop/api', 'shop/web', 'none'],
    ],
  ],
  [
    'an empty namespaceSelector is every pod of every namespace, and no address outside',
    ['shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}'],
    [
      ['ops/prom', 'shop/web', 'all'],
      ['shop/job', 'shop/web', 'all'],
      ['8.8.8.8', 'shop/web', 'none'],
    ],
  ],
  [
    'both selectors in one peer must hold (AND)',
    [
      'shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: db}}, podSelector: {matchLabels: {tier: back}}}]}]}',
    ],
    [
      ['data/cache', 'shop/web', 'all'],
      ['data/db', 'shop/web', 'none'],
      ['shop/api', 'shop/web', 'none'],
    ],
  ],
  [
    'the same selectors as two peers are alternatives (OR)',
    [
      'shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: db}}}, {podSelector: {matchLabels: {tier: back}}}]}]}',
    ],
    [
      ['data/cache', 'shop/web', 'all'],
      ['data/db', 'shop/web', 'all'],
      ['shop/api', 'shop/web', 'all'],
      ['shop/job', 'shop/web', 'none'],
    ],
  ],
  [
    'an empty namespaceSelector with a podSelector is those pods everywhere',
    ['shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {tier: back}}}]}]}'],
    [
      ['data/cache', 'shop/web', 'all'],
      ['shop/api', 'shop/web', 'all'],
      ['ops/prom', 'shop/web', 'none'],
    ],
  ],
  [
    'a namespace by its name, also where the label does not stand in the manifest',
    ['shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}}]}]}'],
    [
      ['ops/prom', 'shop/web', 'all'],
      ['data/db', 'shop/web', 'none'],
    ],
  ],
  [
    'several namespaces by name with In',
    [
      'shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [ops, data]}]}}]}]}',
    ],
    [
      ['ops/prom', 'shop/web', 'all'],
      ['data/db', 'shop/web', 'all'],
      ['shop/api', 'shop/web', 'none'],
    ],
  ],
  [
    'a namespaceSelector that matches nothing (the label is `name`, which nobody set)',
    ['shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {name: ops}}}]}]}'],
    [['ops/prom', 'shop/web', 'none']],
  ],
  [
    'NotIn also holds for pods without the key',
    [
      'shop/p: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [api]}]}}]}]}',
    ],
    [
      ['shop/job', 'shop/web', 'all'],
      ['shop/api', 'shop/web', 'none'],
    ],
  ],
  [
    'Exists asks for the key, whatever its value',
    ['shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: env, operator: Exists}]}}]}]}'],
    [
      ['data/db', 'shop/web', 'all'],
      ['ops/prom', 'shop/web', 'all'],
      ['shop/api', 'shop/web', 'none'],
    ],
  ],
  [
    'DoesNotExist asks for its absence',
    ['shop/p: {podSelector: {matchExpressions: [{key: app, operator: DoesNotExist}]}, policyTypes: [Ingress]}'],
    [
      ['shop/web', 'shop/job', 'none'],
      ['shop/job', 'shop/web', 'all'],
    ],
  ],
  [
    'matchLabels and all matchExpressions must hold together',
    [
      'shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {env: prod}, matchExpressions: [{key: team, operator: NotIn, values: [ops]}]}}]}]}',
    ],
    [
      ['data/db', 'shop/web', 'all'],
      ['ops/prom', 'shop/web', 'none'],
    ],
  ],
  [
    'a port without protocol is TCP',
    ['data/p: {podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 5432}]}]}'],
    [['shop/web', 'data/db', 'TCP 5432']],
  ],
  [
    'UDP and TCP of one number are two things',
    ['ops/p: {podSelector: {matchLabels: {k8s-app: kube-dns}}, ingress: [{ports: [{port: 53, protocol: UDP}]}]}'],
    [['shop/web', 'ops/dns', 'UDP 53']],
  ],
  [
    'SCTP has ports of its own',
    ['data/p: {podSelector: {}, ingress: [{ports: [{port: 3868, protocol: SCTP}]}]}'],
    [['shop/web', 'data/db', 'SCTP 3868']],
  ],
  [
    'a protocol without port is every port of it',
    ['data/p: {podSelector: {}, ingress: [{ports: [{protocol: UDP}]}]}'],
    [['shop/web', 'data/db', 'UDP 1-65535']],
  ],
  [
    'all three protocols without port limit nothing',
    ['data/p: {podSelector: {}, ingress: [{ports: [{protocol: UDP}, {protocol: TCP}, {protocol: SCTP}]}]}'],
    [['shop/web', 'data/db', 'all']],
  ],
  [
    'endPort makes a range with both ends',
    ['data/p: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/24}}], ports: [{port: 32000, endPort: 32768}]}]}'],
    [
      ['data/db', '10.0.0.9', 'TCP 32000-32768'],
      ['data/db', '10.0.1.9', 'none'],
    ],
  ],
  [
    'ranges that touch or overlap become one',
    ['data/p: {podSelector: {}, ingress: [{ports: [{port: 80, endPort: 90}, {port: 91}, {port: 85, endPort: 95}]}]}'],
    [['shop/web', 'data/db', 'TCP 80-95']],
  ],
  [
    'endPort below port opens nothing',
    ['data/p: {podSelector: {}, ingress: [{ports: [{port: 90, endPort: 80}]}]}'],
    [['shop/web', 'data/db', 'none']],
  ],
  [
    'a named port is looked up in the target pod: another number in each',
    ['shop/p: {podSelector: {}, ingress: [{ports: [{port: http}]}]}'],
    [
      ['ops/prom', 'shop/web', 'TCP 8080'],
      ['ops/prom', 'shop/api', 'TCP 9090'],
      ['ops/prom', 'shop/job', 'none'],
    ],
  ],
  [
    'a named port needs the protocol too',
    [
      'data/p: {podSelector: {}, ingress: [{ports: [{port: gossip}]}]}',
      'ops/p: {podSelector: {}, ingress: [{ports: [{port: dns, protocol: UDP}, {port: dns-tcp}]}]}',
    ],
    [
      ['shop/web', 'data/db', 'none'],
      ['shop/web', 'ops/dns', 'TCP 53, UDP 53'],
    ],
  ],
  [
    'sidecars declare ports, ordinary init containers do not',
    ['data/p: {podSelector: {}, ingress: [{ports: [{port: proxy}, {port: setup}]}]}'],
    [['shop/web', 'data/cache', 'TCP 15001']],
  ],
  [
    'a named port in egress is a port of the destination pod, and nothing for addresses',
    ['shop/p: {podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: pg}]}]}'],
    [
      ['shop/web', 'data/db', 'TCP 5432'],
      ['shop/web', 'data/cache', 'none'],
      ['shop/web', '1.2.3.4', 'none'],
    ],
  ],
  [
    'an ipBlock holds its addresses, not those it excepts',
    ['shop/p: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 172.17.0.0/16, except: [172.17.1.0/24]}}]}]}'],
    [
      ['172.17.0.5', 'shop/web', 'all'],
      ['172.17.1.5', 'shop/web', 'none'],
      ['172.18.0.1', 'shop/web', 'none'],
      ['172.17.2.0/24', 'shop/web', 'all'],
      ['172.17.0.0/16', 'shop/web', 'none ? all'],
    ],
  ],
  [
    'what one block excepts another may hold',
    [
      'shop/p: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 172.17.0.0/16, except: [172.17.1.0/24]}}, {ipBlock: {cidr: 172.17.1.128/25}}]}]}',
    ],
    [
      ['172.17.1.5', 'shop/web', 'none'],
      ['172.17.1.200', 'shop/web', 'all'],
    ],
  ],
  [
    '0.0.0.0/0 is every IPv4 address and no IPv6 one',
    ['shop/p: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}'],
    [
      ['shop/web', '8.8.8.8', 'all'],
      ['shop/web', '2001:db8::1', 'none'],
    ],
  ],
  [
    'IPv6 blocks with exceptions',
    ["shop/p: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: '2001:db8::/32', except: ['2001:db8:1::/48']}}]}]}"],
    [
      ['shop/web', '2001:db8:2::9', 'all'],
      ['shop/web', '2001:db8:1::9', 'none'],
      ['shop/web', '10.0.0.1', 'none'],
    ],
  ],
  [
    'whether an ipBlock holds for pods in it depends on the plugin',
    ['shop/p: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.244.0.0/16}}], ports: [{port: 80}]}]}'],
    [
      ['ops/prom', 'shop/web', 'none ? TCP 80'],
      ['10.244.9.9', 'shop/web', 'TCP 80'],
    ],
  ],
  [
    'an ipBlock elsewhere does not make a pod’s case unclear, nor does one beside a selector that admits it',
    [
      'shop/p: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 192.168.0.0/16}}]}]}',
      'data/p: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.244.0.0/16}}, {namespaceSelector: {}}]}]}',
    ],
    [
      ['ops/prom', 'shop/web', 'none'],
      ['ops/prom', 'data/db', 'all'],
    ],
  ],
  [
    'an excepted pod address is not admitted by any plugin',
    ['shop/p: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}]}'],
    [
      ['shop/web', 'shop/api', 'none'],
      ['shop/web', '1.1.1.1', 'all'],
      ['shop/web', '10.9.9.9', 'none'],
    ],
  ],
  [
    'rules of several policies add up port by port',
    [
      'data/a: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: web}}}], ports: [{port: 5432}]}]}',
      'data/b: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 9187}]}]}',
    ],
    [
      ['shop/web', 'data/db', 'TCP 5432, TCP 9187'],
      ['ops/prom', 'data/db', 'TCP 9187'],
      ['shop/web', 'data/cache', 'TCP 9187'],
    ],
  ],
  [
    'within one policy a rule’s ports belong to its own peers',
    [
      'data/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: web}}}], ports: [{port: 1}]}, {from: [{namespaceSelector: {matchLabels: {team: ops}}}], ports: [{port: 2}]}]}',
    ],
    [
      ['shop/web', 'data/db', 'TCP 1'],
      ['ops/prom', 'data/db', 'TCP 2'],
    ],
  ],
  [
    'egress of the caller and ingress of the target must both allow it',
    [
      'shop/out: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: {team: db}}}], ports: [{port: 5000, endPort: 6000}]}]}',
      'data/in: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: web}}}], ports: [{port: 5432}, {port: 7000}]}]}',
    ],
    [
      ['shop/web', 'data/db', 'TCP 5432'],
      ['shop/api', 'data/db', 'TCP 5432, TCP 7000'],
      ['shop/web', 'data/cache', 'TCP 5000-6000'],
    ],
  ],
  [
    'an allowing egress rule is no help against default deny at the target',
    ['shop/out: {podSelector: {}, policyTypes: [Egress], egress: [{}]}', 'data/in: {podSelector: {}, policyTypes: [Ingress]}'],
    [
      ['shop/web', 'data/db', 'none'],
      ['shop/web', 'shop/api', 'all'],
    ],
  ],
  [
    'egress to DNS only',
    [
      'shop/dns: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}, podSelector: {matchLabels: {k8s-app: kube-dns}}}], ports: [{port: 53, protocol: UDP}, {port: 53}]}]}',
    ],
    [
      ['shop/web', 'ops/dns', 'TCP 53, UDP 53'],
      ['shop/web', 'ops/prom', 'none'],
      ['shop/web', 'shop/api', 'none'],
    ],
  ],
  [
    'egress to DNS anywhere, without peers',
    ['shop/dns: {podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 53, protocol: UDP}]}]}'],
    [
      ['shop/web', 'ops/dns', 'UDP 53'],
      ['shop/web', '8.8.8.8', 'UDP 53'],
    ],
  ],
  [
    'a pod reaches itself whatever the policies say',
    ['shop/deny: {podSelector: {}, policyTypes: [Ingress, Egress]}'],
    [
      ['shop/web', 'shop/web', 'all'],
      ['shop/web', 'shop/api', 'none'],
    ],
  ],
  [
    'the node that runs a pod always reaches it (probes), other nodes are addresses',
    ['shop/deny: {podSelector: {}, policyTypes: [Ingress]}'],
    [
      ['node-1=10.0.0.1', 'shop/web', 'all'],
      ['node-2=10.0.0.2', 'shop/web', 'none'],
    ],
  ],
  [
    'a policy on a pod with hostNetwork may or may not hold',
    ['ops/deny: {podSelector: {}, policyTypes: [Ingress]}'],
    [
      ['shop/web', 'ops/agent', 'none ? all'],
      ['shop/web', 'ops/prom', 'none'],
    ],
  ],
  [
    'a caller with hostNetwork may be known as the pod or only as its node’s address',
    [
      'shop/p: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}}], ports: [{port: 80}]}]}',
    ],
    [
      ['ops/agent', 'shop/web', 'none ? TCP 80'],
      ['ops/agent-1', 'shop/web', 'none ? all'],
      ['ops/prom', 'shop/web', 'TCP 80'],
    ],
  ],
  [
    'a caller with hostNetwork is let in for sure where both its pod and its node are',
    [
      'shop/p: {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}, {ipBlock: {cidr: 10.0.0.0/24}}], ports: [{port: 80}]}]}',
    ],
    [['ops/agent', 'shop/web', 'TCP 80']],
  ],
  [
    'a caller with hostNetwork is kept out where neither is let in',
    ['shop/p: {podSelector: {}, ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]}'],
    [['ops/agent', 'shop/web', 'none']],
  ],
  [
    'a CIDR that is none matches nothing',
    ['shop/p: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/40}}]}]}'],
    [['10.0.0.1', 'shop/web', 'none']],
  ],
];

describe.each(cases)('%s', (_, policies, lines) => {
  it.each(lines)('%s → %s: %s', (from, to, open) => {
    expect(say(between(from, to, policies.map(policy)))).toBe(open);
  });
});
