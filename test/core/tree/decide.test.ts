import { describe, expect, it } from 'vitest';
import type { RecommendationType } from '../../../src/core/answer/answer.ts';
import type { AskedFacts } from '../../../src/core/ask/asked-facts.ts';
import { leafById, leaves, questionById, questions, root } from '../../../src/core/tree/all.ts';
import { decide } from '../../../src/core/tree/decide.ts';
import type { Hints } from '../../../src/core/tree/known.ts';

/** Facts (and hints) → leaf → the answers on the way. */
const rows: readonly (readonly [string, AskedFacts, Hints, string, string])[] = [
  ['pods of the namespace', { audience: 'same-namespace' }, {}, 'cluster-ip', 'same-namespace false'],
  ['pods of the cluster', { audience: 'cluster' }, {}, 'cluster-ip', 'cluster false'],
  ['peers', { audience: 'cluster', perPodAddress: true }, {}, 'headless', 'cluster true'],
  ['peers, callers not named', { perPodAddress: true }, {}, 'headless', 'cluster true'],
  ['a database, callers not named', { stateful: true }, {}, 'cluster-ip', 'cluster false'],
  ['a DNS name outside', { externalHost: 'db.example.org' }, {}, 'external-name', 'outside-service dns-name'],
  ['a host outside that is an address', { externalHost: '10.1.2.3' }, {}, 'selectorless', 'outside-service ip-address'],
  [
    'an address outside',
    { audience: 'outside-service' },
    { addresses: ['10.1.2.3'] },
    'selectorless',
    'outside-service ip-address',
  ],
  ['one person', { audience: 'internet' }, { shortLook: true }, 'port-forward', 'only-me'],
  [
    'public TCP on a cloud',
    { audience: 'internet', protocol: 'TCP', cloud: 'aws' },
    {},
    'load-balancer',
    'internet false false aws TCP',
  ],
  [
    'public HTTP on a cloud',
    { audience: 'internet', protocol: 'HTTP', cloud: 'gcp' },
    {},
    'ingress',
    'internet false false gcp HTTP',
  ],
  ['several hosts', { 'http-routing': true }, {}, 'ingress', 'internet false true'],
  ['TLS for HTTP', { tls: true, audience: 'internet' }, {}, 'ingress', 'internet false true'],
  ['TLS for TCP', { tls: true, audience: 'internet', protocol: 'TCP' }, {}, 'load-balancer', 'internet false false aws TCP'],
  ['many sites, one entry', {}, { sharedEntry: true }, 'ingress', 'internet false true'],
  [
    'own machines in production, HTTP',
    { cloud: 'none', environment: 'production', protocol: 'HTTP', audience: 'internet' },
    {},
    'ingress',
    'internet false false none production HTTP',
  ],
  [
    'own machines in production, TCP',
    { cloud: 'none', environment: 'production', protocol: 'TCP', audience: 'internet' },
    {},
    'node-port',
    'internet false false none production TCP',
  ],
  ['own machines for tests', { cloud: 'none', environment: 'testing' }, {}, 'node-port', 'internet false false none testing'],
  [
    'no load balancer around',
    { audience: 'internet' },
    { noLoadBalancer: true },
    'node-port',
    'internet false false none testing',
  ],
  ['minikube', { cloud: 'minikube' }, {}, 'node-port-local', 'own-machine false'],
  [
    'minikube with host names',
    { cloud: 'minikube', 'http-routing': true, environment: 'local' },
    {},
    'ingress',
    'own-machine true',
  ],
  ['public on kind', { cloud: 'kind', audience: 'internet' }, {}, 'node-port-local', 'internet false false kind'],
  [
    'the VPC on Azure',
    { audience: 'vpc/internal-network', cloud: 'azure' },
    {},
    'load-balancer-internal',
    'vpc/internal-network false false azure',
  ],
  [
    'the VPC, cloud not named',
    { audience: 'vpc/internal-network' },
    {},
    'load-balancer-internal',
    'vpc/internal-network false false aws',
  ],
  [
    'private by the words',
    { cloud: 'aws' },
    { mustBePrivate: true },
    'load-balancer-internal',
    'vpc/internal-network false false aws',
  ],
  [
    'the LAN with MetalLB',
    { audience: 'vpc/internal-network', cloud: 'metallb' },
    {},
    'load-balancer-own-network',
    'vpc/internal-network false false metallb',
  ],
  [
    'the LAN without load balancer',
    { audience: 'vpc/internal-network', cloud: 'none' },
    {},
    'node-port',
    'vpc/internal-network false false none',
  ],
  [
    'brokers from outside',
    { audience: 'internet', perPodAddress: true, cloud: 'aws' },
    {},
    'load-balancer-each-pod',
    'internet true aws',
  ],
  [
    'brokers from the VPC without load balancer',
    { audience: 'vpc/internal-network', perPodAddress: true, cloud: 'none' },
    {},
    'node-port-each-pod',
    'vpc/internal-network true none',
  ],
  ['a fixed address', { staticIp: true, protocol: 'TCP' }, {}, 'load-balancer', 'internet false false aws TCP'],
];

describe('the decision tree', () => {
  it.each(rows)('leads %s to its leaf', (_name, facts, hints, leaf, path) => {
    const decision = decide(facts, undefined, hints);
    expect([decision.leaf.id, decision.steps.map((step) => step.option.value).join(' ')]).toEqual([leaf, path]);
    expect(decision.open).toBe(false);
  });

  it('reaches every leaf and every type in the table above', () => {
    const reached = new Set(rows.map(([, , , leaf]) => leaf));
    expect([...reached].toSorted()).toEqual(leaves.map((leaf) => leaf.id).toSorted());
    const types: readonly RecommendationType[] = [
      'ClusterIP',
      'NodePort',
      'LoadBalancer',
      'LoadBalancer-internal',
      'ExternalName',
      'Headless',
      'Ingress-or-Gateway',
      'selectorless-Service',
      'port-forward',
    ];
    expect(new Set(leaves.map((leaf) => leaf.recommend))).toEqual(new Set(types));
  });

  it('has a node behind every option and a way to every question', () => {
    const targets = questions.flatMap((question) => question.options.map((option) => option.next));
    for (const target of targets) expect(questionById(target) ?? leafById(target)).toBeDefined();
    for (const question of questions) expect(question === root || targets.includes(question.id)).toBe(true);
    expect(new Set([...questions, ...leaves].map((node) => node.id)).size).toBe(questions.length + leaves.length);
  });

  it('gives every leaf two rejected types with a reason, an https source and no trailing full stop in the reason', () => {
    for (const leaf of leaves) {
      expect(leaf.instead.length).toBeGreaterThanOrEqual(2);
      expect(leaf.instead.map((one) => one.type)).not.toContain(leaf.recommend);
      expect(leaf.because).not.toMatch(/\.$/u);
      expect(leaf.source).toMatch(/^https:\/\//u);
    }
  });

  it('traces each answer to where it came from', () => {
    const { recommendation } = decide({ audience: 'internet', cloud: 'aws', protocol: 'TCP' }, undefined, {
      from: { cloud: 'person' },
    });
    expect(recommendation.trace).toEqual([
      { question: 'Who calls it', answer: 'the internet', from: 'text' },
      { question: 'Which pod', answer: 'any ready pod', from: 'default' },
      { question: 'Routing', answer: 'TCP, not HTTP', from: 'text' },
      { question: 'Load balancers', answer: 'AWS makes load balancers', from: 'person' },
      { question: 'Protocol', answer: 'TCP', from: 'text' },
    ]);
  });
});

describe('what is asked', () => {
  it('asks who calls when nothing tells, and leaves the decision open', () => {
    const decision = decide({ workload: 'orders', kind: 'Deployment' }, undefined);
    expect([decision.open, decision.ask?.fact, decision.leaf.recommend]).toEqual([true, 'audience', 'ClusterIP']);
  });

  it('asks where the cluster runs when only that would change the type', () => {
    expect(decide({ audience: 'internet', protocol: 'TCP' }, undefined).ask?.fact).toBe('cloud');
  });

  it('asks nothing when everything that matters is said', () => {
    expect(decide({ audience: 'internet', protocol: 'TCP', cloud: 'aws' }, undefined).ask).toBeUndefined();
    expect(decide({ audience: 'cluster' }, undefined).ask).toBeUndefined();
  });

  it('ends after at most three answers to its own questions', () => {
    const facts: AskedFacts = {};
    let asked = 0;
    for (let { ask } = decide(facts, undefined); ask !== undefined && asked < 10; { ask } = decide(facts, undefined)) {
      const option = ask.options.find((one) => one.value === 'internet') ?? ask.options[0];
      Object.assign(facts, option?.sets ?? { [ask.fact]: option?.value });
      asked += 1;
    }
    expect(asked).toBeLessThanOrEqual(3);
    expect(facts.audience).toBe('internet');
  });
});

describe('what the person rules out or asks for', () => {
  it('takes the next best type instead of one that is ruled out, and says so', () => {
    const decision = decide({ audience: 'internet', cloud: 'none' }, undefined, { denied: ['NodePort'] });
    expect([decision.recommendation.type, decision.denied]).toEqual(['LoadBalancer', 'NodePort']);
  });

  it('stays with the first choice when everything is ruled out', () => {
    const denied: RecommendationType[] = ['ClusterIP', 'NodePort', 'Headless', 'LoadBalancer'];
    expect(decide({ audience: 'cluster' }, undefined, { denied }).recommendation.type).toBe('ClusterIP');
  });

  it('writes the type that is asked for when YAML is wanted', () => {
    const decision = decide({ workload: 'web' }, undefined, { manifest: true, asked: 'NodePort' });
    expect([decision.recommendation.type, decision.open, decision.ask]).toEqual(['NodePort', false, undefined]);
  });

  it('does not let a type that is merely asked about overrule what the facts say', () => {
    expect(decide({ audience: 'cluster' }, undefined, { asked: 'NodePort' }).recommendation.type).toBe('ClusterIP');
  });

  it('does not route what is not HTTP, even when one entry is wanted', () => {
    const facts: AskedFacts = { protocol: 'UDP', port: 5060, audience: 'internet', cloud: 'aws' };
    expect(decide(facts, undefined, { sharedEntry: true }).recommendation.type).toBe('LoadBalancer');
  });

  it('takes HTTP for sure only when it is said', () => {
    const facts: AskedFacts = { protocol: 'HTTP', audience: 'internet', cloud: 'aws' };
    expect(decide(facts, undefined).recommendation.type).toBe('Ingress-or-Gateway');
    expect(decide(facts, undefined, { from: { protocol: 'default' } }).recommendation.type).toBe('LoadBalancer');
  });

  it('drops the internet from "from outside" when the words want it private', () => {
    const facts: AskedFacts = { audience: ['internet', 'vpc/internal-network'], cloud: 'aws' };
    expect(decide(facts, undefined).recommendation.type).toBe('LoadBalancer');
    expect(decide(facts, undefined, { mustBePrivate: true }).recommendation.type).toBe('LoadBalancer-internal');
  });
});
