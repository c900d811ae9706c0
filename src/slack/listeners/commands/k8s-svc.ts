import type { App } from '@slack/bolt';
import { badRequest } from '../../../core/problem/problem.ts';
import { problemToAnswer } from '../../../core/problem/problem-to-answer.ts';
import { fromSlackText } from '../../slack-text.ts';
import { reply, type SlackFront } from '../../slack-front.ts';

/** The slash command, as the app manifest registers it. */
export const command = '/k8s-svc';

/** Answers in private: sharing is a button. It works in any channel, also where the bot is no member. */
export function onCommand(app: App, front: SlackFront): void {
  app.command(/.*/u, async ({ ack, command: sent, respond }) => {
    await ack();
    const place = { kind: 'private', respond, channel: sent.channel_id, userId: sent.user_id, replace: false } as const;
    await front.handle([`command:${sent.trigger_id}`], place, async () => {
      if (sent.command !== command) {
        // Slack sends us only commands of our own manifest: an older or newer one than this version.
        const problem = badRequest(`This version of k8s-svc does not know ${sent.command}.`, `Type ${command} help`);
        await front.delivery.deliver(place, problemToAnswer(problem, ''));
        return;
      }
      const asker = { userId: sent.user_id, teamId: sent.team_id, channelId: sent.channel_id, via: 'slash' } as const;
      await reply(front, asker, place, () => front.parse(fromSlackText(sent.text)));
    });
  });
}
