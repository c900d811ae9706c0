import type { Answer, Action, Intent } from './answer.ts';
import type { Part } from './part.ts';
import { plain, type Text } from './text.ts';

export const heading = (words: string): Part => ({ kind: 'heading', text: words });
export const paragraph = (words: Text): Part => ({ kind: 'text', text: words });
export const list = (items: readonly Text[]): Part => ({ kind: 'list', items });
export const steps = (items: readonly Text[]): Part => ({ kind: 'list', items, ordered: true });
export const note = (words: Text): Part => ({ kind: 'note', text: words });
export const fields = (rows: readonly (readonly [string, Text])[]): Part => ({
  kind: 'fields',
  fields: rows.map(([name, value]) => ({ name, value })),
});
export const table = (caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Part => ({
  kind: 'table',
  caption,
  columns,
  rows,
});
export const shell = (command: string): Part => ({ kind: 'code', language: 'shell', code: command });
export const yaml = (file: string, words: string): Part => ({ kind: 'code', language: 'yaml', code: words, file });

export const action = (label: string, request: string, style?: 'primary'): Action =>
  style === undefined ? { label, request } : { label, request, style };

/** An answer with what every answer has; the rest is spread over it. */
export function answer(intent: Intent, headline: Text | string, more: Partial<Answer> = {}): Answer {
  return { intent, parts: [], actions: [], ...more, headline: typeof headline === 'string' ? plain(headline) : headline };
}
