import { describe, expect, it, vi } from 'vitest';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../../src/playground/fake-slack/model.ts';
import { yamlInMessage } from '../../../src/slack/yaml-in-message.ts';
import { inWorkspace, readable } from '../support/fake-workspace.ts';
import { shopAssistant } from '../support/shop-assistant.ts';

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
  - port: 800000`;

const answerIn = (slack: FakeSlack, channel: string): Promise<Message> =>
  vi.waitFor(
    () => {
      const { botUserId } = slack.workspace.directory.app;
      const message = slack.workspace.messages(channel).find(({ user }) => user === botUserId);
      if (message === undefined) throw new Error('no answer');
      return message;
    },
    { timeout: 10_000 },
  );

describe('the message shortcut "Review YAML"', () => {
  it('reviews the code block of a message in its thread', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const channel = slack.workspace.channel('general')?.id ?? '';
        const message = slack.sendMessage(`is this right?\n\`\`\`\n${service}\n\`\`\`\nthanks`, { channel, user: 'U0K8SAM' });
        await slack.useShortcut(message, 'review_message');
        const answer = await answerIn(slack, channel);
        expect(answer.threadTs).toBe(message.ts);
        expect(readable(answer)).toContain('1 problem in 1 object.');
        expect(readable(answer)).toContain('spec.ports[0].port');
      },
      { assistant: shopAssistant() },
    ));

  it('gives the same review as the word does, also where the code begins right behind the fence', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const channel = slack.workspace.channel('general')?.id ?? '';
        slack.sendMessage(`@k8s-svc review \`\`\`${service}\`\`\``, { channel });
        expect(readable(await answerIn(slack, channel))).toContain('1 problem in 1 object.');
      },
      { assistant: shopAssistant() },
    ));

  it.each([
    ['a message without YAML', 'the service is down, what kind is it?', [], 'There is no YAML in this message.'],
    ['a message with a file', 'look', ['F1'], 'it has no scope files:read'],
  ])('says what to do about %s', (_, text, files, said) =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const channel = slack.workspace.channel('general')?.id ?? '';
        slack.workspace.keepFile({
          id: 'F1',
          name: 'web.yaml',
          title: 'web',
          snippetType: 'yaml',
          content: Buffer.from(service),
        });
        const message = slack.workspace.post({ channel, user: 'U0K8SAM', text, files });
        await slack.useShortcut(message, 'review_message');
        expect(readable(await answerIn(slack, channel))).toContain(said);
      },
      { assistant: shopAssistant() },
    ),
  );
});

describe('yamlInMessage', () => {
  it.each([
    ['a code block', { text: `look:\n\`\`\`yaml\n${service}\n\`\`\`\nok?` }, service],
    ['plain text', { text: `look:\n${service}` }, service],
    ['JSON', { text: 'look: \n{\n  "kind": "Service"\n}' }, '{\n  "kind": "Service"\n}'],
    [
      'two code blocks',
      { text: '```kind: Service```and```kind: Ingress```and```kubectl get svc```' },
      'kind: Service\n---\nkind: Ingress',
    ],
    [
      'rich text',
      {
        text: '',
        blocks: [
          { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: service }] }] },
        ],
      },
      service,
    ],
    ['escaped text', { text: '```kind: Service\n# a &lt; b```' }, 'kind: Service\n# a < b'],
    ['an attachment', { text: 'from the bot', attachments: [{ text: `\`\`\`${service}\`\`\`` }] }, service],
    ['no YAML', { text: 'it is a kind: of magic, `apiVersion`' }, undefined],
  ])('reads %s', (_, message, expected) => {
    expect(yamlInMessage(message, undefined)?.trim()).toBe(expected);
  });
});
