import { get } from 'node:http';
import { exitCodes } from '../cli/exit-code.ts';
import type { Io } from '../cli/io.ts';
import { metricsPort } from '../config/metrics-port.ts';
import { Problem } from '../core/problem/problem.ts';

const timeoutMs = 3_000;

/**
 * `k8s-svc healthcheck`: asks the k8s-svc that runs beside it whether it comes through. For the HEALTHCHECK of an image
 * that has no shell and no curl. Returns 0, or 1 with a sentence, which is what Docker knows. Throws a bad-request Problem
 * for words or a port that make no sense.
 */
export async function healthcheck(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  io: Pick<Io, 'out' | 'err'>,
): Promise<number> {
  if (words.length > 0) {
    throw new Problem('bad-request', `healthcheck takes no words, and got: ${words.join(' ')}`, [
      'The port is that of K8S_SVC_METRICS_PORT, 9090 when it is not set.',
    ]);
  }
  const port = metricsPort(env);
  const fault = port === 0 ? 'K8S_SVC_METRICS_PORT is 0: health is not served.' : await faultOf(port);
  if (fault === undefined) {
    io.out('ok\n');
    return exitCodes.healthy;
  }
  io.err(`${fault}\n`);
  return exitCodes.critical;
}

/** What is wrong with the one that runs here, or undefined. Throws nothing. */
async function faultOf(port: number): Promise<string | undefined> {
  const at = `http://127.0.0.1:${port}/healthz`;
  return new Promise((resolve) => {
    const request = get(at, { agent: false, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      // What stands in it does not matter, and may not come.
      response.destroy();
      resolve(response.statusCode === 200 ? undefined : `${at} answered ${response.statusCode}.`);
    });
    request.once('error', ({ name }) => {
      const slow = name === 'TimeoutError' || name === 'AbortError';
      resolve(slow ? `${at} did not answer within ${timeoutMs / 1_000} s.` : `Nothing answers on ${at}.`);
    });
  });
}
