import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { flatten } from '../../../src/core/answer/text.ts';
import { listServices } from '../../../src/core/list/list-services.ts';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { snapshotOf, without } from '../../support/snapshot-of.ts';

const yaml = readFileSync(new URL('../explain/cluster.yaml', import.meta.url), 'utf8');
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(yaml);
});

describe('listServices', () => {
  it('shows a table of the namespace, and what is wrong in the headline', () => {
    expect(renderPlain(listServices(snapshot, { namespace: 'shop' }))).toMatchInlineSnapshot(`
      "▲ 8 Services in shop, 1 without ready endpoints, 1 without an external address.

      Name    Type          Cluster IP  External                                Ports                          Ready  Age
      db      Headless      None        –                                       5432/TCP                       1/1    –
      edge    NodePort      10.96.0.32  192.0.2.50                              53:30053/UDP, 3868:30868/SCTP  1/1    –
      inner   LoadBalancer  10.96.0.31  pending                                 5432:31432/TCP                 1/1    –
      legacy  ClusterIP     10.96.0.33  –                                       1521/TCP                       1/1    –
      mail    ExternalName  –           smtp.example.com                        25/TCP                         –      –
      public  LoadBalancer  10.96.0.30  k8s-public.elb.eu-west-1.amazonaws.com  443/TCP                        1/2    –
      typo    ClusterIP     10.96.0.34  –                                       80/TCP                         0/0    –
      web     ClusterIP     10.96.0.20  –                                       80/TCP, 9090/TCP               2/2    5d

      Next: k8s-svc scan -n shop          # Find what is broken
            k8s-svc explain typo -n shop  # Explain typo

      Cluster test, read 2026-03-10 09:30:00 UTC
      "
    `);
  });

  it('adds the namespace where all are listed, by namespace and name', () => {
    const one = listServices(snapshot, {});
    const [table] = one.parts;
    expect(flatten(one.headline)).toMatch(/^10 Services in all namespaces/u);
    expect(table).toMatchObject({ kind: 'table', columns: expect.arrayContaining(['Namespace']) as unknown });
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.rows.map((row) => row.slice(0, 2).join('/'))).toEqual([
      'default/kubernetes',
      'other/web-alias',
      'shop/db',
      'shop/edge',
      'shop/inner',
      'shop/legacy',
      'shop/mail',
      'shop/public',
      'shop/typo',
      'shop/web',
    ]);
  });

  it.each([
    ['LoadBalancer', '2 LoadBalancer Services in shop, 1 without an external address.'],
    ['loadbalancer', '2 LoadBalancer Services in shop, 1 without an external address.'],
    ['headless', '1 Headless Service in shop.'],
    ['ClusterIP', '3 ClusterIP Services in shop, 1 without ready endpoints.'],
    ['ExternalName', '1 ExternalName Service in shop.'],
  ])('shows only %s when asked', (type, headline) => {
    expect(flatten(listServices(snapshot, { namespace: 'shop', type }).headline)).toBe(headline);
  });

  it('is healthy when nothing is wrong, and leads to the first that is otherwise', () => {
    expect(listServices(snapshot, { namespace: 'default' }).status).toBe('ok');
    const shop = listServices(snapshot, { namespace: 'shop' });
    expect(shop.status).toBe('warning');
    expect(shop.actions.map((one) => one.request)).toEqual(['scan -n shop', 'explain typo -n shop']);
  });

  it('shows endpoints that were not read as unread and says which grant is missing', () => {
    const one = listServices(without(snapshot, ['endpointslices']), { namespace: 'default' });
    expect(one.status).toBeUndefined();
    expect(renderPlain(one)).toContain('1 Service in default; their endpoints could not be read.');
    expect(renderPlain(one)).toMatch(/kubernetes .* unread/u);
    expect(renderPlain(one)).toContain('grant `list endpointslices in namespace default`');
  });

  it('says that Services were not read, which is not the same as none', () => {
    const words = renderPlain(listServices(without(snapshot, ['services']), { namespace: 'shop' }));
    expect(words).toContain('▲ The Services could not be read.');
    expect(words).toContain('grant `list services in namespace shop`');
    expect(words).not.toContain('No Services');
  });
});

describe('an empty list', () => {
  const empty = `
apiVersion: v1
kind: Namespace
metadata: { name: quiet }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
`;

  it.each([
    ['an empty namespace', { namespace: 'quiet' }, 'No Services in quiet yet.', 'expose WORKLOAD -n quiet', 'list -A'],
    [
      'a namespace that does not exist',
      { namespace: 'shopp' },
      'There is no namespace shopp.',
      'Did you mean shop?',
      'list -n shop',
    ],
    [
      'a type without Services',
      { namespace: 'shop', type: 'nodePort' },
      'No NodePort Service in shop.',
      '1 Service of other types',
      'list -n shop',
    ],
    [
      'a type that does not exist',
      { namespace: 'shop', type: 'Nodeprot' },
      'Nodeprot is no type of Service.',
      'ClusterIP, NodePort',
      'list -n shop',
    ],
  ])('of %s is said kindly with a next step', async (_, scope, headline, words, request) => {
    const web = 'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { clusterIP: 10.0.0.1 }\n';
    const one = listServices(await snapshotOf(empty, web), scope);
    expect(flatten(one.headline)).toBe(headline);
    expect(renderPlain(one)).toContain(words);
    expect(one.actions[0]?.request).toBe(request);
  });
});
