import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocateAlert } from '../app/alert/locate-alert.ts';
import type { Assistant } from '../app/assistant.ts';
import type { Request } from '../core/ask/request.ts';
import { Problem } from '../core/problem/problem.ts';
import { createSlackApp } from '../slack/create-slack-app.ts';
import type { SlackLogger } from '../slack/logger.ts';
import type { SlackObserver } from '../slack/observer.ts';
import { postAlerts } from './alerts/post-alerts.ts';
import type { FakeSlack } from './fake-slack/fake-slack.ts';
import { startFakeSlack } from './fake-slack/start-fake-slack.ts';
import { sampleExamples } from './page/examples.ts';
import type { PageState } from './page/page-model.ts';
import { createPageServer } from './page/page-server.ts';
import type { LiveCluster } from './sample-cluster/live-cluster.ts';

export interface PlaygroundDeps {
  readonly assistant: Assistant;
  readonly parse: (words: string) => Request;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on; the page never answers to other names than this machine's. */
  readonly host?: string;
  readonly logger: SlackLogger;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newRequestId: () => string;
  readonly observer?: SlackObserver;
  /** Finds the Services of the alerts that are posted to #oncall. */
  readonly locateAlert?: LocateAlert;
  readonly drawPng?: (svg: string) => Promise<Uint8Array>;
  /** The cluster's name, for the page's head. */
  readonly clusterName: string;
  /** The commands to press in the welcome; those of the sample cluster by default. */
  readonly examples?: PageState['examples'];
  /** The sample cluster, when it is what the assistant reads: it can be broken and mended on the page. */
  readonly live?: LiveCluster;
}

export interface Playground {
  readonly url: string;
  /** The workspace behind the page, for tests. */
  readonly fake: FakeSlack;
  stop(): Promise<void>;
}

/**
 * A page that looks like Slack, over the same Slack app that runs in a real workspace: the page plays Slack with signed
 * requests on loopback, so there is no second way to an answer. Rejects with a Problem when the port is taken.
 */
export async function startPlayground(deps: PlaygroundDeps): Promise<Playground> {
  const { assistant, parse, logger, now, newRequestId } = deps;
  const host = deps.host ?? '127.0.0.1';
  const signingSecret = randomBytes(32).toString('hex');
  const fake = await startFakeSlack({
    now,
    signingSecret,
    botToken: `xoxb-${randomBytes(16).toString('hex')}`,
    onRefused: (kind, ack) => logger.warn('The Slack app did not take a payload', { kind, reason: ack.ok ? '' : ack.reason }),
  });
  const { live } = deps;
  const stopAlerts = live === undefined ? undefined : postAlerts(fake, live);
  const furniture = { cluster: deps.clusterName, examples: deps.examples ?? sampleExamples };
  const page = createPageServer({
    fake,
    furniture: live === undefined ? furniture : { ...furniture, live },
    hosts: new Set(['127.0.0.1', 'localhost', '[::1]', host]),
    onError: (thrown) =>
      logger.error('The playground page failed', { error: thrown instanceof Error ? thrown.message : 'unknown' }),
  });
  const { botId, botUserId } = fake.workspace.directory.app;
  const slackApp = createSlackApp({
    assistant,
    parse,
    token: fake.botToken,
    mode: { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' },
    botId,
    botUserId,
    slackApiUrl: fake.apiUrl,
    ...(deps.locateAlert === undefined ? {} : { locateAlert: deps.locateAlert }),
    alerts: { channels: [fake.workspace.channel('oncall')?.id ?? ''] },
    logger,
    now,
    newRequestId,
    ...(deps.observer !== undefined && { observer: deps.observer }),
    ...(deps.drawPng !== undefined && { drawPng: deps.drawPng }),
  });
  try {
    const { port } = await slackApp.start();
    fake.connectTo(`http://127.0.0.1:${port}/slack/events`);
    await listen(page, deps.port, host);
  } catch (thrown) {
    await slackApp.stop();
    await fake.stop();
    throw thrown;
  }
  return {
    url: `http://${host}:${(page.address() as AddressInfo).port}`,
    fake,
    async stop() {
      stopAlerts?.();
      page.closeAllConnections();
      page.close();
      await once(page, 'close');
      await slackApp.stop();
      await fake.stop();
    },
  };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as { readonly code?: string };
    if (code === 'EADDRINUSE')
      throw new Problem('bad-request', `Port ${port} is taken.`, [`npm start -- --port ${port + 1}`], cause);
    if (code === 'EACCES')
      throw new Problem('bad-request', `Port ${port} may not be used by this user.`, ['npm start -- --port 3000'], cause);
    throw new Problem('bad-request', `The page cannot listen on ${host}:${port}.`, ['npm start -- --port 3001'], cause);
  }
}
