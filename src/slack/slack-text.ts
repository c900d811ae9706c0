const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * A message as the person typed it: Slack's markup for mentions, channels and links is undone first, then its three
 * escaped characters, each once. The bot's own mention is taken out.
 * Source: docs.slack.dev/messaging/formatting-message-text/#retrieving-messages
 */
export function fromSlackText(text: string, botUserId?: string): string {
  return text
    .replaceAll(/<([^<>\n]*)>/gu, (_, inside: string) => unmark(inside, botUserId))
    .replaceAll(/&(?:amp|lt|gt);/gu, (entity) => entities[entity] ?? entity)
    .trim();
}

function unmark(inside: string, botUserId: string | undefined): string {
  const [target = '', label] = inside.split('|', 2);
  if (target.startsWith('@')) return target.slice(1) === botUserId ? '' : `@${label ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? '';
  // Slack makes links of host names (`web.shop.svc`): the label is what was typed.
  return label ?? target.replace(/^mailto:/u, '');
}

/** Whether the text mentions this user; the bot's own mentions reach it as `app_mention`. */
export function mentions(text: string, userId: string | undefined): boolean {
  return userId !== undefined && (text.includes(`<@${userId}>`) || text.includes(`<@${userId}|`));
}
