import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

const attempts = 3;
/** Nobody waits longer than this for what Slack asks. */
export const longestWaitMs = 30_000;
/** Until what was posted can be read. */
const settleMs = 700;

/** Errors before a connection stood: Slack has surely not seen the call. */
const notConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Slack may have carried out the call or not: it timed out, the connection broke, or Slack answered with a 5xx. */
export class Unconfirmed extends Error {
  override readonly name = 'Unconfirmed';
  constructor(cause: unknown) {
    super('Slack did not confirm the call', { cause });
  }
}

interface Again<T> {
  /** Carrying it out twice does no harm. */
  readonly repeatable?: true;
  /** Looks whether it was carried out: its result, or undefined when it surely was not. Rejects when that cannot be told. */
  readonly find?: () => Promise<T | undefined>;
  /** 30 s by default. */
  readonly longestWaitMs?: number;
}

/**
 * Tries a call again when Slack has surely not carried it out: rate limited (after the time that Slack asks for), or never
 * connected. After a timeout or a 5xx that is not known: such a call is tried again only when that does no harm or `find`
 * tells that nothing stands; else it rejects with Unconfirmed. So nothing is posted twice.
 */
export async function withRetry<T>(call: () => Promise<T>, again: Again<T> = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const last = attempt === attempts;
      if (isUnclear(error) && again.repeatable !== true) {
        const found = await lookFor(error, again);
        if (found !== undefined) return found;
        if (last) throw error;
      } else {
        const waitMs = waitBefore(error, attempt);
        if (waitMs === undefined || waitMs > (again.longestWaitMs ?? longestWaitMs) || last) throw error;
        await sleep(waitMs);
      }
    }
  }
}

async function lookFor<T>(error: unknown, { find }: Again<T>): Promise<T | undefined> {
  if (find === undefined) throw new Unconfirmed(error);
  await sleep(settleMs);
  try {
    return await find();
  } catch {
    throw new Unconfirmed(error);
  }
}

function waitBefore(error: unknown, attempt: number): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1_000;
  return isUnclear(error) || neverConnected(error) ? 300 * 2 ** (attempt - 1) : undefined;
}

function isUnclear(error: unknown): boolean {
  if (error instanceof webApi.WebAPIHTTPError) return error.statusCode >= 500;
  return error instanceof webApi.WebAPIRequestError && !neverConnected(error);
}

/** Also for what `respond` throws, which is the error of `fetch` itself. */
export function neverConnected(error: unknown): boolean {
  const original: unknown = error instanceof webApi.WebAPIRequestError ? error.original : error;
  const code = (one: unknown) => (one as { code?: unknown } | null | undefined)?.code;
  const found = code(original) ?? code((original as { cause?: unknown } | null | undefined)?.cause);
  return typeof found === 'string' && notConnected.has(found);
}

/** Slack's word for a refusal (`not_in_channel`), or undefined for other failures. It is shown and logged: what is no word is not. */
export function slackError(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  return /^[a-z][a-z0-9_]{1,60}$/u.test(error.data.error) ? error.data.error : 'an unknown error';
}
