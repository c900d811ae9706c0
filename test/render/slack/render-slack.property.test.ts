import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksToText } from '../../../src/render/slack/blocks-to-text.ts';
import { validateBlocks, validateMessage } from '../../../src/render/slack/check-blocks.ts';
import { limits } from '../../../src/render/slack/limits.ts';
import { renderSlack, type SlackRendering } from '../../../src/render/slack/render-slack.ts';
import { arbitraryAnswer } from '../../support/arbitrary-answer.ts';

const messagesOf = (rendering: SlackRendering) => [rendering, ...(rendering.overflow ?? [])];

/** Every object in a payload, however deep. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Record<string, unknown>;
  for (const inside of Object.values(value)) yield* objects(inside);
}

describe('renderSlack, for any answer whatever', () => {
  it('makes only messages that Slack takes', () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.boolean(), (answer, withFiles) => {
        const rendering = renderSlack(answer, { withFiles, share: 'triage web -n shop' });
        for (const message of messagesOf(rendering)) expect(validateMessage(message)).toEqual([]);
        expect(messagesOf(rendering).length).toBeLessThanOrEqual(5);
        for (const file of rendering.files ?? []) expect(file.name).toMatch(/^\w[\w.-]*$/u);
        expect(rendering.files === undefined || withFiles).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('makes only a Home tab that Slack takes', () => {
    fc.assert(
      fc.property(arbitraryAnswer, (answer) => {
        const { blocks, overflow } = renderSlack(answer, { surface: 'home' });
        expect(validateBlocks(blocks, 'home')).toEqual([]);
        expect(overflow).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it('lets no data mention, broadcast, be parsed as mrkdwn, or link to anything but http(s)', () => {
    fc.assert(
      fc.property(arbitraryAnswer, (answer) => {
        for (const message of messagesOf(renderSlack(answer))) {
          for (const object of objects(message.blocks)) {
            expect(['mrkdwn', 'markdown', 'broadcast', 'user', 'usergroup', 'channel', 'image']).not.toContain(object['type']);
            expect(object['type'] === 'plain_text' ? object['emoji'] : false).toBe(false);
            expect(object['type'] === 'link' ? object['url'] : 'https://').toMatch(/^https?:\/\//u);
          }
          expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
          expect(message.text.length).toBeLessThanOrEqual(limits.messageText);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('shows no control, bidi or broken characters', () => {
    fc.assert(
      fc.property(arbitraryAnswer, (answer) => {
        for (const message of messagesOf(renderSlack(answer))) {
          const shown = `${message.text}\n${blocksToText(message.blocks)}`;
          // Tab and newline are the only controls; of the format characters only the joiners of scripts and emoji stay.
          expect(shown.replaceAll(/[\t\n\u200C\u200D]/gu, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(shown.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
