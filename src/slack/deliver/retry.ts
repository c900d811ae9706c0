import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

const attempts = 3;
const longestWaitMs = 30_000;

/** Errors before a connection stood: Slack has surely not seen the call. */
const notConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Tries a call again only when Slack has surely not carried it out: rate limited (after the time Slack asks for), a 5xx,
 * or never connected. A timeout is not tried again, as that would post twice when only the reply was lost.
 */
export async function withRetry<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const waitMs = waitBefore(error, attempt);
      if (waitMs === undefined || waitMs > longestWaitMs || attempt === attempts) throw error;
      await sleep(waitMs);
    }
  }
}

function waitBefore(error: unknown, attempt: number): number | undefined {
  const backoffMs = 300 * 2 ** (attempt - 1);
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1_000;
  if (error instanceof webApi.WebAPIHTTPError) return error.statusCode >= 500 ? backoffMs : undefined;
  if (error instanceof webApi.WebAPIRequestError) return notConnected.has(causeCode(error.original)) ? backoffMs : undefined;
  return undefined;
}

function causeCode(error: Error): string {
  const code = (one: unknown) => (one as { code?: unknown } | undefined)?.code;
  const found = code(error) ?? code(error.cause);
  return typeof found === 'string' ? found : '';
}

/** Slack's word for a refusal (`not_in_channel`), or undefined for other failures. */
export function slackError(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}
