import type { SlackCall } from './observer.ts';

/** A method of the Web API; an address that is something else is named by what it is for. */
function methodOf(url: URL): string {
  const method = /\/api\/([a-z][A-Za-z.]{1,60})$/u.exec(url.pathname)?.[1];
  if (method !== undefined) return method;
  return /^\/(?:commands|actions|app|response)/u.test(url.pathname) ? 'response_url' : 'other';
}

/** `fetch`, with each call told of when it is over. */
export function observedFetch(told: (call: SlackCall) => void, real: typeof fetch = (...args) => fetch(...args)): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const from = performance.now();
    const tell = (outcome: SlackCall['outcome']) =>
      told({ method: methodOf(url), outcome, durationMs: performance.now() - from });
    try {
      const response = await real(input, init);
      if (response.status === 429) tell('rate_limited');
      else if (!response.ok) tell('failed');
      else if (!(response.headers.get('content-type') ?? '').includes('json')) tell('ok');
      else {
        // Slack says in the body whether it did what it was asked for.
        const text = await response.text();
        tell(/^\s*\{\s*"ok"\s*:\s*false/u.test(text) ? 'refused' : 'ok');
        return new Response(text, { status: response.status, statusText: response.statusText, headers: response.headers });
      }
      return response;
    } catch (error) {
      tell('failed');
      throw error;
    }
  };
}
