import { followConfig } from '../config/follow-config.ts';
import type { ChannelConfig, Config } from '../config/config.ts';
import type { AlertSettings } from '../slack/deps.ts';
import type { SlackLogger } from '../slack/logger.ts';

/** The settings that change while the bot runs: each is asked for when it is needed. */
export interface LiveConfig {
  readonly alerts: AlertSettings;
  readonly clusterNames: () => ReadonlyMap<string, string>;
  readonly channelDefaults: (channel: string) => ChannelConfig | undefined;
  readonly access: () => Config['access'];
  stop(): void;
}

/** Follows the file of a configuration, with a line in the log for what was taken over and for what was refused. */
export function liveConfig(config: Config, logger: SlackLogger): LiveConfig {
  const { file } = config;
  const followed = followConfig(config, {
    env: process.env,
    onTaken(changed, waiting) {
      logger.info('configuration taken over', { file, changed });
      if (waiting.length > 0) logger.warn('configuration needs a restart', { file, sections: waiting });
    },
    onRefused: (faults) => logger.error('configuration refused, the one before stays in force', { file, faults }),
  });
  return {
    alerts: {
      get channels() {
        return followed.current().alerts.channels;
      },
      get windowMs() {
        return followed.current().alerts.windowMs;
      },
    },
    clusterNames: () => followed.current().alerts.clusterNames,
    channelDefaults: (channel) => followed.current().channels.get(channel),
    access: () => followed.current().access,
    stop: () => followed.stop(),
  };
}
