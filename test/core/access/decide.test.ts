import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessPolicy, AccessRule, AccessVerb } from '../../../src/core/access/access-rule.ts';
import { decide, decideCluster, isPrivate, type Who } from '../../../src/core/access/decide.ts';
import { matchesPattern } from '../../../src/core/access/matches-pattern.ts';

const policy = (rules: readonly AccessRule[], more: Partial<AccessPolicy> = {}): AccessPolicy => ({
  requireRules: true,
  rules,
  privateNamespaces: [],
  ...more,
});
const jane: Who = {
  userId: 'UJANE',
  channelId: 'CSHOP',
  inGroup: (group) => (group === 'SDOWN' ? undefined : group === 'SDEV'),
};
const what = { verb: 'triage', cluster: 'prod', namespace: 'shop' } as const;
const allow = (rule: Omit<AccessRule, 'effect'> = {}): AccessRule => ({ effect: 'allow', ...rule });
const deny = (rule: Omit<AccessRule, 'effect'> = {}): AccessRule => ({ effect: 'deny', ...rule });

describe('who may ask about what', () => {
  it.each<[string, readonly AccessRule[], ReturnType<typeof decide>]>([
    ['no rule at all', [], 'not-allowed'],
    ['a rule for all', [allow()], 'allowed'],
    ['a rule for the person', [allow({ users: ['UJANE'] })], 'allowed'],
    ['a rule for another person', [allow({ users: ['UJOHN'] })], 'not-allowed'],
    ['a rule for a group of the person', [allow({ groups: ['SDEV'] })], 'allowed'],
    ['a rule for another group', [allow({ groups: ['SOPS'] })], 'not-allowed'],
    ['another person, or a group of this one', [allow({ users: ['UJOHN'], groups: ['SDEV'] })], 'allowed'],
    ['a group of which it cannot be told', [allow({ groups: ['SDOWN'] })], 'not-allowed'],
    ['a rule for the channel', [allow({ channels: ['CSHOP'] })], 'allowed'],
    ['a rule for another channel', [allow({ channels: ['COTHER'] })], 'not-allowed'],
    ['the person in another channel', [allow({ users: ['UJANE'], channels: ['COTHER'] })], 'not-allowed'],
    ['the cluster', [allow({ clusters: ['prod'] })], 'allowed'],
    ['the beginning of the cluster', [allow({ clusters: ['pr*'] })], 'allowed'],
    ['another cluster', [allow({ clusters: ['staging'] })], 'not-allowed'],
    ['the namespace', [allow({ namespaces: ['shop'] })], 'allowed'],
    ['namespaces that begin so', [allow({ namespaces: ['sh*'] })], 'allowed'],
    ['other namespaces', [allow({ namespaces: ['team-*', 'shop-2'] })], 'not-allowed'],
    ['the verb', [allow({ verbs: ['explain', 'triage'] })], 'allowed'],
    ['other verbs', [allow({ verbs: ['explain'] })], 'not-allowed'],
    ['a deny after an allow', [allow(), deny({ namespaces: ['shop'] })], 'denied'],
    ['a deny before an allow', [deny({ users: ['UJANE'] }), allow()], 'denied'],
    ['a deny for somebody else', [allow(), deny({ users: ['UJOHN'] })], 'allowed'],
    ['a deny for a group of which it cannot be told', [allow(), deny({ groups: ['SDOWN'] })], 'denied'],
    ['a deny for another group', [allow(), deny({ groups: ['SOPS'] })], 'allowed'],
  ])('%s', (_, rules, expected) => {
    expect(decide(policy(rules), jane, what)).toBe(expected);
  });

  it('is open without rules, and to what no rule denies, unless rules are required', () => {
    const open = { requireRules: false };
    expect(decide(policy([], open), jane, what)).toBe('allowed');
    expect(decide(policy([allow({ users: ['UJOHN'] })], open), jane, what)).toBe('allowed');
    expect(decide(policy([deny({ namespaces: ['shop'] })], open), jane, what)).toBe('denied');
  });

  it.each<[string, readonly AccessRule[], boolean, ReturnType<typeof decide>]>([
    ['no rule', [], false, 'not-allowed'],
    ['a rule that does not name it', [allow()], false, 'not-allowed'],
    ['a rule that names it', [allow({ verbs: ['share'] })], false, 'allowed'],
    ['a deny that names no verb', [allow({ verbs: ['share'] }), deny({ users: ['UJANE'] })], false, 'denied'],
  ])('sharing what is private needs a rule that says so: %s', (_, rules, requireRules, expected) => {
    expect(decide(policy(rules, { requireRules }), jane, { ...what, verb: 'share' })).toBe(expected);
  });

  it.each<[string, readonly AccessRule[], ReturnType<typeof decide>]>([
    ['a rule for one of its namespaces', [allow({ namespaces: ['web'] })], 'allowed'],
    ['a rule for another cluster', [allow({ clusters: ['staging'] })], 'not-allowed'],
    ['a deny for one of its namespaces', [allow(), deny({ namespaces: ['web'] })], 'allowed'],
    ['a deny for all of it', [allow(), deny({ clusters: ['prod'] })], 'denied'],
  ])('a cluster is open when something in it can be: %s', (_, rules, expected) => {
    expect(decideCluster(policy(rules), jane, what)).toBe(expected);
  });
});

describe('a private namespace', () => {
  const secret = (rules: readonly AccessRule[]) => policy(rules, { privateNamespaces: ['pay*'] });
  const there = { cluster: 'prod', namespace: 'payments' };
  it.each<[string, readonly AccessRule[], boolean]>([
    ['without rules', [], true],
    ['with a rule for everything', [allow()], true],
    ['with a rule for the channel that names no namespace', [allow({ channels: ['CSHOP'] })], true],
    ['with a rule for another channel', [allow({ channels: ['COTHER'], namespaces: ['payments'] })], true],
    ['with a rule of another cluster', [allow({ channels: ['CSHOP'], namespaces: ['payments'], clusters: ['dev'] })], true],
    ['with a deny for the channel', [deny({ channels: ['CSHOP'], namespaces: ['payments'] })], true],
    ['with a rule for the channel and the namespace', [allow({ channels: ['CSHOP'], namespaces: ['payments'] })], false],
  ])('%s', (_, rules, expected) => {
    expect(isPrivate(secret(rules), 'CSHOP', there)).toBe(expected);
    expect(isPrivate(secret(rules), 'CSHOP', { ...there, namespace: 'shop' })).toBe(false);
  });
});

const some = <T>(...from: readonly [T, ...T[]]) => fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 2 });
const lists = fc.record(
  {
    users: some('UJANE', 'UJOHN'),
    groups: some('SDEV', 'SOPS', 'SDOWN'),
    channels: some('CSHOP', 'COTHER'),
    clusters: some('prod', 'staging', '*'),
    namespaces: some('shop', 'web', 'sh*', '*'),
    verbs: some<AccessVerb>('triage', 'scan', 'share'),
  },
  { requiredKeys: [] },
);
const anyRule: fc.Arbitrary<AccessRule> = fc
  .tuple(fc.constantFrom('allow' as const, 'deny' as const), lists)
  .map(([effect, rule]) => ({ effect, ...rule }));
const anyPolicy = fc
  .tuple(fc.array(anyRule, { maxLength: 6 }), fc.boolean())
  .map(([rules, requireRules]) => policy(rules, { requireRules }));
const anyWhat = fc.record({
  verb: fc.constantFrom<AccessVerb>('triage', 'scan', 'share'),
  cluster: fc.constantFrom('prod', 'staging'),
  namespace: fc.constantFrom('shop', 'web', 'db'),
});
const isAllowed = (one: AccessPolicy, asked: Parameters<typeof decide>[2]) => decide(one, jane, asked) === 'allowed';

describe('whatever the rules are', () => {
  it('their order does not matter', () => {
    fc.assert(
      fc.property(anyPolicy, anyWhat, fc.array(fc.nat()), (one, asked, keys) => {
        const shuffled = one.rules
          .map((rule, index) => ({ rule, key: keys[index] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ rule }) => rule);
        expect(decide({ ...one, rules: shuffled }, jane, asked)).toBe(decide(one, jane, asked));
        expect(decide({ ...one, rules: one.rules.toReversed() }, jane, asked)).toBe(decide(one, jane, asked));
      }),
    );
  });

  it('one more deny never allows anything, and one more allow never takes anything', () => {
    fc.assert(
      fc.property(anyPolicy, anyWhat, lists, (one, asked, rule) => {
        const withDeny = { ...one, rules: [...one.rules, deny(rule)] };
        const withAllow = { ...one, rules: [...one.rules, allow(rule)] };
        expect(isAllowed(withDeny, asked) && !isAllowed(one, asked)).toBe(false);
        expect(isAllowed(one, asked) && !isAllowed(withAllow, asked)).toBe(false);
      }),
    );
  });

  it('a deny for all wins over every other rule', () => {
    fc.assert(
      fc.property(anyPolicy, anyWhat, (one, asked) => {
        expect(decide({ ...one, rules: [...one.rules, deny()] }, jane, asked)).toBe('denied');
      }),
    );
  });

  it('a person of whom no group can be told has no more than one who is in none, and no more than one who is in all', () => {
    fc.assert(
      fc.property(anyPolicy, anyWhat, (one, asked) => {
        const unknown = decide(one, { ...jane, inGroup: () => undefined }, asked) === 'allowed';
        for (const inAll of [true, false]) {
          expect(unknown && decide(one, { ...jane, inGroup: () => inAll }, asked) !== 'allowed').toBe(false);
        }
      }),
    );
  });

  it('a namespace that is open is in a cluster that is open', () => {
    fc.assert(
      fc.property(anyPolicy, anyWhat, (one, asked) => {
        expect(isAllowed(one, asked) && decideCluster(one, jane, asked) !== 'allowed').toBe(false);
      }),
    );
  });
});

describe('a pattern', () => {
  it('means what a regular expression of it would', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 6 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '-', '*'), maxLength: 6 });
    fc.assert(
      fc.property(pattern, word, (one, name) => {
        expect(matchesPattern(one, name)).toBe(new RegExp(`^${one.replaceAll('*', '.*')}$`, 'u').test(name));
      }),
    );
  });
});
