import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Asker } from './deps.ts';
import type { Identity } from './identity.ts';
import type { SlackLogger } from './logger.ts';
import type { SlackObserver } from './observer.ts';

const id = z.string().min(1).nullish().catch(undefined);
const team = z.looseObject({ id }).nullish().catch(undefined);
const event = z.looseObject({ user_team: id, source_team: id, team: id, user: id, channel: id }).nullish().catch(undefined);

/** The places where Slack says which workspace something is of; each payload has some of them. */
const payload = z.looseObject({
  team_id: id,
  team,
  user: z.looseObject({ team_id: id, id }).nullish().catch(undefined),
  user_id: id,
  channel: z.looseObject({ id }).nullish().catch(undefined),
  channel_id: id,
  authorizations: z
    .array(z.looseObject({ team_id: id }))
    .nullish()
    .catch(undefined),
  event,
});

/**
 * Whether a payload is for our installation and of somebody of our workspace. In a channel that is shared with another company
 * (Slack Connect) its people can mention the bot: what a cluster holds is not for them. Fails closed: what names no workspace
 * is nobody's.
 */
export function isOfOurs(body: unknown, ours: ReadonlySet<string>): boolean {
  const { team_id: teamId, team: home, user, authorizations } = payload.safeParse(body).data ?? {};
  const installed = authorizations?.[0]?.team_id ?? home?.id ?? teamId ?? user?.team_id;
  return [installed, authorTeam(body)].every((one) => typeof one === 'string' && ours.has(one));
}

function authorTeam(body: unknown): string | undefined {
  const { team_id: teamId, team: home, user, event: said } = payload.safeParse(body).data ?? {};
  return said?.user_team ?? said?.source_team ?? said?.team ?? user?.team_id ?? teamId ?? home?.id ?? undefined;
}

function strangerOf(body: unknown): Asker {
  const { user, user_id: userId, channel, channel_id: channelId, event: said } = payload.safeParse(body).data ?? {};
  return {
    userId: said?.user ?? user?.id ?? userId ?? '',
    teamId: authorTeam(body) ?? '',
    channelId: said?.channel ?? channel?.id ?? channelId ?? '',
  };
}

interface GuardDeps {
  readonly identity: () => Promise<Identity>;
  /** Further workspaces of one's own. */
  readonly teams: readonly string[];
  readonly logger: SlackLogger;
  readonly observer: SlackObserver;
}

/** Bolt middleware that lets nothing through from other workspaces. A command is told why; all else gets no answer. */
export function ownWorkspaceOnly({ identity, teams, logger, observer }: GuardDeps) {
  return async (args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { teamId, enterpriseId } = await identity();
    const ours = new Set([...teams, teamId, enterpriseId].filter((one) => one !== undefined));
    if (teamId === undefined || isOfOurs(args.body, ours)) return args.next();
    observer.refused('other-workspace', strangerOf(args.body));
    logger.info('refused', { reason: 'other-workspace' });
    if ('command' in args) await args.ack({ text: 'k8s-svc answers people of its own workspace only.' });
    else if ('ack' in args && typeof args.ack === 'function') await args.ack();
  };
}
