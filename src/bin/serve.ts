import type { Assistant } from '../app/assistant.ts';
import { createAlertLocator } from '../app/alert/locate-alert.ts';
import { singleCluster, type Clusters } from '../app/clusters.ts';
import { splitTerminalFlags } from '../cli/terminal-flags.ts';
import { exitCodes } from '../cli/exit-code.ts';
import type { Io } from '../cli/io.ts';
import { loadConfig, type Config } from '../config/config.ts';
import { traceSettings } from '../config/trace-settings.ts';
import { parseFlags } from '../core/ask/flags.ts';
import { parseIgnoreList } from '../core/triage/suppress/ignored-checks.ts';
import { parseWords } from '../core/ask/parse-words.ts';
import { Problem } from '../core/problem/problem.ts';
import { followReads } from '../observe/reads.ts';
import { createFileReader } from '../read/files/file-reader.ts';
import type { LiveCluster } from '../playground/sample-cluster/live-cluster.ts';
import type { SlackApp } from '../slack/create-slack-app.ts';
import type { SlackLogger } from '../slack/logger.ts';
import type { Shared } from '../slack/shared/shared.ts';
import type { ScheduledScan } from '../slack/scans/scan-job.ts';
import { drawPng } from './draw-png.ts';
import { createLogger } from './create-logger.ts';
import { createClusterCaches } from './cluster-caches.ts';
import { makeAssistant } from './make-assistant.ts';
import { openClusters } from './open-clusters.ts';
import { slackPart, storePart } from './health-parts.ts';
import { startObserving, type Observing } from './start-observing.ts';
import { liveConfig, type LiveConfig } from './live-config.ts';
import { sayProblems } from './say-problems.ts';

interface Running {
  readonly say: string;
  stop(): Promise<void>;
}

/**
 * Serves until it is told to stop: the Slack bot when its tokens are set, else the playground page. Returns the exit
 * code; a start that fails is a sentence.
 */
export async function serve(argv: readonly string[], io: Io, newRequestId: () => string): Promise<number> {
  return sayProblems(io, async () => {
    const running = await start(argv, io, newRequestId);
    // Before it says that it is there: whoever has read that may end it.
    const stopped = stopSignal();
    io.err(running.say);
    await stopped;
    io.err('Stopping… (once more ends it at once)\n');
    // Who asks twice does not want to wait for anybody.
    void stopSignal().then(() => process.exit(exitCodes.healthy));
    await running.stop();
    return exitCodes.healthy;
  });
}

async function start(argv: readonly string[], io: Io, newRequestId: () => string): Promise<Running> {
  const { options, words } = splitTerminalFlags(argv);
  const flags = parseFlags(words, [
    { name: 'port', value: 'PORT', summary: 'port to listen on' },
    { name: 'host', value: 'ADDRESS', summary: 'address to listen on' },
    { name: 'config', value: 'FILE', summary: 'the configuration file' },
  ]);
  if (flags.words.length > 0) {
    throw new Problem('bad-request', `serve takes no words, and got: ${flags.words.join(' ')}`, [
      'For example: npm start -- --port 3001 --context staging',
    ]);
  }
  const file = flags.values.get('config')?.[0];
  const config = withFlags(loadConfig(process.env, file === undefined ? {} : { file }), flags.values);
  const isBot = config.slack.kind !== 'none';
  const reads = followReads();
  const level = !isBot && config.logLevel === 'info' ? 'warn' : config.logLevel;
  const logger = createLogger(level, { requestId: () => reads.current()?.requestId });
  // One payload that a package does not expect must not end what all others wait for.
  const unexpected = (error: unknown) => logger.error('not handled', { error: describe(error) });
  process.on('unhandledRejection', unexpected);
  let slackApp: SlackApp | undefined;
  let shared: Shared | undefined;
  const caches = createClusterCaches(config.sections.cache, logger);
  const observing = await startObserving({
    config: config.observe,
    traces: traceSettings(process.env),
    isBot,
    reads,
    logger,
    underWay: () => slackApp?.underWay() ?? 0,
    health: {
      ...(isBot && { slack: () => slackPart(slackApp?.connection() ?? 'starting') }),
      store: () => (shared === undefined ? [] : storePart(shared.health)),
      cache: () => caches.health(),
    },
  });
  const stopRest = async () => {
    await caches.stop();
    await observing.stop();
  };
  try {
    const running = await startFront();
    return {
      say: running.say,
      async stop() {
        await running.stop();
        await stopRest();
      },
    };
  } catch (error) {
    // A watch that goes on would keep a process that could not start.
    await stopRest();
    throw error;
  }

  async function startFront(): Promise<Running> {
    const chosen = options.from.length > 0 || options.context !== undefined || options.kubeconfig !== undefined;
    const configured = config.clusters.list.length > 0 || config.clusters.folder !== undefined;
    const sample = !isBot && !chosen && !options.offline && !configured;
    const live = sample ? await sampleCluster() : undefined;
    const readWith = { caches, onCall: observing.onApiCall };
    const clusters =
      live === undefined
        ? openClusters(options, io.readStdin, config.clusters, readWith)
        : singleCluster(live.reader.cluster, () => Promise.resolve(live.reader));
    // A wrong context or dump is said now, not at the first question.
    if (chosen && clusters.defaultName !== undefined) await clusters.open(clusters.defaultName);
    // Watching begins before the first question. A cluster that is down now is not: its reader says so when it is asked.
    if (config.sections.cache.enabled) {
      await Promise.all(clusters.names.map(async (name) => clusters.open(name).catch(() => undefined)));
    }
    const watched = reads.watched(clusters);
    const assistant = makeAssistant(watched, {
      ignored: parseIgnoreList([...config.ignore, ...options.ignore]),
      dryRun: config.dryRun || options.dryRun,
      onError: (requestId, error) => logger.error('request failed', { requestId, error: describe(error) }),
    });
    return isBot
      ? startBot(config, assistant, watched, logger, newRequestId, observing, (app, store) => {
          slackApp = app;
          shared = store;
        })
      : startPage(config, assistant, watched, logger, newRequestId, live, observing);
  }
}

async function startPage(
  config: Config,
  assistant: Assistant,
  clusters: Clusters,
  logger: SlackLogger,
  newRequestId: () => string,
  live: LiveCluster | undefined,
  { observer }: Observing,
): Promise<Running> {
  const [{ startPlayground }, { anyClusterExamples }] = await Promise.all([
    import('../playground/start-playground.ts'),
    import('../playground/page/examples.ts'),
  ]);
  const page = await startPlayground({
    assistant,
    parse: parseWords,
    port: config.port,
    host: config.host ?? '127.0.0.1',
    logger,
    now: () => Date.now(),
    newRequestId,
    observer,
    drawPng,
    clusterName: clusters.defaultName ?? 'no cluster',
    locateAlert: createAlertLocator({ clusters, clusterNames: () => config.alerts.clusterNames }),
    ...(live === undefined ? { examples: anyClusterExamples } : { live }),
  });
  const sample = live !== undefined;
  const over = sample ? 'a sample cluster' : clusters.defaultName;
  return {
    say: `k8s-svc playground: ${page.url}  (over ${over}; Ctrl-C ends it)\nTry: /k8s-svc ${sample ? 'triage checkout -n shop' : 'scan -A'}\n`,
    stop: () => page.stop(),
  };
}

async function startBot(
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

async function sampleCluster(): Promise<LiveCluster> {
  const { createLiveCluster } = await import('../playground/sample-cluster/live-cluster.ts');
  return createLiveCluster({
    now: () => Date.now(),
    toReader: (text, now) => createFileReader({ files: [{ name: 'shop.json', text }], cluster: 'shop-sample', now }),
  });
}

function withFlags(config: Config, flags: ReadonlyMap<string, readonly string[]>): Config {
  const port = flags.get('port')?.[0];
  const host = flags.get('host')?.[0];
  if (port !== undefined && !/^\d{1,5}$/u.test(port))
    throw new Problem('bad-request', `--port ${port} is no port.`, ['For example: --port 3001']);
  return { ...config, ...(port !== undefined && { port: Number(port) }), ...(host !== undefined && { host }) };
}

/** Kind and message of our own errors; of others the kind and place only, as a message may quote a response. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}`;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
