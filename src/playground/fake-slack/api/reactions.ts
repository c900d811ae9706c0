import type { Json, Reaction } from '../model.ts';
import { findMessage, findOwnChannel } from './find-channel.ts';
import { required, type Methods, type Slack, SlackFault } from './method.ts';

function change(
  args: Json,
  slack: Slack,
  turn: (reactions: readonly Reaction[], name: string, user: string) => readonly Reaction[],
): Json {
  const channel = findOwnChannel(args, slack);
  const message = findMessage(args, slack, channel, 'timestamp');
  const name = required(args, 'name', 'invalid_name').replaceAll(':', '');
  if (!/^[a-z0-9_+'-]+$/.test(name)) throw new SlackFault('invalid_name');
  const reactions = turn(message.reactions, name, slack.workspace.directory.app.botUserId);
  slack.workspace.change(channel.id, message.ts, { reactions });
  return {};
}

/** Source: docs.slack.dev/reference/methods?family=reactions */
export const reactionMethods: Methods = {
  'reactions.add': {
    token: 'bot',
    scopes: ['reactions:write'],
    run: (args, slack) =>
      change(args, slack, (reactions, name, user) => {
        const same = reactions.find((one) => one.name === name);
        if (same?.users.includes(user) === true) throw new SlackFault('already_reacted');
        if (same === undefined) return [...reactions, { name, users: [user] }];
        return reactions.map((one) => (one === same ? { name, users: [...one.users, user] } : one));
      }),
  },
  'reactions.remove': {
    token: 'bot',
    scopes: ['reactions:write'],
    run: (args, slack) =>
      change(args, slack, (reactions, name, user) => {
        if (!reactions.some((one) => one.name === name && one.users.includes(user))) throw new SlackFault('no_reaction');
        const without = reactions.map((one) =>
          one.name === name ? { name, users: one.users.filter((id) => id !== user) } : one,
        );
        return without.filter((one) => one.users.length > 0);
      }),
  },
};
