/** A message that another bot has posted, edited or deleted at the top of a channel. */
export interface AlertNews {
  readonly is: 'posted' | 'changed' | 'deleted';
  readonly channel: string;
  /** Of the message itself. */
  readonly ts: string;
  /** Tells one edit from the next. */
  readonly eventTs: string;
  readonly message: Fields;
}

/** The same with what came around it. */
export type DeliveredNews = AlertNews & {
  readonly eventId: string;
  readonly teamId: string;
  readonly botUserId: string | undefined;
};

type Fields = Readonly<Record<string, unknown>>;

interface Ourselves {
  readonly botId?: string | undefined;
  readonly botUserId?: string | undefined;
}

/**
 * What an event tells about a bot's message; undefined for people, for replies in threads and for ourselves. When it is not
 * known who we are, nothing is read: our own messages could come back.
 */
export function alertNewsOf(event: unknown, ourselves: Ourselves): AlertNews | undefined {
  const fields = fieldsOf(event);
  const channel = textOf(fields['channel']);
  const subtype = textOf(fields['subtype']);
  const is = subtype === 'message_changed' ? 'changed' : subtype === 'message_deleted' ? 'deleted' : 'posted';
  if (is === 'posted' && subtype !== '' && subtype !== 'bot_message' && subtype !== 'file_share') return undefined;
  const message = is === 'posted' ? fields : fieldsOf(fields[is === 'changed' ? 'message' : 'previous_message']);
  const ts = textOf(is === 'deleted' ? (fields['deleted_ts'] ?? message['ts']) : message['ts']);
  const threadTs = textOf(message['thread_ts']);
  if (channel === '' || ts === '' || (threadTs !== '' && threadTs !== ts)) return undefined;
  if (!isOtherBot(message, ourselves)) return undefined;
  return { is, channel, ts, eventTs: textOf(fields['event_ts'] ?? fields['ts']), message };
}

function isOtherBot(message: Fields, { botId, botUserId }: Ourselves): boolean {
  const author = textOf(message['bot_id']);
  if (author === '' || (botId === undefined && botUserId === undefined)) return false;
  return author !== botId && textOf(message['user']) !== (botUserId ?? ' ');
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
