import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromButtonValue, toButtonValue } from '../../../src/render/slack/button-value.ts';
import { cut } from '../../../src/render/slack/clean.ts';
import { escapeMrkdwn } from '../../../src/render/slack/mrkdwn.ts';
import { safeUrl } from '../../../src/render/slack/rich-text.ts';
import { splitLines } from '../../../src/render/slack/split.ts';
import { anyString } from '../../support/hostile-strings.ts';

describe('a button value', () => {
  it('gives back the request it was made of, or is too long to be made', () => {
    fc.assert(
      fc.property(anyString, (request) => {
        const value = toButtonValue(request);
        const tooLong = request === '' || JSON.stringify(request).length > 1_900;
        expect(value === undefined ? tooLong : fromButtonValue(value) === request).toBe(true);
      }),
    );
  });

  it.each([undefined, '', 'triage web', '[]', '{"v":2,"r":"x"}', '{"v":1}', '{"v":1,"r":""}', '{"v":1,"r":"x","more":1}'])(
    'that is %j is nothing of this version',
    (value) => {
      expect(fromButtonValue(value)).toBeUndefined();
    },
  );
});

describe('escapeMrkdwn', () => {
  it('escapes the three characters once', () => {
    expect(escapeMrkdwn('<!channel> & <@U1> &lt;')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt; &amp;lt;');
  });

  it('never cuts inside an entity', () => {
    expect(escapeMrkdwn('ab<<', 8)).toBe('ab&lt;…');
    fc.assert(
      fc.property(anyString, fc.integer({ min: 10, max: 200 }), (value, most) => {
        const escaped = escapeMrkdwn(value, most);
        expect(escaped.length).toBeLessThanOrEqual(most);
        expect(escaped).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
      }),
    );
  });
});

describe('splitLines', () => {
  it('loses nothing, keeps to the length, and cuts between lines where it can', () => {
    expect(splitLines('one\ntwo\nthree', 9)).toEqual(['one\ntwo\n', 'three']);
    fc.assert(
      fc.property(anyString, fc.integer({ min: 2, max: 50 }), (value, most) => {
        const pieces = splitLines(value, most);
        expect(pieces.join('')).toBe(value);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(most);
        expect(pieces.every((piece) => piece.isWellFormed())).toBe(value.isWellFormed());
      }),
    );
  });
});

describe('cut', () => {
  it('shows that something is missing, and never leaves half a character', () => {
    expect(cut('short', 5)).toBe('short');
    expect(cut('longer', 5)).toBe('long…');
    expect(cut('abc😀def', 5)).toBe('abc…');
  });
});

describe('safeUrl', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'no url',
    '',
    `https://x.example/${'a'.repeat(3_000)}`,
  ])('takes no %.30s', (url) => {
    expect(safeUrl(url)).toBeUndefined();
  });

  it('writes http(s) addresses again without what could break out', () => {
    expect(safeUrl('https://x.example/a b"<c>|d')).toBe('https://x.example/a%20b%22%3Cc%3E|d');
  });
});
