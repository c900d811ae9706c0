import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInRange, normalAddress, parseAddresses, sizeOf } from '../../../../src/core/model/load-balancers/address-ranges.ts';

describe('parseAddresses', () => {
  it.each([
    ['192.0.2.0/28', 16n],
    ['192.0.2.10-192.0.2.12', 3n],
    [' 192.0.2.7 ', 1n],
    ['fd00::/126', 4n],
    ['fd00::1-fd00::ff', 255n],
  ])('reads %s as %s addresses', (text, size) => {
    const range = parseAddresses(text);
    expect(range === undefined ? undefined : sizeOf(range)).toBe(size);
  });

  it.each(['', 'lan', '192.0.2.12-192.0.2.10', '192.0.2.1-fd00::1', '192.0.2.1-192.0.2.2-192.0.2.3', '300.1.1.1/8'])(
    'does not read %j',
    (text) => {
      expect(parseAddresses(text)).toBeUndefined();
    },
  );

  it('finds an address between its neighbours, and only there', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), fc.ipV4(), (a, b, c) => {
        const value = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
        const [low = a, high = b] = [a, b].sort((x, y) => value(x) - value(y));
        const range = parseAddresses(`${low}-${high}`);
        expect(range !== undefined && isInRange(range, c)).toBe(value(low) <= value(c) && value(c) <= value(high));
      }),
    );
  });

  it('knows one IPv6 address in two spellings', () => {
    expect(normalAddress('FD00:0::1')).toBe(normalAddress('fd00::1'));
    expect(normalAddress('fd00::1')).not.toBe(normalAddress('fd00::2'));
    expect(normalAddress('10.0.0.1')).toBe('10.0.0.1');
  });
});
