import type { Json } from './model.ts';
import type { Workspace } from './workspace.ts';

/** What surrounds every event. Source: docs.slack.dev/apis/events-api/#callback-field */
export function eventEnvelope(workspace: Workspace, event: Json): Json {
  const { app, team } = workspace.directory;
  return {
    token: 'deprecated-verification-token',
    team_id: team.id,
    api_app_id: app.id,
    type: 'event_callback',
    event_id: workspace.newId('Ev'),
    event_time: Math.floor(workspace.now() / 1000),
    event,
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}
