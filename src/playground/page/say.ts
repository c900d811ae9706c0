import type { FakeSlack } from '../fake-slack/fake-slack.ts';

/** What a person typed, and where. */
export interface Said {
  readonly as: string;
  readonly channel: string;
  readonly threadTs?: string | null | undefined;
  readonly text: string;
}

/** Does with a typed line what Slack does: a command of the app, `/invite`, or a message. */
export async function say(fake: FakeSlack, { as, channel, threadTs, text }: Said): Promise<void> {
  const { workspace } = fake;
  const bot = workspace.directory.app.botUserId;
  const note = (words: string) =>
    void workspace.post({ channel, user: 'USLACKBOT', text: words, only: as, threadTs: threadTs ?? undefined });
  const command = /^\/(\S+)\s*(.*)$/s.exec(text);

  if (command === null) {
    const message = fake.sendMessage(text, { user: as, channel, ...(threadTs ? { threadTs } : {}) });
    const isMember = workspace.channel(channel)?.members.includes(bot) === true;
    if (!isMember && message.text.includes(`<@${bot}>`))
      note('`@k8s-svc` is not in this channel and does not see this. Type `/invite @k8s-svc`.');
  } else if (command[1] === 'invite' && /^@?k8s-svc$/.test(command[2]?.trim() ?? '')) {
    workspace.join(channel, bot);
    note('`@k8s-svc` is in this channel now.');
  } else if (command[1] !== 'k8s-svc') {
    note(`\`/${command[1]}\` is not a valid command. This workspace knows \`/k8s-svc\` and \`/invite @k8s-svc\`.`);
  } else if (threadTs) {
    // Slack offers an app's commands only in the main composer.
    note('`/k8s-svc` is not supported in threads, in Slack neither. Mention `@k8s-svc` here.');
  } else {
    await fake.sendCommand(command[2] ?? '', { user: as, channel });
  }
}
