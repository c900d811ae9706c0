import { alignRows } from './align-rows.ts';
import type { RichElement, RichLeaf, RichTextBlock, SlackBlock } from './blocks.ts';

/** The words a person reads in these blocks, one block a paragraph: for a file, and for those who cannot see blocks. */
export function blocksToText(blocks: readonly SlackBlock[]): string {
  return blocks
    .map(blockText)
    .filter((words) => words !== '')
    .join('\n\n');
}

function blockText(block: SlackBlock): string {
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'markdown':
      return block.text;
    case 'section':
      return [block.text, ...(block.fields ?? [])].flatMap((one) => (one === undefined ? [] : [one.text])).join('\n');
    case 'context':
      return block.elements.map((one) => (one.type === 'image' ? one.alt_text : one.text)).join(' ');
    case 'actions':
      return block.elements.map((one) => (one.type === 'button' ? `[${one.text.text}]` : '')).join(' ');
    case 'image':
      return block.alt_text;
    case 'input':
      return block.label.text;
    case 'rich_text':
      return richText(block);
    case 'table':
      return alignRows(
        block.rows.map((row) => row.map((cell) => (cell.type === 'rich_text' ? richText(cell) : (cell.text ?? '')))),
      );
    case 'context_actions':
    case 'divider':
      return '';
    default:
      return block satisfies never;
  }
}

function richText(block: RichTextBlock): string {
  return block.elements.map(elementText).join('\n');
}

function elementText(element: RichElement): string {
  if (element.type !== 'rich_text_list') return element.elements.map(leafText).join('');
  const first = (element.offset ?? 0) + 1;
  return element.elements
    .map((item, index) => `${element.style === 'ordered' ? `${first + index}.` : '•'} ${item.elements.map(leafText).join('')}`)
    .join('\n');
}

function leafText(leaf: RichLeaf): string {
  switch (leaf.type) {
    case 'text':
      return leaf.text;
    case 'link':
      return leaf.text === undefined ? leaf.url : `${leaf.text} (${leaf.url})`;
    case 'emoji':
      return `:${leaf.name}:`;
    case 'user':
      return `@${leaf.user_id}`;
    default:
      return leaf satisfies never;
  }
}
