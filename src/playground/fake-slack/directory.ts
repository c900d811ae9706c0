import type { Channel, User } from './model.ts';

/** Who and what is in the workspace before anybody says a word. */
export interface Directory {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: { readonly id: string; readonly botId: string; readonly botUserId: string };
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  /** User groups: `@oncall` in a message. */
  readonly groups: readonly { readonly id: string; readonly members: readonly string[] }[];
}

export const YOU = 'U0K8YOU';
const BOT_USER = 'U0K8BOT';
const SLACKBOT = 'USLACKBOT';
export const ALERTMANAGER = 'U0K8ALERT';

/**
 * A small team: two people, the app, #general and #oncall with the app in them, #random without it, and the direct
 * message of each person with the app.
 */
export const teamOfTwo: Directory = {
  team: { id: 'T0K8SHOP', name: 'Shop', domain: 'shop' },
  app: { id: 'A0K8SVC', botId: 'B0K8SVC', botUserId: BOT_USER },
  users: [
    { id: YOU, name: 'robin', realName: 'Robin', isBot: false },
    { id: 'U0K8SAM', name: 'sam', realName: 'Sam', isBot: false },
    { id: BOT_USER, name: 'k8s-svc', realName: 'k8s-svc', isBot: true },
    { id: ALERTMANAGER, name: 'alertmanager', realName: 'Alertmanager', isBot: true, botId: 'B0K8ALERT' },
    { id: SLACKBOT, name: 'slackbot', realName: 'Slackbot', isBot: true },
  ],
  groups: [{ id: 'S0K8ONCALL', members: [YOU] }],
  channels: [
    {
      id: 'C0K8GENERAL',
      name: 'general',
      kind: 'channel',
      topic: 'Company-wide, and how do I expose this?',
      members: [YOU, 'U0K8SAM', BOT_USER],
    },
    {
      id: 'C0K8ONCALL',
      name: 'oncall',
      kind: 'channel',
      topic: 'Pages and what came of them',
      members: [YOU, 'U0K8SAM', BOT_USER],
    },
    { id: 'C0K8RANDOM', name: 'random', kind: 'channel', topic: 'Whatever comes up', members: [YOU, 'U0K8SAM'] },
    { id: 'D0K8YOU', name: 'k8s-svc', kind: 'im', topic: '', members: [YOU, BOT_USER] },
    { id: 'D0K8SAM', name: 'k8s-svc', kind: 'im', topic: '', members: ['U0K8SAM', BOT_USER] },
  ],
};
