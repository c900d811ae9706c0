import { Problem } from '../core/problem/problem.ts';

const usual = 9_090;

/** The port of /healthz, /readyz and /metrics as the environment has it; 0 when they are not served. */
export function metricsPort(env: Readonly<Record<string, string | undefined>>): number {
  const text = env['K8S_SVC_METRICS_PORT']?.trim() ?? '';
  if (text === '') return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Problem('bad-request', 'K8S_SVC_METRICS_PORT is no port.', [
      'It is a number up to 65535; 9090 when it is not set.',
    ]);
  }
  return port;
}
