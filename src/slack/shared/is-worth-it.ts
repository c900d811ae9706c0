type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether somebody may wait for an answer to what Slack delivers: commands, buttons, shortcuts and forms always; of events
 * those that can be meant for us. What people say to each other in a channel is not kept for a moment.
 */
export function isWorthIt(body: Fields, mayBeAlert: (channel: string) => boolean): boolean {
  const event = body['event'];
  if (typeof event !== 'object' || event === null) return body['type'] !== 'url_verification';
  const { type, channel, channel_type: kind, thread_ts: threadTs, bot_id: botId, subtype } = event as Fields;
  if (type === 'app_mention') return botId === undefined;
  // The Home tab is drawn anew whenever it is opened.
  if (type !== 'message') return false;
  const ofBot = botId !== undefined || subtype === 'message_changed' || subtype === 'message_deleted';
  if (ofBot) return typeof channel === 'string' && mayBeAlert(channel);
  return kind === 'im' || threadTs !== undefined;
}
