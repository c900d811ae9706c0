import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyAddress, formatAddress, parseRange, toCidrs, type AddressRange } from '../../../src/core/network-policy/cidr.ts';
import { contains, cutAt, overlaps, without } from '../../../src/core/network-policy/range-math.ts';

const range = (text: string): AddressRange => {
  const parsed = parseRange(text);
  if (parsed === undefined) throw new Error(`${text} is no range`);
  return parsed;
};
const anyCidr = fc.oneof(
  fc
    .record({ value: fc.bigInt(0n, 2n ** 32n - 1n), prefix: fc.integer({ min: 0, max: 32 }) })
    .map((one) => range(`${formatAddress(4, one.value)}/${one.prefix}`)),
  fc
    .record({ value: fc.bigInt(0n, 2n ** 128n - 1n), prefix: fc.integer({ min: 0, max: 128 }) })
    .map((one) => range(`${formatAddress(6, one.value)}/${one.prefix}`)),
);

describe('parseRange', () => {
  it.each([
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['10.1.2.3/8', ['10.0.0.0/8']],
    ['10.1.2.3', ['10.1.2.3/32']],
    ['0.0.0.0/0', ['0.0.0.0/0']],
    ['::/0', ['::/0']],
    ['::1', ['::1/128']],
    ['FD00:0:0:1::/64', ['fd00:0:0:1::/64']],
    ['2001:db8:0:0:1:0:0:1', ['2001:db8::1:0:0:1/128']],
    ['1:2:3:4:5:6:7:8', ['1:2:3:4:5:6:7:8/128']],
    ['::ffff:10.0.0.1', ['::ffff:a00:1/128']],
    ['fe80::', ['fe80::/128']],
  ])('reads %s', (text, cidrs) => {
    expect(toCidrs(range(text))).toEqual(cidrs);
  });

  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/9',
    'web',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    'fd00::/129',
    ':',
    'g::',
    '10.0.0.1:80',
  ])('does not take %j for an address', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });
});

describe('ranges', () => {
  it('are written and read back unchanged', () => {
    fc.assert(
      fc.property(anyCidr, (one) => {
        expect(toCidrs(one).map(range)).toEqual([one]);
      }),
    );
  });

  it('without others hold what was in them and nothing of the others', () => {
    fc.assert(
      fc.property(anyCidr, fc.array(anyCidr, { maxLength: 5 }), (one, others) => {
        const left = without(one, others);
        expect(left.every((part) => contains(one, part) && !others.some((other) => overlaps(part, other)))).toBe(true);
        const size = (ranges: readonly AddressRange[]) => ranges.reduce((sum, part) => sum + (part.last - part.first + 1n), 0n);
        const covered = cutAt(one, others).filter((part) => others.some((other) => contains(other, part)));
        expect(size(left) + size(covered)).toBe(size([one]));
      }),
    );
  });

  it('cut at others are whole or not at all in each of them', () => {
    fc.assert(
      fc.property(anyCidr, fc.array(anyCidr, { maxLength: 5 }), (one, others) => {
        for (const part of cutAt(one, others))
          expect(others.every((other) => contains(other, part) || !overlaps(other, part))).toBe(true);
      }),
    );
  });

  it('become the fewest CIDRs', () => {
    const [low, high] = without(range('172.17.0.0/16'), [range('172.17.1.0/24')]);
    expect([low, high].flatMap((part) => (part === undefined ? [] : toCidrs(part)))).toEqual([
      '172.17.0.0/24',
      '172.17.2.0/23',
      '172.17.4.0/22',
      '172.17.8.0/21',
      '172.17.16.0/20',
      '172.17.32.0/19',
      '172.17.64.0/18',
      '172.17.128.0/17',
    ]);
    expect(toCidrs(everyAddress(6))).toEqual(['::/0']);
  });
});
