import { HTTPReceiver, SocketModeReceiver, type Receiver } from '@slack/bolt';
import { toBoltLogger } from './bolt-logger.ts';
import type { SlackAppDeps } from './deps.ts';

/** Many times what Slack sends: a message has 40,000 characters at most, and comes as text and as blocks. */
const mostBytes = 1024 * 1024;

/** The way Slack's requests come in: signed HTTP requests, or a WebSocket that the app opens itself. */
export function createReceiver(deps: SlackAppDeps): Receiver {
  const logger = toBoltLogger(deps.logger);
  switch (deps.mode.kind) {
    case 'http':
      return new HTTPReceiver({ signingSecret: deps.mode.signingSecret, logger, bodyLimit: mostBytes });
    case 'socket':
      return new SocketModeReceiver({
        appToken: deps.mode.appToken,
        logger,
        installerOptions: {
          // An options object of its own: Socket Mode writes into it, and it must keep trying where a message must not.
          clientOptions: {
            // Without one, a connection that Slack does not answer is waited for without end.
            timeout: 10_000,
            retryConfig: { retries: 100, factor: 1.3, maxTimeout: 30_000 },
            ...(deps.slackApiUrl === undefined ? {} : { slackApiUrl: deps.slackApiUrl }),
          },
        },
      });
    case 'receiver':
      return deps.mode.receiver;
    default:
      return deps.mode satisfies never;
  }
}
