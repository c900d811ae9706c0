import type { Text } from '../../../core/answer/text.ts';
import type { Rendered } from '../blocks.ts';
import { fitting, leaves, richTextBlocks, section } from '../rich-text.ts';

export function renderList(items: readonly Text[], ordered: boolean): Rendered {
  const elements = items.map((item) => section(fitting(leaves(item)))).filter((item) => item.elements.length > 0);
  return { blocks: richTextBlocks([{ type: 'rich_text_list', style: ordered ? 'ordered' : 'bullet', elements }]) };
}
