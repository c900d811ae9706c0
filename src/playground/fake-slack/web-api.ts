import { methods } from './api/methods.ts';
import { type Slack, SlackFault } from './api/method.ts';
import type { Json } from './model.ts';
import type { Trouble, Troubles } from './troubles.ts';

/** The tokens that are valid here, and what the bot token may do. */
export interface Credentials {
  readonly botToken: string;
  readonly appToken: string;
  readonly scopes: readonly string[];
}

export interface ApiCall {
  readonly method: string;
  readonly args: Json;
  readonly reply: Json;
}

export interface ApiReply {
  readonly status: number | 'no-answer';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json;
}

export interface WebApi {
  /** Every call so far with its reply, oldest first. */
  readonly calls: readonly ApiCall[];
  call(method: string, args: Json, authorization: string | undefined): ApiReply;
}

export function createWebApi(slack: Slack, credentials: Credentials, troubles: Troubles): WebApi {
  const calls: ApiCall[] = [];

  const run = (method: string, args: Json, token: string | undefined): Json => {
    const known = methods[method];
    try {
      if (known === undefined) throw new SlackFault('unknown_method', { req_method: method });
      if (known.token !== 'none') checkToken(token, known.token, credentials);
      const { scopes } = known;
      if (scopes !== undefined && !scopes.some((scope) => credentials.scopes.includes(scope))) {
        throw new SlackFault('missing_scope', { needed: scopes.join(','), provided: credentials.scopes.join(',') });
      }
      return { ok: true, ...known.run(args, slack) };
    } catch (thrown) {
      if (thrown instanceof SlackFault) return { ok: false, error: thrown.code, ...thrown.more };
      throw thrown;
    }
  };

  return {
    calls,
    call(method, args, authorization) {
      const token = authorization?.replace(/^Bearer\s*/, '') ?? (typeof args['token'] === 'string' ? args['token'] : undefined);
      const trouble = troubles.take(method);
      if (trouble !== undefined && trouble.after !== true) return failure(trouble.status, trouble.retryAfterSeconds);
      const { token: _, ...said } = args;
      const reply = run(method, said, token);
      calls.push({ method, args: said, reply });
      // By this header an app knows what it may do.
      const headers = { 'x-oauth-scopes': credentials.scopes.join(',') };
      if (trouble !== undefined) return failure(trouble.status, trouble.retryAfterSeconds);
      return { status: 200, headers: token === credentials.botToken ? headers : {}, body: reply };
    },
  };
}

function checkToken(token: string | undefined, kind: 'bot' | 'app', credentials: Credentials): void {
  if (token === undefined || token === '') throw new SlackFault('not_authed');
  const right = kind === 'bot' ? credentials.botToken : credentials.appToken;
  if (token === right) return;
  const isOther = token === credentials.botToken || token === credentials.appToken;
  throw new SlackFault(isOther ? 'not_allowed_token_type' : 'invalid_auth');
}

function failure(status: Trouble['status'], retryAfterSeconds: number | undefined): ApiReply {
  const limited = status === 429;
  return {
    status,
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
    body: { ok: false, error: limited ? 'ratelimited' : 'internal_error' },
  };
}
