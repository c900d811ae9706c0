import type { RespondFn } from '@slack/bolt';

const timeoutMs = 10_000;

/**
 * `respond` for an address that was kept: a view has none of its own, the button that opened it had. Rejects when there is
 * none, or when Slack does not take it (it lives for 30 minutes and five answers).
 */
export function respondAt(url: string | undefined): RespondFn {
  return async (message) => {
    if (url === undefined) throw refused('there is no response_url', 410);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(typeof message === 'string' ? { text: message } : message),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw refused(`response_url: ${response.status}`, response.status);
    return response;
  };
}

/** As Bolt's RespondError: with a status it is certain that nothing stands. */
const refused = (say: string, statusCode: number) => Object.assign(new Error(say), { statusCode });
