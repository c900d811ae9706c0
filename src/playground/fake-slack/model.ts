/** JSON as it travels between Slack and an app. */
export type Json = Readonly<Record<string, unknown>>;

/** Any Block Kit block or element; the drawing and the checks look at the rest by `type`. */
export type Block = Json & { readonly type: string };

export interface User {
  readonly id: string;
  /** The handle: `robin`. */
  readonly name: string;
  readonly realName: string;
  readonly isBot: boolean;
  /** Of another app than ours, when it posts by a webhook. */
  readonly botId?: string;
}

export interface Channel {
  readonly id: string;
  /** Without `#`; for a direct message the other person's handle. */
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly topic: string;
  /** User ids, the app's bot user among them when it was invited. */
  readonly members: readonly string[];
}

export interface Reaction {
  readonly name: string;
  readonly users: readonly string[];
}

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly snippetType: string | undefined;
  readonly content: Buffer;
}

/**
 * One message. `ts` (epoch seconds with six decimals) is its id in the channel; a reply carries the root's ts in
 * `threadTs`. `only` is the one person who sees an ephemeral message.
 */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The older form, in which alerts are still sent. */
  readonly attachments: readonly Json[];
  readonly metadata: Json | undefined;
  readonly files: readonly string[];
  readonly reactions: readonly Reaction[];
  readonly edited: boolean;
  readonly only: string | undefined;
}

export type MessageDraft = Pick<Message, 'channel' | 'user' | 'text'> & Partial<Omit<Message, 'ts'>>;

/** A modal on somebody's screen, or a person's Home tab. */
export interface View {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly user: string;
  /** As the app sent it: title, blocks, submit, callback_id, private_metadata. */
  readonly body: Json & { readonly blocks: readonly Block[] };
  readonly previous: string | undefined;
}

/** What happened in the workspace, told to whoever shows or forwards it. */
export type Change =
  | { readonly type: 'message-posted'; readonly message: Message }
  | { readonly type: 'message-changed'; readonly message: Message; readonly previous: Message; readonly byApp: boolean }
  | { readonly type: 'message-deleted'; readonly message: Message }
  /** Somebody came or went. */
  | { readonly type: 'channel-changed'; readonly channel: Channel }
  | { readonly type: 'view-opened'; readonly view: View }
  | { readonly type: 'view-changed'; readonly view: View }
  | { readonly type: 'view-closed'; readonly view: View };
