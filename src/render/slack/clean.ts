import { cleanLine } from '../text/clean-text.ts';

/** In one line without surrounding spaces, as titles, labels and cells need it: Slack refuses a text of spaces only. */
export function oneLine(value: string): string {
  return cleanLine(value).trim();
}

/** At most `most` characters, the last an ellipsis when something was cut; never half a surrogate pair. */
export function cut(value: string, most: number): string {
  if (value.length <= most) return value;
  const last = value.charCodeAt(most - 2);
  const end = last >= 0xd8_00 && last <= 0xdb_ff ? most - 2 : most - 1;
  return `${value.slice(0, end)}…`;
}
