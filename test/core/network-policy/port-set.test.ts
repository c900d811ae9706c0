import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allPorts,
  formatPorts,
  intersect,
  isAll,
  isEmpty,
  isEqual,
  isSubset,
  noPorts,
  onePort,
  ports,
  subtract,
  union,
  type PortSet,
} from '../../../src/core/network-policy/port-set.ts';

const interval = fc
  .record({
    protocol: fc.constantFrom('TCP' as const, 'UDP' as const, 'SCTP' as const),
    a: fc.integer({ min: 1, max: 65535 }),
    b: fc.integer({ min: 1, max: 65535 }),
  })
  .map(({ protocol, a, b }) => ports(protocol, Math.min(a, b), Math.max(a, b)));
const set: fc.Arbitrary<PortSet> = fc.oneof(
  fc.constant(allPorts),
  fc.array(interval, { maxLength: 6 }).map((sets) => union(...sets)),
);
const law = (holds: (a: PortSet, b: PortSet, c: PortSet) => boolean) =>
  fc.assert(fc.property(set, set, set, (a, b, c) => holds(a, b, c)));

describe('PortSet', () => {
  it('obeys the laws of sets', () => {
    expect(() => {
      law((a, b) => isEqual(union(a, b), union(b, a)) && isEqual(intersect(a, b), intersect(b, a)));
      law((a, b, c) => isEqual(union(a, union(b, c)), union(union(a, b), c)));
      law((a, b, c) => isEqual(intersect(a, union(b, c)), union(intersect(a, b), intersect(a, c))));
      law((a) => isEqual(union(a, a), a) && isEqual(union(a, noPorts), a) && isEqual(intersect(a, allPorts), a));
      law((a, b) => isEmpty(intersect(subtract(a, b), b)) && isEqual(union(subtract(a, b), intersect(a, b)), a));
      law((a, b, c) => isEqual(subtract(a, union(b, c)), subtract(subtract(a, b), c)));
      law((a, b) => isSubset(intersect(a, b), a) && isSubset(a, union(a, b)));
    }).not.toThrow();
  });

  it('looks the same however it was put together', () => {
    const one = union(ports('TCP', 80, 90), onePort('TCP', 91), ports('TCP', 85, 95));
    expect(one).toEqual(ports('TCP', 80, 95));
  });

  it.each([
    [noPorts, []],
    [allPorts, ['all']],
    [union(ports('TCP'), ports('UDP'), ports('SCTP')), ['all']],
    [ports('TCP'), ['TCP 1-65535']],
    [union(onePort('UDP', 53), onePort('TCP', 80), ports('TCP', 8000, 8100)), ['TCP 80', 'TCP 8000-8100', 'UDP 53']],
    [subtract(ports('TCP', 1, 10), onePort('TCP', 5)), ['TCP 1-4', 'TCP 6-10']],
  ])('of %o is written %j', (portSet, words) => {
    expect(formatPorts(portSet)).toEqual(words);
  });

  it('knows when nothing limits it', () => {
    expect(isAll(subtract(allPorts, onePort('TCP', 1)))).toBe(false);
    expect(isAll(union(subtract(allPorts, onePort('TCP', 1)), onePort('TCP', 1)))).toBe(true);
  });
});
