import { cleanLines } from '../text/clean-text.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Data for a place where Slack reads mrkdwn: only the top-level `text` of a message here, as every block uses plain or
 * rich text. Escaped text can mention and link nothing. Cut to `most` characters after escaping, never inside an entity.
 * Source: docs.slack.dev/messaging/formatting-message-text/#escaping
 */
export function escapeMrkdwn(value: string, most = Number.POSITIVE_INFINITY): string {
  let escaped = '';
  for (const character of cleanLines(value)) {
    const next = entities[character] ?? character;
    if (escaped.length + next.length > most - 1) return `${escaped}…`;
    escaped += next;
  }
  return escaped;
}
