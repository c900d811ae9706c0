import { beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { drawTrafficPath } from '../../../src/core/picture/draw-traffic-path.ts';
import type { TrafficPicture } from '../../../src/core/picture/traffic-picture.ts';
import { pictureOf, pictureSnapshot } from '../../support/picture-snapshot.ts';
import { serviceIn, snapshotOf, without } from '../../support/snapshot-of.ts';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await pictureSnapshot();
});

/** `client-0>entry-0 ok` … : the hops and how they are. */
const hops = ({ edges }: TrafficPicture) => edges.map(({ from, to, state }) => `${from}>${to} ${state}`);
const causes = ({ edges }: TrafficPicture) =>
  edges.flatMap(({ from, to, cause }) => (cause === undefined ? [] : [`${from}>${to}: ${cause}`]));
const nodes = (picture: TrafficPicture) =>
  picture.stages.flatMap((stage) => stage.nodes).map(({ id, title, state }) => `${id} ${title} ${state}`);

describe('the traffic path', () => {
  it('of a healthy ClusterIP Service behind an Ingress is whole from both sides', () => {
    const picture = pictureOf(snapshot, 'web');
    expect(picture.summary).toBe('3 of 3 pods are usable endpoints');
    expect(nodes(picture)).toEqual([
      'client-0 Internet ok',
      'client-1 Pods in the cluster ok',
      'entry-0 Ingress web ok',
      'service Service web ok',
      'endpoints EndpointSlices ok',
    ]);
    expect(hops(picture)).toEqual([
      'client-0>entry-0 ok',
      'entry-0>service ok',
      'client-1>service ok',
      'service>endpoints ok',
      'endpoints>pods ok',
    ]);
    expect(picture.pods?.map(({ zone, lines }) => [zone, lines[0]])).toEqual([
      ['europe-west1-b', 'ready'],
      ['europe-west1-c', 'ready'],
      ['europe-west1-d', 'ready'],
    ]);
  });

  it('of a pending load balancer is broken before it, and open for pods of the cluster', () => {
    const picture = pictureOf(snapshot, 'storefront');
    expect(hops(picture)).toEqual([
      'client-0>entry-0 broken',
      'entry-0>service dropped',
      'client-1>service ok',
      'service>endpoints ok',
      'endpoints>pods ok',
    ]);
    expect(nodes(picture)).toContain('entry-0 Load balancer broken');
    expect(causes(picture)).toEqual([expect.stringMatching(/^client-0>entry-0: .*no external address yet/u)]);
  });

  it('with a slip in the selector ends at the Service, with the slip as the cause', () => {
    const picture = pictureOf(snapshot, 'checkout');
    expect(hops(picture)).toEqual(['client-0>service ok', 'service>endpoints broken', 'endpoints>pods dropped']);
    expect(causes(picture)).toEqual([
      'service>endpoints: Service checkout selects app=chekout, but the pods of Deployment checkout carry app=checkout.',
    ]);
    expect(nodes(picture)).toEqual([
      'client-0 Pods in the cluster ok',
      'service Service checkout broken',
      'endpoints EndpointSlices dropped',
    ]);
    expect(picture.pods).toMatchObject([{ title: 'No pod', state: 'dropped', count: 0 }]);
  });

  it('to pods that are not ready ends before them, each with its reason', () => {
    const picture = pictureOf(snapshot, 'search');
    expect(hops(picture).at(-1)).toBe('endpoints>pods broken');
    expect(causes(picture)).toEqual([expect.stringContaining('asks port 9090')]);
    expect(picture.pods?.map(({ state, lines }) => [state, lines[0]])).toEqual([
      ['dropped', 'readiness probe asks a wrong port'],
      ['dropped', 'readiness probe asks a wrong port'],
    ]);
  });

  it('to 200 pods over three zones has one box for each state in each zone', () => {
    const picture = pictureOf(snapshot, 'catalog');
    expect(picture.summary).toBe('188 of 200 pods are usable endpoints');
    expect(hops(picture).at(-1)).toBe('endpoints>pods impaired');
    expect(picture.pods?.map(({ zone, state }) => `${zone} ${state}`)).toEqual([
      'europe-west1-b dropped',
      'europe-west1-b ok',
      'europe-west1-c dropped',
      'europe-west1-c ok',
      'europe-west1-d dropped',
      'europe-west1-d ok',
    ]);
    const total = (state: string) =>
      picture.pods?.filter((pod) => pod.state === state).reduce((sum, pod) => sum + pod.count, 0);
    expect([total('ok'), total('dropped')]).toEqual([188, 12]);
  });

  it('of a headless Service goes by DNS to the pods by name', () => {
    const picture = pictureOf(snapshot, 'postgres');
    expect(picture.stages[0]?.nodes[0]?.lines).toEqual(['postgres.shop:5432', 'DNS gives the addresses of the pods']);
    expect(new Set(picture.pods?.map(({ title }) => title))).toEqual(new Set(['postgres-0', 'postgres-1', 'postgres-2']));
  });

  it('of an ExternalName Service ends with the name outside, without endpoints and pods', () => {
    const picture = pictureOf(snapshot, 'tax-rates');
    expect(picture.stages.map(({ kind }) => kind)).toEqual(['client', 'service', 'outside']);
    expect(picture.stages.at(-1)?.nodes).toMatchObject([
      // Nobody has looked at it: no check mark.
      {
        title: 'rates.partner.example.com',
        state: 'unknown',
        lines: ['callers go there themselves', 'outside the cluster: not checked'],
      },
    ]);
    expect(picture).not.toHaveProperty('pods');
    expect(hops(picture)).toEqual(['client-0>service ok', 'service>outside ok']);
  });

  it('of an alias within the cluster goes on to the Service at its end, with its health', async () => {
    const alias = (name: string, externalName: string) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'shop' },
      spec: { type: 'ExternalName', externalName },
    });
    const dead = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'dead', namespace: 'shop' },
      spec: { selector: { app: 'x' }, ports: [{ port: 80 }] },
    };
    const items = [
      alias('a', 'b.shop.svc.cluster.local'),
      alias('b', 'dead.shop.svc.cluster.local'),
      alias('lost', 'gone.shop.svc.cluster.local'),
      dead,
    ];
    const aliases = await snapshotOf(
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [
          ...items,
          { apiVersion: 'v1', kind: 'PodList', items: [] },
          { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSliceList', items: [] },
        ],
      }),
    );
    const path = (name: string) => drawTrafficPath(aliases, serviceIn(aliases, name), []);
    expect(
      path('a')
        .stages.slice(2)
        .map(({ nodes }) => nodes.map(({ id, title, state }) => [id, title, state])),
    ).toEqual([[['outside', 'Service shop/b', 'ok']], [['outside-1', 'Service shop/dead', 'dropped']]]);
    expect(hops(path('a'))).toEqual(['client-0>service ok', 'service>outside ok', 'outside>outside-1 ok']);
    expect(path('lost').stages.at(-1)?.nodes).toMatchObject([
      { title: 'Service shop/gone', lines: ['there is none of that name'] },
    ]);
  });

  it('of a NodePort Service comes in by the nodes', () => {
    const picture = pictureOf(snapshot, 'grafana', 'monitoring');
    expect(picture.stages[1]?.nodes).toMatchObject([{ title: 'Node port', lines: ['port 30300 of every node'] }]);
  });
});

describe('what could not be read', () => {
  it('is unknown and neither broken nor empty: the endpoints', () => {
    const picture = pictureOf(without(snapshot, ['endpointslices']), 'web');
    expect(picture.summary).toBe('How many endpoints are usable could not be read');
    expect(hops(picture).at(-1)).toBe('endpoints>pods unknown');
    expect(nodes(picture)).toContain('endpoints EndpointSlices unknown');
    expect(new Set(picture.pods?.map(({ state }) => state))).toEqual(new Set(['unknown']));
  });

  it('is unknown: endpoints and pods', () => {
    const picture = pictureOf(without(snapshot, ['endpointslices', 'pods']), 'web');
    expect(picture.pods).toMatchObject([{ title: 'Pods', lines: ['could not be read'], state: 'unknown' }]);
  });

  it('leaves the pods out of the words when only they are unread', () => {
    const picture = pictureOf(without(snapshot, ['pods', 'nodes', 'events']), 'search');
    expect(picture.summary).toBe('0 of 2 pods are usable endpoints');
    expect(picture.pods?.map(({ lines }) => lines[0])).toEqual(['not ready', 'not ready']);
    expect(hops(picture).at(-1)).toBe('endpoints>pods broken');
  });
});
