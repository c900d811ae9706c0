import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSeal } from '../../../src/slack/shared/seal.ts';

const seal = createSeal('xoxb-1-secret');

it('opens what it has closed, in any process with the same secret', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (id, data) => {
      expect(createSeal('xoxb-1-secret').open(id, seal.close(id, data))).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
});

it('opens nothing else: another secret, another id, any change, any text', () => {
  const closed = seal.close('1', { text: 'why?' });
  expect(createSeal('xoxb-2-secret').open('1', closed)).toBeUndefined();
  expect(seal.open('2', closed)).toBeUndefined();
  fc.assert(
    // Not in the last four letters, some bits of which stand for nothing.
    fc.property(fc.nat(closed.length - 5), fc.constantFrom('A', 'b', '/'), (at, letter) => {
      const changed = closed.slice(0, at) + letter + closed.slice(at + 1);
      return changed === closed || seal.open('1', changed) === undefined;
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => seal.open('1', text) === undefined));
});

it('never closes the same to the same, and its name tells nothing of the secret', () => {
  expect(seal.close('1', 'a')).not.toBe(seal.close('1', 'a'));
  expect(seal.fingerprint).toMatch(/^[0-9a-f]{12}$/u);
  expect(createSeal('xoxb-2-secret').fingerprint).not.toBe(seal.fingerprint);
});
