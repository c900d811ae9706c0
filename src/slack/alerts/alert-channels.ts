import type { webApi } from '@slack/bolt';
import type { SlackLogger } from '../logger.ts';
import { slackError } from '../deliver/retry.ts';

export interface AlertChannels {
  /** False only when it is certain without asking Slack. */
  may(channel: string): boolean;
  has(channel: string, client: webApi.WebClient): Promise<boolean>;
}

/**
 * Events carry the ids of channels: names are looked up once each, where the app has the scope for it. What is configured
 * may change while the bot runs.
 */
export function createAlertChannels(configured: () => readonly string[], logger: SlackLogger): AlertChannels {
  const known = new Map<string, Promise<string | undefined>>();
  let told = false;

  async function nameOf(channel: string, client: webApi.WebClient): Promise<string | undefined> {
    try {
      const { channel: found } = await client.conversations.info({ channel });
      return (found?.name ?? '').toLowerCase();
    } catch (error) {
      if (slackError(error) !== 'missing_scope') known.delete(channel);
      else if (!told) {
        told = true;
        logger.warn('alert channels that are given by name need the scope channels:read: give their ids instead');
      }
      return undefined;
    }
  }

  return {
    may: (channel) => configured().some((one) => one === channel || !isChannelId(one)),
    async has(channel, client) {
      const all = configured();
      if (all.includes(channel)) return true;
      const names = all.filter((one) => !isChannelId(one)).map((name) => name.replace(/^#/u, '').toLowerCase());
      if (names.length === 0) return false;
      const asked = known.get(channel) ?? nameOf(channel, client);
      known.set(channel, asked);
      const name = await asked;
      return name !== undefined && names.includes(name);
    },
  };
}

/** Ids are in capitals, names never. */
function isChannelId(channel: string): boolean {
  return /^[CG][A-Z0-9]{4,20}$/u.test(channel);
}
