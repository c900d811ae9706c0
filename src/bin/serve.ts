import { singleCluster } from '../app/clusters.ts';
import { splitTerminalFlags } from '../cli/terminal-flags.ts';
import { exitCodes } from '../cli/exit-code.ts';
import type { Io } from '../cli/io.ts';
import { loadConfig, type Config } from '../config/config.ts';
import { traceSettings } from '../config/trace-settings.ts';
import { parseFlags } from '../core/ask/flags.ts';
import { parseIgnoreList } from '../core/triage/suppress/ignored-checks.ts';
import { Problem } from '../core/problem/problem.ts';
import { followReads } from '../observe/reads.ts';
import type { SlackApp } from '../slack/create-slack-app.ts';
import type { Shared } from '../slack/shared/shared.ts';
import { createLogger } from './create-logger.ts';
import { createClusterCaches } from './cluster-caches.ts';
import { makeAssistant } from './make-assistant.ts';
import { openClusters } from './open-clusters.ts';
import { slackPart, storePart } from './health-parts.ts';
import type { Running } from './running.ts';
import { startBot } from './start-bot.ts';
import { startObserving } from './start-observing.ts';
import { sampleCluster, startPage } from './start-page.ts';
import { sayProblems } from './say-problems.ts';

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
