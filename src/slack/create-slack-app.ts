import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { App, type webApi } from '@slack/bolt';
import { createDirectory } from './access/directory.ts';
import { createSlackAccess } from './access/slack-access.ts';
import { createAgentView } from './agent/agent-view.ts';
import { createAlerts } from './alerts/alerts.ts';
import { createEdit } from './alerts/desk.ts';
import { createAnswerer } from './answerer.ts';
import { toBoltLogger } from './bolt-logger.ts';
import { watchConnection, type ConnectionState } from './connection-state.ts';
import { createReceiver } from './create-receiver.ts';
import { createDelivery } from './deliver/deliver.ts';
import { createPictures } from './deliver/pictures.ts';
import { createPoster } from './deliver/poster.ts';
import type { SlackAppDeps } from './deps.ts';
import { addListeners } from './listeners/add-listeners.ts';
import { createIntake } from './shared/intake.ts';
import { isWorthIt } from './shared/is-worth-it.ts';
import { withOwner } from './shared/with-owner.ts';
import { createSlackFront } from './slack-front.ts';
import { createScheduledScans } from './scans/scheduled-scans.ts';
import { createIdentity } from './identity.ts';
import { observedFetch } from './observed-fetch.ts';
import { unobserved } from './observer.ts';
import { ownWorkspaceOnly } from './own-workspace.ts';
import { startProblem } from './start-problem.ts';
import { createMemoryStore } from './store.ts';
import { createThreads } from './thread/threads.ts';
import { waitByClock } from './wait.ts';
import { createWatches } from './watch/watches.ts';

export interface SlackApp {
  readonly app: App;
  /**
   * Connects to Slack or starts to listen. In HTTP mode resolves with the port (useful with port 0); requests go to
   * `POST /slack/events`. Rejects with a Problem when Slack refuses the token or cannot be reached.
   */
  start(): Promise<{ readonly port?: number }>;
  /** How Slack reaches the app now. */
  connection(): ConnectionState;
  /** How many requests are worked on. */
  underWay(): number;
  /** Resolves when all that was taken in so far is answered. */
  settled(): Promise<void>;
  /** Takes no new requests and waits for those under way, at most `graceMs` (5 s by default). */
  stop(graceMs?: number): Promise<void>;
}

const defaultTimeoutMs = 10_000;
const lastWordsMs = 2_000;

/** The Slack front end of k8s-svc over the real Bolt `App`. */
export function createSlackApp(deps: SlackAppDeps): SlackApp {
  const stopping = new AbortController();
  const timeoutMs = deps.slackTimeoutMs ?? defaultTimeoutMs;
  const { shared } = deps;
  const store = withOwner(shared?.store ?? deps.store ?? createMemoryStore({ now: deps.now }));
  const poster = createPoster(deps);
  const directory = createDirectory({ client: () => app.client, logger: deps.logger, now: deps.now });
  const access = createSlackAccess(deps.accessSettings, directory);
  const answerer = createAnswerer({ ...deps, store, access }, stopping.signal);
  const delivery = createDelivery(deps, poster);
  const threads = createThreads({ store, logger: deps.logger, parse: deps.parse });
  const alerts = createAlerts({ ...deps, store, access }, { answerer, delivery, poster, threads }, stopping.signal);
  const wait = deps.wait ?? waitByClock;
  const watches = createWatches({
    ...deps,
    store,
    wait,
    answerer,
    delivery,
    poster,
    ...(shared === undefined ? {} : { journal: shared.journal }),
  });
  const scans = createScheduledScans(
    { scans: deps.scans ?? [], store, logger: deps.logger, now: deps.now, wait },
    { answerer, delivery, threads, store, edit: createEdit(poster), stopping: stopping.signal },
  );
  let scanning: Promise<void> = Promise.resolve();
  const front = createSlackFront(
    { ...deps, store },
    {
      answerer,
      delivery,
      poster,
      pictures: createPictures(deps, poster),
      threads,
      agent: createAgentView(deps),
      alerts,
      watches,
    },
  );
  const connection = watchConnection(deps.mode);
  const bare = connection.of(createReceiver(deps));
  const intake =
    shared === undefined
      ? undefined
      : createIntake(bare, {
          journal: shared.journal,
          isWorthIt: (body) => isWorthIt(body, (channel) => alerts.mayRead(channel)),
          logger: deps.logger,
          now: deps.now,
        });
  const settled = () => Promise.all([front.settled(), watches.settled(), intake?.settled()]);
  const observer = deps.observer ?? unobserved;
  const observed = observedFetch((call) => observer.called(call));
  const clientOptions: webApi.WebClientOptions = {
    timeout: timeoutMs,
    retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 3_000, randomize: true },
    // Waiting for one method's rate limit would hold up every other call of this client.
    rejectRateLimitedCalls: true,
    // Also serves `respond`, which has no time limit of its own.
    fetch: (url, init) => observed(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeoutMs) }),
    ...(deps.slackApiUrl === undefined ? {} : { slackApiUrl: deps.slackApiUrl }),
  };
  const identity = createIdentity(deps, clientOptions);
  const app = new App({
    authorize: async () => ({ botToken: deps.token, ...(await identity()) }),
    receiver: intake?.receiver ?? bare,
    // Slack being down at the start is a rejection of `start` instead of one that nobody hears.
    deferInitialization: true,
    extendedErrorHandler: true,
    convoStore: false,
    logger: toBoltLogger(deps.logger),
    clientOptions,
  });
  app.use(ownWorkspaceOnly({ identity, teams: deps.teams ?? [], logger: deps.logger, observer }));
  app.error(async ({ error }: { error: Error & { code?: string } }) => {
    deps.logger.error('Bolt', { error: error.code ?? error.name });
  });
  addListeners(app, front);

  return {
    app,
    async start() {
      try {
        await app.init();
        await identity();
        if (intake !== undefined) {
          shared?.journal.onAbandoned((entry) => (entry.kind === 'watch' ? watches.resume(entry) : intake.takeOver(entry)));
        }
        if (deps.mode.kind !== 'http') {
          await app.start();
          connection.began();
          scanning = scans.run(stopping.signal);
          return {};
        }
        const server = (await app.start({ port: deps.mode.port, host: deps.mode.host })) as Server;
        connection.began();
        scanning = scans.run(stopping.signal);
        const address = server.address();
        return typeof address === 'object' && address !== null ? { port: address.port } : {};
      } catch (error) {
        throw startProblem(error, deps.mode);
      }
    },
    connection: () => connection.state(),
    underWay: () => front.underWay(),
    settled: async () => {
      await Promise.all([front.settled(), intake?.settled()]);
    },
    async stop(graceMs = 5_000) {
      connection.ends();
      shared?.journal.stopTakingOver();
      const stopped = app.stop();
      watches.stopAll();
      await Promise.race([settled(), sleep(graceMs, undefined, { ref: false })]);
      // Those who still wait are told that it is not finished.
      stopping.abort();
      await Promise.race([Promise.all([settled(), scanning]), sleep(lastWordsMs, undefined, { ref: false })]);
      await stopped;
    },
  };
}
