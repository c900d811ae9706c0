import type { Slack } from '../api/method.ts';
import type { Ack, Delivery } from '../delivery.ts';

/** What every act of a person needs: the workspace they are in and the way to the app. */
export interface Act {
  readonly slack: Slack;
  readonly delivery: Delivery;
}

/** Who does it and where. */
export interface Place {
  readonly user: string;
  /** Channel id. */
  readonly channel: string;
}

/** An act and what the app answered to Slack. */
export interface Delivered {
  readonly ack: Ack;
}

/** The parts of a payload that tell who and where. */
export function whoAndWhere(slack: Slack, user: string, channel?: string) {
  const { workspace } = slack;
  const { team, app } = workspace.directory;
  const room = channel === undefined ? undefined : workspace.channel(channel);
  return {
    team: { id: team.id, domain: team.domain },
    user: {
      id: user,
      username: workspace.user(user)?.name ?? user,
      name: workspace.user(user)?.name ?? user,
      team_id: team.id,
    },
    api_app_id: app.id,
    token: 'deprecated-verification-token',
    enterprise: null,
    is_enterprise_install: false,
    ...(room === undefined ? {} : { channel: { id: room.id, name: room.kind === 'im' ? 'directmessage' : room.name } }),
  };
}
