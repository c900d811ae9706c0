import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Problem } from '../../core/problem/problem.ts';
import { YOU } from '../fake-slack/directory.ts';
import type { FakeSlack } from '../fake-slack/fake-slack.ts';
import { readBody } from '../fake-slack/read-body.ts';
import { runAct } from './acts.ts';
import { assets } from './assets.generated.ts';
import { refusal } from './guard.ts';
import { eventFor, type Furniture, stateFor, switchesOf } from './page-events.ts';
import type { PageEvent } from './page-model.ts';

const BODY_LIMIT = 256 * 1024;
/** Comments in the event stream keep proxies and laptops from closing it. */
const HEARTBEAT_MS = 25_000;

const safety = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

export interface PageServerDeps {
  readonly fake: FakeSlack;
  readonly furniture: Furniture;
  /** The host names that the page answers to. */
  readonly hosts: ReadonlySet<string>;
  /** Told of what went wrong inside; the browser gets a sentence. */
  readonly onError: (thrown: unknown) => void;
}

/** The local page: its files, the stream of what happens in the workspace, and the acts of the person in front of it. */
export function createPageServer({ fake, furniture, hosts, onError }: PageServerDeps): Server {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refusal(request, hosts);
    if (refused !== undefined) return send(response, 403, 'text/plain; charset=utf-8', refused);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page.invalid');
    if (request.method === 'POST') {
      const done = await runAct(
        { fake, live: furniture.live },
        pathname.replace(/^\/act\//, ''),
        parse(await readBody(request, BODY_LIMIT)),
      );
      return send(response, 200, 'application/json', JSON.stringify({ ok: true, ...done }));
    }
    if (pathname === '/events') return stream(request, response, searchParams.get('as') ?? YOU);
    if (pathname.startsWith('/files/')) return sendFile(response, pathname);
    const asset = assets[pathname === '/' ? '/index.html' : pathname];
    if (asset === undefined)
      return send(response, 404, 'text/plain; charset=utf-8', 'There is nothing here. The page is at /.');
    return send(response, 200, asset.type, asset.body);
  };

  const stream = (request: IncomingMessage, response: ServerResponse, me: string): void => {
    const { workspace } = fake;
    if (workspace.user(me)?.isBot !== false)
      return send(response, 404, 'text/plain; charset=utf-8', 'Nobody of this name is here.');
    response.writeHead(200, { ...safety, 'content-type': 'text/event-stream' });
    const write = (event: PageEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
    write({ type: 'state', state: stateFor(fake, me, furniture) });
    const moved = () => write({ type: 'switches', switches: switchesOf(fake, furniture) });
    const stops = [furniture.live?.listen(moved), fake.troubles.listen(moved)];
    const stop = workspace.listen((change) => {
      const event = eventFor(workspace, me, change);
      if (event !== undefined) write(event);
    });
    const beat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    request.on('close', () => {
      stop();
      stops.forEach((one) => one?.());
      clearInterval(beat);
    });
  };

  const sendFile = (response: ServerResponse, pathname: string): void => {
    const [id = ''] = pathname.slice('/files/'.length).split('/');
    const file = fake.workspace.file(decodeURIComponent(id));
    if (file === undefined)
      return send(response, 404, 'text/plain; charset=utf-8', 'This file is gone: the playground was started anew.');
    const name = file.name.replaceAll(/[^\w.-]/g, '_');
    const type = imageType(name);
    const disposition = type === undefined ? `attachment; filename="${name}"` : 'inline';
    send(response, 200, type ?? 'application/octet-stream', file.content, { 'content-disposition': disposition });
  };

  return createServer((request, response) => {
    handle(request, response).catch((thrown: unknown) => {
      const known = thrown instanceof Problem;
      if (!known) onError(thrown);
      const say = known ? thrown.say : 'Something went wrong inside the playground; its log says what.';
      send(response, known ? 400 : 500, 'application/json', JSON.stringify({ ok: false, say }));
    });
  });
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...safety, 'content-type': type, ...more }).end(body);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new Problem('bad-request', 'The page sent something that is not JSON.', [], cause);
  }
}

function imageType(name: string): string | undefined {
  const types: Readonly<Record<string, string>> = {
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    svg: 'image/svg+xml',
  };
  return types[name.split('.').at(-1)?.toLowerCase() ?? ''];
}
