import { webApi } from '@slack/bolt';
import { toBoltLogger } from './bolt-logger.ts';
import type { SlackAppDeps } from './deps.ts';

/** Who the bot is, and where it is installed. */
export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  /** Absent when the ids were given instead of asked for: then no workspace is told from another. */
  readonly teamId?: string;
  readonly enterpriseId?: string;
}

/** Asks Slack once (`auth.test`), or takes the ids that were given. A failure is tried again at the next call. */
export function createIdentity(deps: SlackAppDeps, options: webApi.WebClientOptions): () => Promise<Identity> {
  const { botId, botUserId, teamId } = deps;
  if (botId !== undefined && botUserId !== undefined) {
    const known = { botId, botUserId, ...(teamId === undefined ? {} : { teamId }) };
    return () => Promise.resolve(known);
  }
  const client = new webApi.WebClient(deps.token, { ...options, logger: toBoltLogger(deps.logger) });
  let asked: Promise<Identity> | undefined;
  return () => {
    asked ??= client.auth.test().then((found): Identity => ({
      botId: found.bot_id ?? '',
      botUserId: found.user_id ?? '',
      ...(found.team_id === undefined ? {} : { teamId: found.team_id }),
      ...(found.enterprise_id === undefined ? {} : { enterpriseId: found.enterprise_id }),
    }));
    asked.catch(() => (asked = undefined));
    return asked;
  };
}
