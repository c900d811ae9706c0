import type { Rendered } from '../blocks.ts';
import { cut, oneLine } from '../clean.ts';
import { limits } from '../limits.ts';

export function renderHeading(words: string): Rendered {
  const text = cut(oneLine(words), limits.headerText);
  return { blocks: text === '' ? [] : [{ type: 'header', text: { type: 'plain_text', text, emoji: false } }] };
}
