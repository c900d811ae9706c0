import { teamOfTwo, type Directory } from '../../../src/playground/fake-slack/directory.ts';

const bot = teamOfTwo.app.botUserId;
export const alertBot = 'U0ALERTBOT';

export const people: readonly string[] = Array.from({ length: 24 }, (_, i) => `U0PERSON${String(i).padStart(2, '0')}`);
export const channels: readonly string[] = Array.from({ length: 48 }, (_, i) => `C0TEAM${String(i).padStart(2, '0')}`);
export const alertChannels: readonly string[] = Array.from({ length: 16 }, (_, i) => `C0ALERTS${String(i).padStart(2, '0')}`);

/** Slack takes one message a second for each channel, so that many questions need many channels. */
export const workspaceOfMany: Directory = {
  ...teamOfTwo,
  users: [
    ...people.map((id) => ({ id, name: id.toLowerCase(), realName: id, isBot: false })),
    { id: bot, name: 'k8s-svc', realName: 'k8s-svc', isBot: true },
    { id: alertBot, name: 'alertmanager', realName: 'Alertmanager', isBot: true, botId: 'B0ALERTBOT' },
    { id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot', isBot: true },
  ],
  channels: [...channels, ...alertChannels].map((id) => ({
    id,
    name: id.toLowerCase(),
    kind: 'channel' as const,
    topic: '',
    members: [...people, bot, alertBot],
  })),
};
