import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinZone } from '../../../../src/core/model/endpoints/zone-shares.ts';

const zones = (...counts: readonly (readonly [nodes: number, endpoints: number])[]) =>
  counts.map(([nodes, endpoints], at) => ({ zone: `zone-${at}`, nodes, endpoints }));

describe('the zone with too few endpoints for its nodes', () => {
  it.each([
    [zones([2, 5], [2, 1]), 'zone-1'],
    [zones([1, 1], [1, 3], [1, 3]), 'zone-0'],
    [zones([1, 1], [1, 1], [1, 1]), undefined],
    // Few nodes there too.
    [zones([1, 1], [5, 5]), undefined],
    // Without any, clients of that zone use all the others.
    [zones([2, 4], [2, 0]), undefined],
    [zones([3, 1]), undefined],
    [zones(), undefined],
  ])('of %j is %s', (shares, thin) => {
    expect(thinZone(shares)?.zone).toBe(thin);
  });

  it('is none when every zone has as great a part of the endpoints as of the nodes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 9 }),
        fc.integer({ min: 1, max: 4 }),
        (nodes, times) => {
          expect(thinZone(zones(...nodes.map((count) => [count, count * times] as const)))).toBeUndefined();
        },
      ),
    );
  });
});
