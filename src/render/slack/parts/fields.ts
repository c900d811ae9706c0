import type { Text } from '../../../core/answer/text.ts';
import type { Rendered, RichLeaf } from '../blocks.ts';
import { cut, oneLine } from '../clean.ts';
import { fitting, leaves, richTextBlocks, section } from '../rich-text.ts';

/** One line a field: the name bold, then the value. */
export function renderFields(fields: readonly { readonly name: string; readonly value: Text }[]): Rendered {
  const lines = fields.map((field, index): readonly RichLeaf[] => [
    { type: 'text', text: `${index === 0 ? '' : '\n'}${cut(oneLine(field.name), 200)}: `, style: { bold: true } },
    ...fitting(leaves(field.value)),
  ]);
  return { blocks: richTextBlocks([section(lines.flat())]) };
}
