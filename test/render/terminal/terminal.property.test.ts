import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/core/answer/build.ts';
import { displayWidth } from '../../../src/render/text/display-width.ts';
import { renderPlain, renderTerminal } from '../../../src/render/terminal/render-terminal.ts';
import { arbitraryAnswer, arbitraryPart } from '../../support/arbitrary-answer.ts';

const options = fc.record({ color: fc.boolean(), width: fc.integer({ min: 20, max: 200 }), now: fc.constant(0) });
const tables = arbitraryPart.filter((part) => part.kind === 'table');

/** Tabs may stand in code alone, where they belong to it. */
const forbidden = /(?![\n\t])\p{Cc}|\p{Bidi_Control}|\p{Cs}/u;

describe('any answer', () => {
  it('becomes text without control, bidi or escape characters', () => {
    fc.assert(
      fc.property(arbitraryAnswer, (any) => {
        const words = renderPlain(any);
        expect(words).not.toMatch(forbidden);
        expect(words.endsWith('\n')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('gets no escape sequences but our own colours, whatever the cluster wrote', () => {
    fc.assert(
      fc.property(arbitraryAnswer, options, (any, chosen) => {
        // oxlint-disable-next-line no-control-regex -- our own colours are what is taken out here
        const words = renderTerminal(any, chosen).replace(/\u001B\[(?:0|2|4|36|1(?:;(?:31|32|33|4))?)m/gu, '');
        expect(words).not.toMatch(forbidden);
        expect(words).toBe(renderTerminal(any, { ...chosen, color: false }));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every line of a table within the width', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 160 }), (part, width) => {
        const words = renderTerminal(answer('list', '', { parts: [part] }), { color: false, width, now: 0 });
        for (const line of words.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, '(none)'.length));
      }),
      { numRuns: 60 },
    );
  });
});
