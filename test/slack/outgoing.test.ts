import { describe, expect, it } from 'vitest';
import { outgoing } from '../../src/slack/deliver/outgoing.ts';
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
});
