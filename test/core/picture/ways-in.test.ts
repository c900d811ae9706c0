import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/answer/answer.ts';
import { plain } from '../../../src/core/answer/text.ts';
import { drawTrafficPath } from '../../../src/core/picture/draw-traffic-path.ts';
import { dumpOf, healthy } from '../../support/small-cluster.ts';
import { serviceIn, snapshotOf } from '../../support/snapshot-of.ts';

const ingress = (name: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name, namespace: 'shop', uid: name },
  spec: {
    rules: [
      {
        host: `${name}.example.com`,
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }] },
      },
    ],
  },
  status: { loadBalancer: { ingress: [{ ip: '10.1.2.3' }] } },
});

const finding = (check: string, name: string): Finding => ({
  check,
  title: check,
  severity: 'critical',
  role: 'root-cause',
  object: { kind: 'Ingress', namespace: 'shop', name },
  say: plain(`${name} is broken.`),
  evidence: {},
  next: [],
  source: 'https://kubernetes.io/',
});

async function drawn(names: readonly string[], findings: readonly Finding[]) {
  const snapshot = await snapshotOf(dumpOf(healthy('web'), names.map(ingress)));
  return drawTrafficPath(snapshot, serviceIn(snapshot, 'web'), findings);
}

describe('the ways to a Service', () => {
  it('are drawn side by side while they are few', async () => {
    const picture = await drawn(['a', 'b'], []);
    expect(picture.stages[0]?.nodes.map(({ title }) => title)).toEqual([
      'Internal network',
      'Internal network',
      'Pods in the cluster',
    ]);
    expect(picture.stages[1]?.nodes.map(({ title, lines }) => [title, ...lines])).toEqual([
      ['Ingress a', 'a.example.com/', 'at 10.1.2.3'],
      ['Ingress b', 'b.example.com/', 'at 10.1.2.3'],
    ]);
  });

  it('are one box when they are many, but for the broken one', async () => {
    const picture = await drawn(['a', 'b', 'c', 'd', 'e', 'f'], [finding('ingress-class-not-served', 'd')]);
    expect(picture.stages[1]?.nodes.map(({ title, lines, state }) => [title, state, ...lines])).toEqual([
      ['Ingress d', 'broken', 'd.example.com/', 'at 10.1.2.3'],
      ['5 more ways in', 'ok', 'Ingress a', 'Ingress b', 'Ingress c', 'and 2 more'],
    ]);
    expect(picture.edges.filter(({ state }) => state !== 'ok')).toEqual([
      { from: 'client-0', to: 'entry-0', state: 'broken', cause: 'd is broken.' },
      { from: 'entry-0', to: 'service', state: 'dropped' },
    ]);
  });

  it('keep a cause in sight that lies on no hop of this path', async () => {
    const picture = await drawn([], [finding('ingress-class-not-served', 'elsewhere')]);
    expect(picture.beside).toBe('elsewhere is broken.');
    expect(picture.edges.every(({ state }) => state === 'ok')).toBe(true);
  });
});
