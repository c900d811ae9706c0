import type { Text } from '../../../core/answer/text.ts';
import type { Rendered } from '../blocks.ts';
import { leaves, richTextBlocks, section } from '../rich-text.ts';

export function renderText(words: Text): Rendered {
  return { blocks: richTextBlocks([section(leaves(words))]) };
}
