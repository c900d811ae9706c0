import nock from 'nock';
import { validateBlocks } from '../../../src/render/slack/check-blocks.ts';

/** One call that reached Slack's address. */
export interface SlackCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Slack at its real addresses, for as long as one test runs. Every message that is sent there is checked against the limits. */
export interface NockSlack {
  readonly calls: SlackCall[];
  /** What Slack would refuse in the calls so far. */
  readonly faults: unknown[];
  /** What the app may do, as Slack says it in a header of every reply. */
  scopes: string;
  /** What `conversations.replies` gives. */
  replies: readonly unknown[];
  /** Calls of one Web API method, or `respond` for response_urls. */
  of(method: string): readonly Readonly<Record<string, unknown>>[];
  /** Answers the next call of a method otherwise: an error of Slack, or an HTTP status with headers. */
  next(method: string, reply: string | { readonly status: number; readonly headers?: Record<string, string> }): void;
}

export function nockSlack(): NockSlack {
  const calls: SlackCall[] = [];
  const waiting: { method: string; reply: Parameters<NockSlack['next']>[1] }[] = [];
  let seconds = 1_000;

  const answer = (method: string, body: string): [number, unknown, Record<string, string>?] => {
    const args = decode(body);
    const at = waiting.findIndex((one) => one.method === method);
    const trouble = at === -1 ? undefined : waiting.splice(at, 1)[0]?.reply;
    calls.push({ method, args });
    const view = args['view'] as { readonly blocks?: unknown } | undefined;
    if (args['blocks'] !== undefined) made.faults.push(...validateBlocks(args['blocks'], 'message'));
    if (view !== undefined) made.faults.push(...validateBlocks(view.blocks, 'home'));
    if (typeof trouble === 'string') return [200, { ok: false, error: trouble }];
    if (trouble !== undefined) return [trouble.status, 'no', trouble.headers ?? {}];
    if (method === 'respond') return [200, 'ok'];
    seconds += 1;
    const channel = typeof args['channel'] === 'string' ? args['channel'] : '';
    // A message to a user id is a direct message, which has a channel of its own.
    return [
      200,
      { ok: true, channel: channel.startsWith('U') ? `D${channel}` : channel, ts: `${seconds}.000100`, messages: made.replies },
      { 'x-oauth-scopes': made.scopes },
    ];
  };
  const replying = (methodOf: (url: URL) => string) => async (request: Request) =>
    answer(methodOf(new URL(request.url)), await request.text());
  nock('https://slack.com')
    .persist()
    .post(/^\/api\//u)
    .reply(replying((url) => url.pathname.replace('/api/', '')));
  nock('https://hooks.slack.com')
    .persist()
    .post(/^\//u)
    .reply(replying(() => 'respond'));

  const made: NockSlack = {
    calls,
    faults: [],
    scopes: 'chat:write,commands',
    replies: [],
    of: (method) => calls.filter((call) => call.method === method).map((call) => call.args),
    next: (method, reply) => void waiting.push({ method, reply }),
  };
  return made;
}

/** web-api posts a form in which objects are JSON strings; `respond` posts JSON. */
function decode(body: string): Record<string, unknown> {
  if (body.startsWith('{')) return JSON.parse(body) as Record<string, unknown>;
  const fields = [...new URLSearchParams(body)].map(([key, value]) => [key, /^[[{]/u.test(value) ? JSON.parse(value) : value]);
  return Object.fromEntries(fields) as Record<string, unknown>;
}
