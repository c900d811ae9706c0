import type { EventIndex } from '../event-index.ts';
import type { KubernetesEvent } from '../kinds/event.ts';
import type { Pod, Probe } from '../kinds/pod.ts';
import { shortMessage } from './kubelet-message.ts';

export type ProbeName = 'readiness' | 'liveness' | 'startup';

/** refused: nothing listens · timeout: something hangs · status: something answers, but not with success. */
export type ProbeFailureKind = 'refused' | 'timeout' | 'status' | 'other';

export interface ProbeFailure {
  readonly event: KubernetesEvent;
  readonly kind: ProbeFailureKind;
  /** HTTP status, when there was one. */
  readonly status: number | undefined;
  /** The port that the message names. */
  readonly port: number | undefined;
  /** The kubelet's words without "Readiness probe failed: ". */
  readonly message: string;
}

/** The newest `Unhealthy` event of this probe on the pod. Source: the kubelet's prober */
export function lastProbeFailure(pod: Pod, probe: ProbeName, events: EventIndex): ProbeFailure | undefined {
  const said = new RegExp(`^${probe} probe (?:failed|errored)[^:]*:?\\s*`, 'iu');
  const event = events.of(pod).find((one) => one.reason === 'Unhealthy' && said.test(one.message));
  if (event === undefined) return undefined;
  const message = shortMessage(event.message.replace(said, ''));
  const status = Number(/statuscode:? ?(\d{3})/iu.exec(message)?.[1] ?? Number.NaN);
  return {
    event,
    kind: kindOf(message, status),
    status: Number.isNaN(status) ? undefined : status,
    port: portIn(message),
    message,
  };
}

function kindOf(message: string, status: number): ProbeFailureKind {
  if (!Number.isNaN(status)) return 'status';
  if (/connection refused/iu.test(message)) return 'refused';
  if (/deadline exceeded|timeout|timed out/iu.test(message)) return 'timeout';
  return 'other';
}

function portIn(message: string): number | undefined {
  const found = /:(\d{1,5})(?:\/|:|"|\s|$)/u.exec(message.replace(/^Get "https?:\/\/\[[^\]]*\]/u, ''))?.[1];
  return found === undefined ? undefined : Number(found);
}

/** What the failure tells about the application, for a sentence. */
export function failureMeaning(failure: ProbeFailure, probe: Probe): string {
  const { status } = failure;
  switch (failure.kind) {
    case 'refused':
      return 'connection refused: no process listens there, or on localhost only';
    case 'timeout':
      return `no answer within its timeoutSeconds of ${probe.timeoutSeconds}`;
    case 'status':
      if (status === 404) return 'HTTP 404: the path does not exist';
      if (status === 401 || status === 403) return `HTTP ${status}: the path wants a login`;
      if (status !== undefined && status >= 500)
        return `HTTP ${status}: the application reports that it, or something it needs, fails`;
      return `HTTP ${status}`;
    case 'other':
      return failure.message === '' ? 'no reason given' : failure.message;
    default:
      return failure.kind satisfies never;
  }
}

/** `GET /healthz on port 8081`, `TCP connect to port http`: what the probe asks. */
export function formatProbe(probe: Probe): string {
  switch (probe.type) {
    case 'httpGet':
      return `GET ${probe.path ?? '/'} on port ${probe.port ?? '?'}`;
    case 'tcpSocket':
      return `TCP connect to port ${probe.port ?? '?'}`;
    case 'grpc':
      return `gRPC health check on port ${probe.port ?? '?'}`;
    case 'exec':
      return 'a command in the container';
    default:
      return probe.type satisfies never;
  }
}

/** Seconds that the probe may fail before the kubelet draws a conclusion; 0 without a probe. */
export function probeBudgetSeconds(probe: Probe | undefined): number {
  return probe === undefined ? 0 : probe.initialDelaySeconds + probe.periodSeconds * probe.failureThreshold;
}
