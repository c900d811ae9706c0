import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFence, codeSpan, escapeMarkdown } from '../../../src/render/markdown/escape-markdown.ts';
import { renderMarkdown } from '../../../src/render/markdown/render-markdown.ts';
import { arbitraryAnswer } from '../../support/arbitrary-answer.ts';
import { anyString } from '../../support/hostile-strings.ts';

const runs = (value: string): number[] => [...value.matchAll(/`+/gu)].map(([run]) => run.length);

describe('any answer', () => {
  it('becomes Markdown without control or bidi characters', () => {
    fc.assert(
      fc.property(arbitraryAnswer, (any) => {
        expect(renderMarkdown(any)).not.toMatch(/(?![\n\t])\p{Cc}|\p{Bidi_Control}|\p{Cs}/u);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any string', () => {
  it('stays one line without a bare character that Markdown reads', () => {
    fc.assert(
      fc.property(anyString, (value) => {
        const escaped = escapeMarkdown(value).replaceAll('@<!-- -->', '');
        expect(escaped).not.toContain('\n');
        expect(escaped.replace(/\\[\\`*_{}[\]<>|~$&#]/gu, '')).not.toMatch(/[\\`*_{}[\]<>|~$&#]/u);
      }),
    );
  });

  it('cannot end the code it stands in', () => {
    fc.assert(
      fc.property(anyString, (value) => {
        const fenced = codeFence('text', value);
        const [fence = 0] = runs(fenced);
        expect(runs(fenced).filter((run) => run >= fence)).toHaveLength(2);
        const span = codeSpan(value);
        const [mark] = runs(span);
        expect(runs(span).filter((run) => run === mark).length).toBe(span === '' ? 0 : 2);
      }),
    );
  });
});
