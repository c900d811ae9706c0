import { describe, expect, it } from 'vitest';
import { explainDirection } from '../../../src/core/network-policy/explain-direction.ts';
import { allPorts, onePort, ports, type PortSet } from '../../../src/core/network-policy/port-set.ts';
import { between, policy } from './world.ts';

const tcp = (port: number) => onePort('TCP', port);

/** What decides about the ingress of the target. */
function explained(policies: readonly string[], from: string, to: string, asked: PortSet): string {
  const { ingress } = between(from, to, policies.map(policy));
  return ingress === undefined ? 'no ingress to judge' : explainDirection(ingress, asked, to);
}

const deny = 'shop/deny-all: {podSelector: {}, policyTypes: [Ingress]}';
const fromData =
  'shop/from-data: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {app: nobody}}}]}, {from: [{namespaceSelector: {matchLabels: {team: db}}}], ports: [{port: 80}]}]}';

describe('explainDirection', () => {
  it.each<[string, readonly string[], string, PortSet, string]>([
    ['nothing isolates', [], 'data/db', allPorts, 'no NetworkPolicy limits ingress of shop/web'],
    ['a default deny', [deny], 'data/db', allPorts, 'NetworkPolicy shop/deny-all: no ingress rule'],
    [
      'the rule that admits, counted from 1',
      [deny, fromData],
      'data/db',
      tcp(80),
      'NetworkPolicy shop/from-data: ingress rule 2',
    ],
    [
      'every policy that isolates, when none admits',
      [deny, fromData],
      'ops/prom',
      tcp(80),
      'NetworkPolicy shop/deny-all: no ingress rule; NetworkPolicy shop/from-data: no ingress rule for this source',
    ],
    [
      'the port that is open in place of the one asked',
      [fromData],
      'data/db',
      tcp(8080),
      'NetworkPolicy shop/from-data: ingress rule 2 opens TCP 80, not TCP 8080',
    ],
    [
      'a range',
      [fromData],
      'data/db',
      ports('TCP', 1000, 2000),
      'NetworkPolicy shop/from-data: ingress rule 2 opens TCP 80, not TCP 1000-2000',
    ],
    [
      'a port name that the pod does not declare',
      ['shop/named: {podSelector: {}, ingress: [{ports: [{port: admin}]}]}'],
      'data/db',
      tcp(80),
      'NetworkPolicy shop/named: ingress rule 1 opens only port TCP admin by name, which the pod does not declare, not TCP 80',
    ],
    [
      'why it cannot be told',
      ['shop/block: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.244.2.0/24}}]}]}'],
      'data/db',
      tcp(80),
      'NetworkPolicy shop/block: ingress rule 1: cannot be told, only an ipBlock holds the pod’s address; ipBlock is meant for addresses outside the cluster, and whether it also holds for pods depends on the network plugin',
    ],
    [
      'the node of the pod',
      [deny],
      'node-1=10.0.0.1',
      tcp(80),
      'traffic between a pod and the node that runs it is always allowed',
    ],
  ])('names %s', (_, policies, from, asked, words) => {
    expect(explained(policies, from, 'shop/web', asked)).toBe(words);
  });

  it('counts what is too much to name', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => `shop/${name}: {podSelector: {}}`);
    expect(explained(many, 'data/db', 'shop/web', allPorts)).toBe(
      'NetworkPolicy shop/a: no ingress rule; NetworkPolicy shop/b: no ingress rule; NetworkPolicy shop/c: no ingress rule and 2 more',
    );
  });
});
