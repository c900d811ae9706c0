import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ObserveConfig } from '../config/sections/observe.ts';
import type { TraceSettings } from '../config/trace-settings.ts';
import { Problem } from '../core/problem/problem.ts';
import { createObserver, type Observer } from '../observe/create-observer.ts';
import { watchEventLoop } from '../observe/event-loop.ts';
import { lookAt, type HealthCheck } from '../observe/health.ts';
import { createObserveServer } from '../observe/http-server.ts';
import { createLineWriter } from '../observe/line-writer.ts';
import { createMetrics } from '../observe/metrics.ts';
import type { ObservedApiCall } from '../observe/observed.ts';
import type { Reads } from '../observe/reads.ts';
import type { Traces } from '../observe/traces.ts';
import type { SlackLogger } from '../slack/logger.ts';
import { clusterPart } from './health-parts.ts';
import { version } from './version.ts';

export interface ObservingDeps {
  readonly config: ObserveConfig;
  readonly traces: TraceSettings | undefined;
  /** The bot serves health and metrics unless told otherwise; the page only when told. */
  readonly isBot: boolean;
  readonly reads: Reads;
  readonly logger: SlackLogger;
  readonly underWay: () => number;
  readonly health: Readonly<Record<string, HealthCheck>>;
}

export interface Observing {
  readonly observer: Observer;
  /** Told of each request to an API server. */
  readonly onApiCall: (call: ObservedApiCall) => void;
  readonly onFeedback: (intent: string, value: string) => void;
  /** Where health and metrics are served, for the one who starts it; undefined when they are not. */
  readonly url: string | undefined;
  stop(): Promise<void>;
}

const usualPort = 9_090;

/** Metrics, health and the audit log, as configured. Throws a Problem when the port that was chosen is taken. */
export async function startObserving(deps: ObservingDeps): Promise<Observing> {
  const { config, reads, logger } = deps;
  const chosen = config.metricsPort;
  const port = chosen ?? (deps.isBot ? usualPort : 0);
  const audit =
    config.auditFile === 'off' || (!deps.isBot && config.auditFile === 'stdout')
      ? undefined
      : createLineWriter(config.auditFile === 'stdout' ? process.stdout : config.auditFile, (lines) =>
          logger.error('audit lines lost', { lines }),
        );
  const loop = watchEventLoop();
  let lastStatus: number | undefined;
  const metrics = port === 0 ? undefined : await createMetrics({ version, delay: () => loop.delay(), underWay: deps.underWay });
  const server =
    metrics === undefined
      ? undefined
      : createObserveServer({
          delay: () => loop.delay(),
          health: () => lookAt({ cluster: () => clusterPart(lastStatus), ...deps.health }),
          metrics: () => metrics.read(),
          version,
        });
  const host = config.metricsHost ?? (deps.isBot ? '0.0.0.0' : '127.0.0.1');
  let url: string | undefined;
  if (server !== undefined) {
    try {
      server.listen(port, host);
      await once(server, 'listening');
      url = `http://${host}:${(server.address() as AddressInfo).port}`;
    } catch (error) {
      if (chosen !== undefined) throw portProblem(error, port, host);
      // Nobody asked for this port: a second bot on a laptop must not fail for it.
      logger.warn('health and metrics are not served', { port, error: (error as { code?: string }).code });
    }
  }
  const traces = deps.traces === undefined ? undefined : await startTraces(deps.traces, logger);
  const observer = createObserver({ reads, metrics, audit, traces, now: () => Date.now() });
  return {
    observer,
    onApiCall(call) {
      lastStatus = call.status;
      observer.apiCalled(call);
    },
    onFeedback: (intent, value) => metrics?.feedback(intent, value),
    url,
    async stop() {
      loop.stop();
      server?.close();
      server?.closeAllConnections();
      await audit?.close();
      await traces?.stop();
    },
  };
}

/** Nothing of it is loaded before somebody sets an endpoint. */
async function startTraces({ ratio, ...to }: TraceSettings, logger: SlackLogger): Promise<Traces> {
  const [{ createTraces }, { createSpanSender }] = await Promise.all([
    import('../observe/traces.ts'),
    import('../observe/span-sender.ts'),
  ]);
  const onLost = () => logger.warn('traces are not taken');
  const sender = createSpanSender({ ...to, version, onLost });
  return createTraces({ sender, ratio, nowMs: () => performance.timeOrigin + performance.now() });
}

function portProblem(error: unknown, port: number, host: string): Problem {
  const taken = (error as { code?: unknown }).code === 'EADDRINUSE';
  return new Problem(
    'bad-request',
    `Health and metrics cannot be served on ${host}:${port}: ${taken ? 'the port is taken' : 'it may not be used'}.`,
    ['Choose another port with K8S_SVC_METRICS_PORT, or 0 for none.'],
    error,
  );
}
