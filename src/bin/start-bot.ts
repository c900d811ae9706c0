import type { Assistant } from '../app/assistant.ts';
import { createAlertLocator } from '../app/alert/locate-alert.ts';
import type { Clusters } from '../app/clusters.ts';
import type { Config } from '../config/config.ts';
import { parseWords } from '../core/ask/parse-words.ts';
import { Problem } from '../core/problem/problem.ts';
import type { SlackApp } from '../slack/create-slack-app.ts';
import type { SlackLogger } from '../slack/logger.ts';
import type { ScheduledScan } from '../slack/scans/scan-job.ts';
import type { Shared } from '../slack/shared/shared.ts';
import { drawPng } from './draw-png.ts';
import { liveConfig, type LiveConfig } from './live-config.ts';
import type { Running } from './running.ts';
import type { Observing } from './start-observing.ts';

/** The Slack app; `made` gets it before it connects, so that its health can be told from then on. */
export async function startBot(
  config: Config,
  assistant: Assistant,
  clusters: Clusters,
  logger: SlackLogger,
  newRequestId: () => string,
  { observer, onFeedback, url }: Observing,
  made: (app: SlackApp, shared: Shared | undefined) => void,
): Promise<Running> {
  const live: LiveConfig = liveConfig(config, logger);
  const { createSlackApp } = await import('../slack/create-slack-app.ts');
  const { slack } = config;
  if (slack.kind === 'none') throw new Problem('bad-request', 'No Slack token is set.');
  const shared = await connectStore(config, slack.botToken, logger);
  const app = createSlackApp({
    assistant,
    parse: parseWords,
    token: slack.botToken,
    mode:
      slack.kind === 'socket'
        ? { kind: 'socket', appToken: slack.appToken }
        : { kind: 'http', signingSecret: slack.signingSecret, port: config.port, host: config.host ?? '0.0.0.0' },
    locateAlert: createAlertLocator({ clusters, clusterNames: live.clusterNames }),
    alerts: live.alerts,
    channelDefaults: live.channelDefaults,
    scans: scheduledScans(config),
    accessSettings: live.access,
    logger,
    now: () => Date.now(),
    newRequestId,
    observer,
    onFeedback,
    teams: config.teams,
    rateLimits: { perUser: config.observe.requestsPerUserAMinute, perChannel: config.observe.requestsPerChannelAMinute },
    ...(config.slackApiUrl !== undefined && { slackApiUrl: config.slackApiUrl }),
    drawPng,
    ...(shared === undefined ? {} : { shared }),
  });
  made(app, shared);
  // An open connection would keep a process that could not start.
  const { port } = await app.start().catch(async (error: unknown) => {
    await shared?.close();
    throw error;
  });
  const served = url === undefined ? '' : `Health and metrics: ${url}\n`;
  return {
    say: `${port === undefined ? 'k8s-svc is connected to Slack (Socket Mode).' : `k8s-svc listens for Slack on port ${port}.`}\n${served}`,
    stop: async () => {
      live.stop();
      await app.stop(config.drainMs);
      await shared?.close();
    },
  };
}

/** What the replicas share; undefined when there is one. The client is loaded only then. */
async function connectStore({ store }: Config, botToken: string, logger: SlackLogger): Promise<Shared | undefined> {
  if (store === undefined) return undefined;
  const { connectShared } = await import('../slack/redis/connect-shared.ts');
  return connectShared({ ...store, secret: botToken, logger, now: () => Date.now() });
}

function scheduledScans({ sections }: Config): readonly ScheduledScan[] {
  return sections.scans.map(({ everyMinutes, at, timeZone, ...scan }) => ({
    ...scan,
    // The schema sees to it that one of the two is there.
    schedule: everyMinutes === undefined ? { at: at ?? '00:00', timeZone } : { everyMinutes },
  }));
}
