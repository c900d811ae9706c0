import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  LabelSelector,
  NetworkPolicy,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicyRule,
} from '../../../src/core/model/kinds/network-policy.ts';
import { isEqual, isSubset, onePort } from '../../../src/core/network-policy/port-set.ts';
import { passes } from './packet.ts';
import { between, podNames, policy } from './world.ts';

const labels = fc.constantFrom({}, { app: 'web' }, { app: 'api' }, { tier: 'back' }, { team: 'db' }, { env: 'prod' });
const expression = fc.record({
  key: fc.constantFrom('app', 'tier', 'team', 'env'),
  operator: fc.constantFrom('In' as const, 'NotIn' as const, 'Exists' as const, 'DoesNotExist' as const),
  values: fc.subarray(['web', 'api', 'back', 'db', 'prod']),
});
const selector: fc.Arbitrary<LabelSelector> = fc.record({
  matchLabels: labels,
  matchExpressions: fc.array(expression, { maxLength: 1 }),
});
const block = fc.record({
  cidr: fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.244.0.0/16', '192.168.0.0/16'),
  except: fc.subarray(['10.244.1.0/24', '10.0.0.0/24']),
});
const peer: fc.Arbitrary<NetworkPolicyPeer> = fc.oneof(
  fc.record({
    podSelector: fc.option(selector, { nil: undefined }),
    namespaceSelector: fc.option(selector, { nil: undefined }),
    ipBlock: fc.constant(undefined),
  }),
  fc.record({ podSelector: fc.constant(undefined), namespaceSelector: fc.constant(undefined), ipBlock: block }),
);
const port: fc.Arbitrary<NetworkPolicyPort> = fc.record({
  protocol: fc.constantFrom('TCP' as const, 'UDP' as const, 'SCTP' as const),
  port: fc.oneof(fc.integer({ min: 1, max: 65535 }), fc.constantFrom('http', 'pg', 'nobody', undefined)),
  endPort: fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined }),
});
const rule: fc.Arbitrary<NetworkPolicyRule> = fc.record({
  peers: fc.option(fc.array(peer, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  ports: fc.option(fc.array(port, { minLength: 1, maxLength: 3 }), { nil: undefined }),
});
const anyPolicy: fc.Arbitrary<NetworkPolicy> = fc
  .record({
    namespace: fc.constantFrom('shop', 'data', 'ops'),
    podSelector: selector,
    policyTypes: fc.subarray(['Ingress' as const, 'Egress' as const], { minLength: 1 }),
    ingress: fc.array(rule, { maxLength: 3 }),
    egress: fc.array(rule, { maxLength: 3 }),
  })
  .map(({ namespace, ...spec }) => ({ ...policy(`${namespace}/p: {}`), spec }));
const end = fc.constantFrom(...podNames, '8.8.8.8', '10.0.0.9', '2001:db8::1');

describe('evaluation', () => {
  it('never loses an allowed port by one more rule in a policy', () => {
    fc.assert(
      fc.property(
        fc.array(anyPolicy, { minLength: 1, maxLength: 4 }),
        rule,
        fc.constantFrom('ingress' as const, 'egress' as const),
        end,
        end,
        (policies, more, direction, from, to) => {
          const [first, ...rest] = policies;
          if (first === undefined) return;
          const grown = { ...first, spec: { ...first.spec, [direction]: [...first.spec[direction], more] } };
          const before = between(from, to, policies);
          const after = between(from, to, [grown, ...rest]);
          expect(isSubset(before.certain, after.certain)).toBe(true);
          expect(isSubset(before.possible, after.possible)).toBe(true);
        },
      ),
    );
  });

  it('agrees with the specification read packet by packet', () => {
    const pods = fc.constantFrom(...podNames.filter((name) => !name.includes('agent')));
    const packet = fc.record({
      protocol: fc.constantFrom('TCP' as const, 'UDP' as const, 'SCTP' as const),
      port: fc.oneof(fc.constantFrom(53, 80, 5432, 8080, 9090), fc.integer({ min: 1, max: 65535 })),
    });
    fc.assert(
      fc.property(fc.array(anyPolicy, { maxLength: 5 }), pods, pods, packet, (policies, from, to, { protocol, port }) => {
        const packetPasses = passes(policies, from, to, protocol, port);
        expect(isSubset(onePort(protocol, port), between(from, to, policies).certain)).toBe(packetPasses);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of policies, rules, peers or ports', () => {
    fc.assert(
      fc.property(fc.array(anyPolicy, { maxLength: 4 }), end, end, (policies, from, to) => {
        const turned = policies.toReversed().map((one) => ({
          ...one,
          spec: {
            ...one.spec,
            ingress: one.spec.ingress.map(turnRule).toReversed(),
            egress: one.spec.egress.map(turnRule).toReversed(),
          },
        }));
        const [a, b] = [between(from, to, policies), between(from, to, turned)];
        expect(isEqual(a.certain, b.certain)).toBe(true);
        expect(isEqual(a.possible, b.possible)).toBe(true);
      }),
    );
  });

  it('says nothing certain that is not possible', () => {
    fc.assert(
      fc.property(fc.array(anyPolicy, { maxLength: 4 }), end, end, (policies, from, to) => {
        const { certain, possible } = between(from, to, policies);
        expect(isSubset(certain, possible)).toBe(true);
      }),
    );
  });

  it('is not changed by policies of namespaces that have neither end', () => {
    fc.assert(
      fc.property(fc.array(anyPolicy, { maxLength: 4 }), (policies) => {
        const others = policies.filter((one) => one.metadata.namespace === 'ops');
        expect(between('shop/web', 'data/db', policies)).toEqual(
          between(
            'shop/web',
            'data/db',
            policies.filter((one) => !others.includes(one)),
          ),
        );
      }),
    );
  });
});

function turnRule(one: NetworkPolicyRule): NetworkPolicyRule {
  return { peers: one.peers?.toReversed(), ports: one.ports?.toReversed() };
}
