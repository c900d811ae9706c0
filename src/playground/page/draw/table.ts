import type { Json } from '../../fake-slack/model.ts';
import type { Names } from './names.ts';
import { h, type Node } from './node.ts';
import { drawRichText } from './rich-text.ts';
import { asJson, asList, asString } from './text-object.ts';

/**
 * A `table` or `data_table` block, the first row as its head. Cells are raw_text, raw_number or rich_text.
 * Source: docs.slack.dev/reference/block-kit/blocks/table-block, …/data-table-block
 */
export function drawTable(block: Json, names: Names): Node {
  const rows = Array.isArray(block['rows'])
    ? block['rows'].map((row) => asList(Array.isArray(row) ? row : asJson(row)['cells']))
    : [];
  const settings = asList(block['column_settings']);
  const [head = [], ...body] = rows;
  const align = (column: number) => {
    const side = asString(settings[column]?.['align']);
    return side === '' || side === 'left' ? undefined : `align-${side}`;
  };
  const caption = asString(asJson(block['caption'])['text'] ?? block['caption']);
  return h(
    'div',
    { class: 'table', tabindex: '0', role: 'region', 'aria-label': caption === '' ? 'Table' : caption },
    h(
      'table',
      {},
      caption !== '' && h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((cell, at) => h('th', { scope: 'col', class: align(at) }, drawCell(cell, names))),
        ),
      ),
      h(
        'tbody',
        {},
        body.map((row) =>
          h(
            'tr',
            {},
            row.map((cell, at) => h('td', { class: align(at) }, drawCell(cell, names))),
          ),
        ),
      ),
    ),
  );
}

function drawCell(cell: Json, names: Names): readonly Node[] {
  switch (cell['type']) {
    case 'rich_text':
      return drawRichText(cell, names);
    case 'raw_number':
      return [asString(cell['text'] ?? cell['value'])];
    default:
      return [asString(cell['text'])];
  }
}
