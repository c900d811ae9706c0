import type { Slack } from './api/method.ts';
import type { Ack, Delivery } from './delivery.ts';
import type { Directory } from './directory.ts';
import type { Json, Message, View } from './model.ts';
import type { Delivered } from './people/people.ts';
import type { Pressed } from './people/press.ts';
import type { ViewErrors } from './people/use-view.ts';
import type { Troubles } from './troubles.ts';
import type { ApiCall } from './web-api.ts';
import type { Workspace } from './workspace.ts';

/** The bot scopes of the default manifest. */
export const DEFAULT_SCOPES: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'files:write',
  'im:history',
];

export interface FakeSlackOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly signingSecret: string;
  readonly botToken?: string;
  readonly appToken?: string;
  readonly scopes?: readonly string[];
  readonly directory?: Directory;
  /** How long Slack waits for the app; 3 s. */
  readonly ackTimeoutMs?: number;
  readonly retryDelaysMs?: readonly number[];
  /** Told of every payload that the app did not take. */
  readonly onRefused?: (kind: string, ack: Ack) => void;
}

/** Who acts, and where; the first person in #general when left out. */
export interface By {
  readonly user?: string;
  readonly channel?: string;
}

export interface FakeSlack {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** For Bolt's `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly workspace: Workspace;
  readonly slack: Slack;
  readonly calls: readonly ApiCall[];
  readonly troubles: Troubles;
  /** Where the app takes requests, once it listens. */
  connectTo(appUrl: string): void;
  /** Sends payloads some other way from now on (Socket Mode). */
  deliverBy(delivery: Delivery): void;
  sendCommand(words: string, by?: By): Promise<Delivered>;
  /** Any message: with `@k8s-svc` it is a mention, in the direct message it needs none. */
  sendMessage(typed: string, by?: By & { readonly threadTs?: string }): Message;
  /** A message of another app, posted to `#channel` by its webhook. */
  postByWebhook(said: {
    readonly bot: string;
    readonly channel: string;
    readonly text?: string;
    readonly attachments: readonly Json[];
  }): Message;
  clickButton(message: Message, pressed: Pressed, user?: string): Promise<Delivered | undefined>;
  clickInView(view: View, pressed: Pressed, values?: Json): Promise<Delivered | undefined>;
  submitView(view: View, values: Json): Promise<Delivered & { readonly errors: ViewErrors }>;
  closeView(view: View): Promise<void>;
  useShortcut(message: Message, callbackId: string, user?: string): Promise<Delivered>;
  openHome(user?: string, tab?: 'home' | 'messages'): Promise<Ack>;
  /** Sends an event of one's own making; resolves when it was taken or Slack would give up. */
  sendEvent(event: Json): Promise<Ack>;
  /** Resolves when all events so far were delivered. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}
