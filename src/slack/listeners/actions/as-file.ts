import type { App, BlockButtonAction } from '@slack/bolt';
import { answer } from '../../../core/answer/build.ts';
import { code, joinTexts, text } from '../../../core/answer/text.ts';
import { badRequest } from '../../../core/problem/problem.ts';
import { actionIds } from '../../../render/slack/buttons.ts';
import { fromButtonValue } from '../../../render/slack/button-value.ts';
import { escapeMrkdwn } from '../../../render/slack/mrkdwn.ts';
import { bringFile, whyNoFile } from '../../deliver/bring-file.ts';
import type { SlackFront } from '../../slack-front.ts';
import { pressedOf } from './pressed.ts';
import { staleButton } from './stale.ts';

/** "As file": the manifest as a YAML file in the thread; of a private answer in the direct messages. */
export function onAsFile(app: App, front: SlackFront): void {
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: actionIds.file },
    async ({ ack, body, action, respond }) => {
      await ack();
      const pressed = pressedOf(body, respond);
      const { userId } = pressed.asker;
      const privately = pressed.privately(false);
      const thread = pressed.isPrivate ? undefined : pressed.message;
      await front.handle([pressed.key], privately, async () => {
        const words = fromButtonValue(action.value);
        if (words === undefined) return staleButton(front, pressed);
        const { answer: found } = await front.answerer.answer(pressed.reader, () => front.parse(words));
        const manifests = found.manifests ?? [];
        if (manifests.length === 0) {
          // The workload is gone, or the person may not ask any more: the words for that are the answer.
          await front.delivery.deliver(thread === undefined ? privately : { kind: 'post', userId, ...thread }, found);
          return;
        }
        let alone = false;
        for (const { name, yaml } of manifests) {
          const file = { name, content: yaml, snippetType: 'yaml' } as const;
          const to = { userId, ...(thread !== undefined && { thread }) };
          const where = await bringFile(front.poster, to, escapeMrkdwn(`The manifest ${name}`, 300), (channel, threadTs) =>
            front.poster.upload(channel, threadTs, file),
          ).catch((error: unknown) => {
            throw badRequest(
              `The file ${name} could not be attached: ${whyNoFile(error)}.`,
              'In the terminal: k8s-svc manifest … -o yaml',
            );
          });
          alone ||= where === 'direct-message';
        }
        if (!alone || privately.kind !== 'private') return;
        const names = joinTexts(manifests.map(({ name }) => code(name)));
        await front.delivery.deliver(privately, answer('other', text`${names} is in your direct messages with k8s-svc.`));
      });
    },
  );
}
