import fc from 'fast-check';
import {
  PODS,
  type PictureNode,
  type PictureState,
  type PodsNode,
  type TrafficPicture,
} from '../../src/core/picture/traffic-picture.ts';
import { anyString } from './hostile-strings.ts';

const state = fc.constantFrom<PictureState>('ok', 'broken', 'dropped', 'unknown');
const flow = fc.constantFrom<PictureState | 'impaired'>('ok', 'broken', 'dropped', 'unknown', 'impaired');
const words = fc.record({ title: anyString, lines: fc.array(anyString, { maxLength: 5 }), state });
const cause = fc.option(anyString, { nil: undefined });
const flowing = fc.record({ state: flow, cause });

/** A picture as `drawTrafficPath` shapes them, with any words in it: one to three columns, up to a dozen boxes of pods. */
export const anyPicture: fc.Arbitrary<TrafficPicture> = fc
  .record({
    title: anyString,
    summary: anyString,
    beside: cause,
    ways: fc.array(fc.tuple(words, fc.option(words, { nil: undefined }), flowing, flowing), { minLength: 1, maxLength: 3 }),
    service: words,
    endpoints: words,
    pods: fc.array(fc.tuple(words, fc.oneof(fc.constantFrom('', 'a', 'b', '3 zones'), anyString)), {
      minLength: 1,
      maxLength: 12,
    }),
    middle: flowing,
    last: flowing,
  })
  .map(({ title, summary, beside, ways, service, endpoints, pods, middle, last }) => {
    const clients = ways.map(([client], way): PictureNode => ({ ...client, id: `client-${way}`, way }));
    const entries = ways.flatMap(([, entry], way): PictureNode[] =>
      entry === undefined ? [] : [{ ...entry, id: `entry-${way}`, way }],
    );
    const edge = (
      from: string,
      to: string,
      { state, cause }: { state: PictureState | 'impaired'; cause: string | undefined },
    ) => ({
      from,
      to,
      state,
      ...(cause !== undefined && { cause }),
    });
    return {
      title,
      summary,
      ...(beside !== undefined && { beside }),
      stages: [
        { kind: 'client' as const, nodes: clients },
        ...(entries.length === 0 ? [] : [{ kind: 'entry' as const, nodes: entries }]),
        { kind: 'service' as const, nodes: [{ ...service, id: 'service' }] },
        { kind: 'endpoints' as const, nodes: [{ ...endpoints, id: 'endpoints' }] },
      ],
      pods: pods.map(([node, zone], index): PodsNode => ({ ...node, id: `pods-${index}`, zone, count: 1 })),
      edges: [
        ...ways.flatMap(([, entry, first, second], way) =>
          entry === undefined
            ? [edge(`client-${way}`, 'service', first)]
            : [edge(`client-${way}`, `entry-${way}`, first), edge(`entry-${way}`, 'service', second)],
        ),
        edge('service', 'endpoints', middle),
        edge('endpoints', PODS, last),
      ],
    };
  });
