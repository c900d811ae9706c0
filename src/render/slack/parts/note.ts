import type { Text } from '../../../core/answer/text.ts';
import { cleanLines } from '../../text/clean-text.ts';
import type { Rendered } from '../blocks.ts';
import { cut } from '../clean.ts';
import { safeUrl } from '../rich-text.ts';

const longest = 1_500;

/** Small print. Plain text, in which Slack parses nothing; a link therefore shows its address. */
export function renderNote(words: Text): Rendered {
  const text = words
    .map((run) => (run.is === 'link' && safeUrl(run.url) !== undefined ? `${run.value} (${safeUrl(run.url)})` : run.value))
    .join('');
  return noteOf(text);
}

export function noteOf(words: string): Rendered {
  const text = cut(cleanLines(words).trim(), longest);
  return { blocks: text === '' ? [] : [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }] };
}
