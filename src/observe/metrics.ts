import type { LoopDelay } from './event-loop.ts';
import type { ObservedApiCall, ObservedRequest, ObservedSlackCall } from './observed.ts';
import { resourceOfPath } from './resource-of-path.ts';

export interface Metrics {
  request(seen: ObservedRequest): void;
  slackCall(call: ObservedSlackCall): void;
  apiCall(call: ObservedApiCall): void;
  feedback(intent: string, value: string): void;
  alert(outcome: string): void;
  refused(reason: string): void;
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

export interface MetricsDeps {
  readonly version: string;
  readonly delay: () => LoopDelay;
  /** Requests that are worked on now. */
  readonly underWay: () => number;
}

/** Seconds; Slack wants its acknowledgement within 3, and a person gets an answer within 10. */
const seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * The metrics for Prometheus. Labels take few values, all of them words of this program: never a person, a channel, a cluster,
 * a namespace or a Service. prom-client is loaded here, and only when metrics are served.
 */
export async function createMetrics(deps: MetricsDeps): Promise<Metrics> {
  const { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } = await import('prom-client');
  const registers = [new Registry()];
  const [registry] = registers as [InstanceType<typeof Registry>];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter<L>({ name: `k8s_svc_${name}`, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Histogram<L>({ name: `k8s_svc_${name}`, help, labelNames: [...labelNames], registers, buckets: seconds });
  const gauge = (name: string, help: string, collect: () => number) =>
    new Gauge({
      name: `k8s_svc_${name}`,
      help,
      registers,
      collect() {
        this.set(collect());
      },
    });

  const requests = counter('requests_total', 'Requests answered.', ['verb', 'intent', 'outcome', 'surface']);
  const durations = histogram('request_duration_seconds', 'From the request to its answer, without Slack.', ['verb']);
  const checks = counter('checks_found_total', 'Answers in which this check found something.', ['check']);
  const slackCalls = counter('slack_calls_total', 'Calls of the Web API of Slack.', ['method', 'outcome']);
  const slackDurations = histogram('slack_call_duration_seconds', 'Calls of the Web API of Slack.', ['method']);
  const apiCalls = counter('api_requests_total', 'Requests to API servers; status 0 had no answer.', [
    'method',
    'resource',
    'status',
  ]);
  const apiBytes = counter('api_response_bytes_total', 'Read from API servers, unpacked.', ['resource']);
  const apiDurations = histogram('api_request_duration_seconds', 'Requests to API servers.', ['resource']);
  const feedback = counter('feedback_total', 'What people think of answers.', ['intent', 'value']);
  const alerts = counter('alerts_total', 'Alerts taken in.', ['outcome']);
  const refusals = counter('refused_total', 'What was not answered on purpose.', ['reason']);
  gauge('requests_under_way', 'Events of Slack that are worked on.', deps.underWay);
  gauge('event_loop_delay_seconds', 'Longest delay of the event loop in the last window.', () => deps.delay().maxMs / 1_000);
  new Gauge({
    name: 'k8s_svc_build_info',
    help: 'Always 1.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version: deps.version, node: process.versions.node }, 1);

  return {
    request({ request, answer, asker, durationMs }) {
      const verb = request?.verb ?? 'none';
      const outcome = answer.problem?.code ?? 'answered';
      requests.inc({ verb, intent: answer.intent, outcome, surface: asker.via ?? 'other' });
      durations.observe({ verb }, durationMs / 1_000);
      for (const check of new Set(answer.findings?.map((finding) => finding.check))) checks.inc({ check });
    },
    slackCall({ method, outcome, durationMs }) {
      slackCalls.inc({ method, outcome });
      slackDurations.observe({ method }, durationMs / 1_000);
    },
    apiCall({ method, path, status, bytes, durationMs }) {
      const { resource } = resourceOfPath(path);
      apiCalls.inc({ method, resource, status });
      apiBytes.inc({ resource }, bytes);
      apiDurations.observe({ resource }, durationMs / 1_000);
    },
    feedback: (intent, value) => feedback.inc({ intent, value }),
    alert: (outcome) => alerts.inc({ outcome }),
    refused: (reason) => refusals.inc({ reason }),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
