import { required, type Method, type Methods, SlackFault } from './method.ts';

const whoAmI: Method = {
  token: 'bot',
  run: (_args, { workspace: { directory }, url }) => ({
    url: `${url()}/`,
    team: directory.team.name,
    team_id: directory.team.id,
    user: 'k8s-svc',
    user_id: directory.app.botUserId,
    bot_id: directory.app.botId,
    is_enterprise_install: false,
  }),
};

/** Source: docs.slack.dev/reference/methods (auth, api, bots, team, apps) */
export const authMethods: Methods = {
  'auth.test': whoAmI,
  'api.test': { token: 'none', run: (args) => ({ args }) },
  'team.info': { token: 'bot', scopes: ['team:read'], run: (_args, { workspace }) => ({ team: workspace.directory.team }) },
  'bots.info': {
    token: 'bot',
    scopes: ['users:read'],
    run(args, { workspace: { directory } }) {
      if (required(args, 'bot') !== directory.app.botId) throw new SlackFault('bot_not_found');
      return {
        bot: {
          id: directory.app.botId,
          app_id: directory.app.id,
          user_id: directory.app.botUserId,
          name: 'k8s-svc',
          deleted: false,
        },
      };
    },
  },
  'apps.connections.open': {
    token: 'app',
    run(_args, { socketUrl }) {
      if (socketUrl === undefined) throw new SlackFault('socket_mode_not_enabled');
      return { url: socketUrl() };
    },
  },
};
