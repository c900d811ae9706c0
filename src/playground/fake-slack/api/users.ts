import { required, type Methods, SlackFault } from './method.ts';

/** Source: docs.slack.dev/reference/methods/users.info */
export const userMethods: Methods = {
  'users.info': {
    token: 'bot',
    scopes: ['users:read'],
    run(args, { workspace }) {
      const user = workspace.user(required(args, 'user', 'user_not_found'));
      if (user === undefined) throw new SlackFault('user_not_found');
      return {
        user: {
          id: user.id,
          team_id: workspace.directory.team.id,
          name: user.name,
          real_name: user.realName,
          is_bot: user.isBot,
          deleted: false,
          tz: 'Etc/UTC',
          profile: { real_name: user.realName, display_name: user.name },
        },
      };
    },
  },
};
