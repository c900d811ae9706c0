import type { Receiver } from '@slack/bolt';
import type { LocateAlert } from '../app/alert/locate-alert.ts';
import type { Assistant } from '../app/assistant.ts';
import type { Intent } from '../core/answer/answer.ts';
import type { Request } from '../core/ask/request.ts';
import type { AccessSettings } from './access/slack-access.ts';
import type { ChannelDefaults } from './channel-defaults.ts';
import type { FeedbackValue } from './feedback.ts';
import type { SlackLogger } from './logger.ts';
import type { SlackObserver } from './observer.ts';
import type { RateLimits } from './rate-limit.ts';
import type { ScheduledScan } from './scans/scan-job.ts';
import type { Shared } from './shared/shared.ts';
import type { Store } from './store.ts';
import type { Wait } from './wait.ts';

/** How Slack reaches the app. `receiver` takes any Bolt receiver, for an app that is driven by `app.processEvent`. */
export type SlackMode =
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number; readonly host: string }
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'receiver'; readonly receiver: Receiver };

/** Who asks, as Slack names them. Authorisation keys on ids, never on names. */
export interface Asker {
  readonly userId: string;
  readonly teamId: string;
  readonly channelId: string;
  /** The channel beside which the person asks, in the agent view: of it only the defaults count. */
  readonly besides?: string;
  /** How it was asked; the log and the metrics have it. */
  readonly via?: 'slash' | 'mention' | 'thread' | 'dm' | 'button' | 'shortcut' | 'form' | 'home' | 'alert' | 'watch';
  /**
   * Who reads the answer: this person alone, or others in the channel (when absent), to whom what is private is refused.
   * `either`: whoever asks for it can bring it to the person alone. `shared`: this person shows it to others.
   */
  readonly seenBy?: 'person' | 'either' | 'shared';
}

/** Read at each alert: they may change while the bot runs. */
export interface AlertSettings {
  /** Ids, or names with or without `#` (which need the scope channels:read). */
  readonly channels: readonly string[];
  /** An alert is answered once within this time; 6 h by default. */
  readonly windowMs?: number;
}

export interface SlackAppDeps {
  readonly assistant: Assistant;
  /** Words to request; throws Problem when they make none. */
  readonly parse: (words: string) => Request;
  /** Bot token (`xoxb-…`). */
  readonly token: string;
  readonly mode: SlackMode;
  /** With both ids set, no `auth.test` is called at the start. */
  readonly botId?: string;
  readonly botUserId?: string;
  /** The workspace of the app, where it is known without `auth.test`. */
  readonly teamId?: string;
  /** Further workspaces whose people may ask: of an Enterprise Grid, or of an org-wide installation. */
  readonly teams?: readonly string[];
  /** How much one person and one channel may ask; without limit by default. */
  readonly rateLimits?: RateLimits;
  /** Base of Slack's Web API, with a trailing slash; another one than Slack's own only in tests and the playground. */
  readonly slackApiUrl?: string;
  readonly logger: SlackLogger;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How time passes between two looks of a watch; by the machine's clock by default. */
  readonly wait?: Wait;
  /** Told what a person thinks of an answer of this intent: for a counter. */
  readonly onFeedback?: (intent: Intent, value: FeedbackValue) => void;
  /** Told of all that is asked and answered: for metrics and the audit log. */
  readonly observer?: SlackObserver;
  readonly newRequestId: () => string;
  readonly store?: Store;
  /** Several replicas: wins over `store`, which is that of one process. */
  readonly shared?: Pick<Shared, 'store' | 'journal' | 'turns' | 'pace'>;
  /** An SVG of ours in pixels. Without it, or when it rejects, a picture goes out as SVG, which Slack does not show by itself. */
  readonly drawPng?: (svg: string) => Promise<Uint8Array>;
  /** Decides at the time of the request or click; allows everyone by default. */
  readonly mayAsk?: (asker: Asker, request: Request) => boolean | Promise<boolean>;
  /** Who may read what, asked for at each request or click: it may change while the bot runs. Nothing is limited by default. */
  readonly accessSettings?: () => AccessSettings;
  /** Finds the Services that an alert is about: for the channels below and for "Triage this". */
  readonly locateAlert?: LocateAlert;
  /** Where alerts are triaged without being asked; nowhere by default. */
  readonly alerts?: AlertSettings;
  /** Scans that nobody asks for; none by default. */
  readonly scans?: readonly ScheduledScan[];
  /** What goes without saying in a channel until somebody says `use` there; asked for at each request. */
  readonly channelDefaults?: (channel: string) => ChannelDefaults | undefined;
  /** Between two messages to one channel; 1 s by default, which is what Slack takes. */
  readonly postGapMs?: number;
  /** How long one call of Slack's Web API may take; 10 s by default, 15 s for what posts. */
  readonly slackTimeoutMs?: number;
  /** Deadline of one request; 10 s by default. */
  readonly deadlineMs?: number;
  /** Throws on a payload that Slack would refuse, where production logs it and sends plain text. For tests. */
  readonly strictPayloads?: boolean;
}
