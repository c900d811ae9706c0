import type { IncomingMessage } from 'node:http';

/**
 * Why a request is refused, or undefined. The page holds what a cluster says, so only the browser on this machine may ask:
 * a name that someone points at this address (DNS rebinding) shows in `Host`, another site's form or script in `Origin`,
 * `Sec-Fetch-Site` or a content type that needs no preflight.
 */
export function refusal(request: IncomingMessage, hosts: ReadonlySet<string>): string | undefined {
  const { host = '', origin } = request.headers;
  if (!hosts.has(hostnameOf(`http://${host}`)))
    return 'This page only answers to the name of this machine (127.0.0.1 or localhost).';
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.method !== 'POST') return 'Only GET and POST are answered here.';
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${host}`) return 'Another site may not post here.';
  if (site !== undefined && site !== 'same-origin') return 'Another site may not post here.';
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return 'Only JSON is taken here.';
  return undefined;
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
