import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fittingText, outgoing } from '../../src/slack/deliver/outgoing.ts';
import { createLog } from './support/log.ts';

const tooLong = {
  text: 'the conclusion',
  blocks: [{ type: 'header' as const, text: { type: 'plain_text' as const, text: 'x'.repeat(151) } }],
};

describe('outgoing', () => {
  it('throws where tests run, naming the place and the limit', () => {
    expect(() => outgoing(tooLong, { logger: createLog(), strict: true })).toThrow(
      'blocks[0].text.text: longer than 150 characters',
    );
  });

  it('sends the words alone in production, and logs the fault', () => {
    const logger = createLog();
    expect(outgoing(tooLong, { logger, strict: false })).toEqual({
      text: 'the conclusion',
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(logger.lines[0]).toContain('longer than 150 characters');
  });

  it('throws where tests run at a text that is longer than Slack advises', () => {
    const long = { text: 'x'.repeat(4_001), blocks: [] };
    expect(() => outgoing(long, { logger: createLog(), strict: true })).toThrow('text: 4001 characters, more than 4000');
  });

  it('cuts such a text in production, and logs that', () => {
    const logger = createLog();
    const { text } = outgoing({ text: 'x'.repeat(50_000), blocks: [] }, { logger, strict: false });
    expect(text).toBe(`${'x'.repeat(3_999)}…`);
    expect(logger.lines).toEqual(['error message outside of the limits {"faults":["text: 50000 characters, more than 4000"]}']);
  });

  it('cuts no entity and no sign in two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_980, max: 4_010 }), fc.constantFrom('&amp;', '&lt;', '😀'), (at, sign) => {
        const text = fittingText(`${'x'.repeat(at)}${sign}${'y'.repeat(30)}`);
        expect(text).toMatch(new RegExp(`^x+(?:${sign}y*)?…?$`, 'u'));
        expect(text.length).toBeLessThanOrEqual(4_000);
      }),
    );
  });
});
