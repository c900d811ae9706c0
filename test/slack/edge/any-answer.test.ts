import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer/answer.ts';
import { arbitraryAnswer } from '../../support/arbitrary-answer.ts';
import { inWorkspace } from '../support/fake-workspace.ts';
import { createLog } from '../support/log.ts';
import { createPreparedAssistant } from '../support/prepared.ts';

describe('any answer whatever', () => {
  it('is taken by Slack, in a thread, in private and in the place of a question', { timeout: 120_000 }, async () => {
    let now: Answer | undefined;
    const logger = createLog();
    await inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        slack.sendMessage('@k8s-svc expose web -n shop');
        await settled();
        const question = slack.workspace.messages('C0K8GENERAL').at(-1);
        const actions = question?.blocks.find((block) => block.type === 'actions');
        const option = { blockId: String(actions?.['block_id']), actionId: 'choose.0.0' };
        await fc.assert(
          fc.asyncProperty(arbitraryAnswer, async (some) => {
            now = some;
            const from = slack.calls.length;
            slack.sendMessage('@k8s-svc triage web -n shop');
            await slack.sendCommand('triage web -n shop');
            // The question itself is the same one each time: its place is what counts.
            await slack.clickButton(question!, option);
            await settled();
            const refused = slack.calls.slice(from).filter(({ reply }) => reply['ok'] !== true);
            expect(refused.map(({ method, reply }) => [method, reply])).toEqual([]);
            // What the response_url does not take comes as an ephemeral message.
            expect(slack.calls.slice(from).filter(({ method }) => method === 'chat.postEphemeral')).toEqual([]);
            expect(logger.lines.filter((line) => /^error|^warn .* failed/u.test(line))).toEqual([]);
          }),
          // Shrinking takes minutes, and the failing answer is printed anyway.
          { numRuns: 12, endOnFailure: true },
        );
      },
      { assistant: createPreparedAssistant(() => now), logger },
    );
  });
});
