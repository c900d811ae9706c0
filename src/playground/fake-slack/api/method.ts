import type { Json } from '../model.ts';
import type { ResponseUrls } from '../response-urls.ts';
import type { TriggerIds } from '../trigger-ids.ts';
import type { Workspace } from '../workspace.ts';

/** What the methods work on. */
export interface Slack {
  readonly workspace: Workspace;
  readonly triggers: TriggerIds;
  readonly responseUrls: ResponseUrls;
  /** `http://127.0.0.1:PORT`, for links that the app follows. */
  readonly url: () => string;
  /** What the bot token may do. */
  readonly scopes: readonly string[];
  /** Set by Socket Mode: a fresh WebSocket address. */
  socketUrl: (() => string) | undefined;
}

export interface Method {
  readonly token: 'bot' | 'app' | 'none';
  /** The bot scopes of which one is needed. */
  readonly scopes?: readonly string[];
  /** The reply beside `ok: true`; throws a SlackFault for `ok: false`. */
  run(args: Json, slack: Slack): Json;
}

export type Methods = Readonly<Record<string, Method>>;

/** `ok: false` with Slack's error code; the messages go into `response_metadata`. */
export class SlackFault extends Error {
  readonly code: string;
  readonly more: Json;

  constructor(code: string, more: Json = {}) {
    super(code);
    this.name = 'SlackFault';
    this.code = code;
    this.more = more;
  }
}

export function faultWith(code: string, messages: readonly string[]): SlackFault {
  return new SlackFault(code, { errors: messages, response_metadata: { messages } });
}

/** Forms carry everything as strings, and what is deeper as JSON. */
export function text(args: Json, key: string): string | undefined {
  const value = args[key];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function required(args: Json, key: string, code = 'invalid_arguments'): string {
  const value = text(args, key);
  if (value === undefined) throw faultWith(code, [`[ERROR] missing required field: ${key}`]);
  return value;
}

export function flag(args: Json, key: string): boolean {
  return args[key] === true || args[key] === 'true' || args[key] === '1';
}

/** The value behind a JSON argument; undefined when it was not given. */
export function parsed(args: Json, key: string, code = 'invalid_arguments'): unknown {
  const value = args[key];
  if (typeof value !== 'string' || value === '') return value === '' ? undefined : value;
  try {
    return JSON.parse(value);
  } catch {
    throw new SlackFault(code);
  }
}
