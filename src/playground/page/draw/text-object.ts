import type { Json } from '../../fake-slack/model.ts';
import { withEmoji } from './emoji.ts';
import { drawMrkdwn } from './mrkdwn.ts';
import type { Names } from './names.ts';
import { h, type Node } from './node.ts';

/** A text object. plain_text is never parsed; at most its emoji names are shown as signs. */
export function drawText(object: unknown, names: Names): readonly Node[] {
  const { type, text, verbatim, emoji } = asJson(object);
  if (typeof text !== 'string') return [];
  return type === 'mrkdwn' ? drawMrkdwn(text, names, verbatim === true) : lines(emoji === false ? text : withEmoji(text));
}

/** The words of a text object without any drawing, for labels and attributes. */
export function plainOf(object: unknown): string {
  const { text } = asJson(object);
  return typeof text === 'string' ? withEmoji(text) : '';
}

export function lines(words: string): readonly Node[] {
  return words.split('\n').flatMap((line, index): readonly Node[] => (index === 0 ? [line] : [h('br', {}), line]));
}

/** Payloads come from the app: whatever is missing or of another type is drawn as nothing. */
export function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

export function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asJson) : [];
}

export function asString(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
