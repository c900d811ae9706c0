import type { webApi } from '@slack/bolt';
import type { SlackLogger } from '../logger.ts';
import { slackError } from '../deliver/retry.ts';

export interface AlertChannels {
  /** False only when it is certain without asking Slack. */
  may(channel: string): boolean;
  has(channel: string, client: webApi.WebClient): Promise<boolean>;
}

/** Events carry the ids of channels: names are looked up once each, where the app has the scope for it. */
export function createAlertChannels(configured: readonly string[], logger: SlackLogger): AlertChannels {
  const ids = new Set(configured.filter((one) => isChannelId(one)));
  const names = new Set(configured.filter((one) => !isChannelId(one)).map((name) => name.replace(/^#/u, '').toLowerCase()));
  const known = new Map<string, Promise<boolean>>();
  let told = false;

  async function lookUp(channel: string, client: webApi.WebClient): Promise<boolean> {
    try {
      const { channel: found } = await client.conversations.info({ channel });
      return names.has((found?.name ?? '').toLowerCase());
    } catch (error) {
      if (slackError(error) !== 'missing_scope') known.delete(channel);
      else if (!told) {
        told = true;
        logger.warn('alert channels that are given by name need the scope channels:read: give their ids instead');
      }
      return false;
    }
  }

  return {
    may: (channel) => ids.has(channel) || names.size > 0,
    async has(channel, client) {
      if (ids.has(channel)) return true;
      if (names.size === 0) return false;
      const asked = known.get(channel) ?? lookUp(channel, client);
      known.set(channel, asked);
      return asked;
    },
  };
}

/** Ids are in capitals, names never. */
function isChannelId(channel: string): boolean {
  return /^[CG][A-Z0-9]{4,20}$/u.test(channel);
}
