import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { SlackFault, type Slack } from './api/method.ts';
import { readArguments, readBody, readUpload } from './read-body.ts';
import { respond } from './respond.ts';
import type { WebApi } from './web-api.ts';

const BODY_LIMIT = 20 * 1024 * 1024;

/** The addresses at which an app meets Slack: `/api/METHOD`, uploads, and response_urls. */
export function createSlackServer(slack: Slack, webApi: WebApi): Server {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://slack.invalid');
    const type = request.headers['content-type'] ?? '';
    const body = await readBody(request, BODY_LIMIT);
    if (request.method === 'POST' && pathname.startsWith('/api/')) {
      const reply = webApi.call(pathname.slice('/api/'.length), await readArguments(body, type), request.headers.authorization);
      // The app has to give up by itself.
      if (reply.status === 'no-answer') return;
      return send(response, reply.status, JSON.stringify(reply.body), { 'content-type': 'application/json', ...reply.headers });
    }
    if (request.method === 'POST' && pathname.startsWith('/upload/')) {
      const file = slack.workspace.file(pathname.slice('/upload/'.length));
      if (file === undefined) return send(response, 404, 'file_not_found');
      slack.workspace.keepFile({ ...file, content: await readUpload(body, type) });
      return send(response, 200, `OK - ${body.length}`);
    }
    if (request.method === 'POST' && /^\/(commands|actions)\//.test(pathname)) {
      const target = slack.responseUrls.use(pathname);
      if (target === undefined) return send(response, 404, 'used_url');
      respond(slack, target, await readArguments(body, type));
      return send(response, 200, 'ok');
    }
    return send(response, 404, 'not_found');
  };

  return createServer((request, response) => {
    handle(request, response).catch((thrown: unknown) => {
      // A response_url answers a refused payload with 400 and the code, the Web API never comes here with a SlackFault.
      if (thrown instanceof SlackFault) send(response, 400, JSON.stringify({ ok: false, error: thrown.code, ...thrown.more }));
      else send(response, 400, 'invalid_payload');
    });
  });
}

function send(response: ServerResponse, status: number, body: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(body);
}
