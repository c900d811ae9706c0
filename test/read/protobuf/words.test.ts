import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Words } from '../../../src/read/protobuf/words.ts';

describe('words out of a buffer', () => {
  it('are what was written, whatever was read before them', () => {
    const words = new Words();
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('app', 'äpp', '\0', 'a'.repeat(41)));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (all) => {
        for (const one of [...all, ...all]) {
          // What is no UTF-8 (half of a pair) is written as the replacement character.
          const buffer = Buffer.from(`<${one}>`);
          expect(words.read(buffer, 1, buffer.length - 1)).toBe(buffer.toString('utf8', 1, buffer.length - 1));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('that fall into one slot are told apart', () => {
    const words = new Words();
    const many = Array.from({ length: 40_000 }, (_, index) => `word-${index}`);
    for (const one of [...many, ...many]) expect(words.read(Buffer.from(one), 0, one.length)).toBe(one);
  });
});
