import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines } from '../../../src/render/text/clean-text.ts';
import { anyString } from '../../support/hostile-strings.ts';

describe('cleanLine', () => {
  it.each([
    ['takes colours out', '\u001B[31mred\u001B[0m text', 'red text'],
    ['takes a terminal title out with its text', '\u001B]0;owned\u0007web', 'web'],
    ['takes a terminal link out and leaves its label', '\u001B]8;;https://evil.example\u001B\\web\u001B]8;;\u001B\\', 'web'],
    ['takes bidi overrides out', 'a\u202Etxt.exe\u202C', 'atxt.exe'],
    ['takes invisible tag characters out', 'web\u{E0041}\u{E007F}', 'web'],
    ['makes one space of line breaks and tabs', 'a\r\n\tb\u2028c', 'a b c'],
    ['takes lone surrogates out', 'a\uD800b', 'ab'],
    ['leaves emoji sequences together', '👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['leaves other scripts', 'Größe 名前 خدمة', 'Größe 名前 خدمة'],
  ])('%s', (_, dirty, clean) => {
    expect(cleanLine(dirty)).toBe(clean);
  });

  it('leaves no control, bidi or escape character of any string, and is done after one pass', () => {
    fc.assert(
      fc.property(anyString, (value) => {
        const clean = cleanLine(value);
        expect(clean).not.toMatch(/\p{Cc}|\p{Bidi_Control}|\p{Cs}/u);
        expect(cleanLine(clean)).toBe(clean);
      }),
    );
  });
});

describe('cleanLines', () => {
  it('leaves line feeds, tabs and leading spaces, which mean something in YAML', () => {
    expect(cleanLines('a:\r\n  - b\n\tc\u0000')).toBe('a:\n  - b\n\tc');
  });

  it('leaves nothing else of the control characters', () => {
    fc.assert(
      fc.property(anyString, (value) => {
        expect(cleanLines(value)).not.toMatch(/(?![\n\t])\p{Cc}|\p{Bidi_Control}|\p{Cs}/u);
      }),
    );
  });
});
