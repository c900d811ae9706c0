import { required, type Methods, SlackFault } from './method.ts';

/** Source: docs.slack.dev/reference/methods/users.info, …/usergroups.users.list */
export const userMethods: Methods = {
  'users.info': {
    token: 'bot',
    scopes: ['users:read'],
    run(args, { workspace, scopes }) {
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
          profile: {
            real_name: user.realName,
            display_name: user.name,
            ...(scopes.includes('users:read.email')
              ? { email: `${user.name}@${workspace.directory.team.domain}.example` }
              : {}),
          },
        },
      };
    },
  },
  'usergroups.users.list': {
    token: 'bot',
    scopes: ['usergroups:read'],
    run(args, { workspace }) {
      const group = workspace.directory.groups.find((one) => one.id === required(args, 'usergroup'));
      if (group === undefined) throw new SlackFault('no_such_subteam');
      return { users: [...group.members] };
    },
  },
};
