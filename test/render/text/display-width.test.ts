import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../src/render/text/clean-text.ts';
import { cutToWidth, displayWidth, padToWidth } from '../../../src/render/text/display-width.ts';
import { anyString } from '../../support/hostile-strings.ts';

describe('displayWidth', () => {
  it.each([
    ['web', 3],
    ['Größe', 5],
    ['e\u0301', 1],
    ['名前', 4],
    ['한글', 4],
    ['👩‍👩‍👧‍👦', 2],
    ['🚨 web', 6],
    ['✖ ▲ ✔ ●', 7],
  ])('of %s is %i cells', (value, width) => {
    expect(displayWidth(value)).toBe(width);
  });
});

describe('cutToWidth', () => {
  it.each([
    ['web', 3, 'web'],
    ['website', 4, 'web…'],
    ['名前空間', 5, '名前…'],
    ['名前空間', 4, '名…'],
    ['a very long name', 3, 'a…'],
    ['web', 0, ''],
  ])('cuts %s to %i cells', (value, width, cut) => {
    expect(cutToWidth(value, width)).toBe(cut);
  });

  it('never gives more cells than it was asked for, and padding fills them exactly', () => {
    fc.assert(
      fc.property(anyString, fc.integer({ min: 0, max: 60 }), (value, width) => {
        const cut = cutToWidth(cleanLine(value), width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        expect(displayWidth(padToWidth(cut, width))).toBe(width);
      }),
    );
  });
});
