import { describe, expect, it } from 'vitest';
import { inhabitants } from '../../../src/core/network-policy/inhabitants.ts';
import { meantPeer } from '../../../src/core/network-policy/meant-peer.ts';
import { projected } from '../../support/projected.ts';
import { policy } from './world.ts';

const world = inhabitants(
  projected(
    'pods',
    `
- {metadata: {name: web-0, namespace: shop, labels: {app: web}}}
- {metadata: {name: worker-0, namespace: shop, labels: {app: worker, tier: back}}}
- {metadata: {name: ui-0, namespace: front, labels: {app: ui}}}
- {metadata: {name: prom-0, namespace: monitoring, labels: {app: prometheus}}}
`,
  ),
  projected(
    'namespaces',
    `
- {metadata: {name: shop, labels: {team: shop}}}
- {metadata: {name: front, labels: {team: web-frontend}}}
- {metadata: {name: monitoring}}
`,
  ),
);

const meant = (from: string) => {
  const peer = policy(`shop/p: {podSelector: {}, ingress: [{from: [${from}]}]}`).spec.ingress[0]?.peers?.[0];
  return peer === undefined ? undefined : meantPeer(peer, 'shop', world)?.instead;
};

describe('what a peer that matches nobody was to match', () => {
  it.each([
    [
      '{namespaceSelector: {matchLabels: {name: monitoring}}}',
      [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
    ],
    [
      '{namespaceSelector: {matchLabels: {team: web-frontent}}}',
      [{ namespaceSelector: { matchLabels: { team: 'web-frontend' } } }],
    ],
    ['{podSelector: {matchLabels: {app: workers}}}', [{ podSelector: { matchLabels: { app: 'worker' } } }]],
    [
      '{podSelector: {matchLabels: {app: ui}}}',
      [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'front' } },
          podSelector: { matchLabels: { app: 'ui' } },
        },
      ],
    ],
    [
      '{namespaceSelector: {matchLabels: {name: monitoring}}, podSelector: {matchLabels: {app: prometheus}}}',
      [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
          podSelector: { matchLabels: { app: 'prometheus' } },
        },
      ],
    ],
    [
      '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: front}}, podSelector: {matchLabels: {tier: back}}}',
      [
        { podSelector: { matchLabels: { tier: 'back' } } },
        { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'front' } } },
      ],
    ],
    ['{podSelector: {matchLabels: {app: nightly-report}}}', undefined],
    ['{namespaceSelector: {matchLabels: {zone: dmz}}}', undefined],
  ])('%s', (from, instead) => {
    expect(meant(from)).toEqual(instead);
  });
});
