import type { Block, Json } from '../../fake-slack/model.ts';
import { drawElement } from './elements.ts';
import { drawMarkdown } from './markdown.ts';
import type { Names } from './names.ts';
import { h, type Node, safeUrl } from './node.ts';
import { drawRichText } from './rich-text.ts';
import type { Spot } from './spot.ts';
import { drawTable } from './table.ts';
import { asJson, asList, asString, drawText, plainOf } from './text-object.ts';

/** Block Kit as Slack shows it, drawn from the payload that Slack would get. Source: docs.slack.dev/reference/block-kit/blocks */
export function drawBlocks(blocks: readonly Block[], names: Names): readonly Node[] {
  return blocks.map((block) => drawBlock(block, names));
}

function drawBlock(block: Block, names: Names): Node {
  const spot: Spot = { blockId: asString(block['block_id']), names };
  switch (block.type) {
    case 'header':
      return h(headingTag(block['level']), { class: 'b-header' }, plainOf(block['text']));
    case 'section':
      return drawSection(block, spot);
    case 'divider':
      return h('hr', {});
    case 'context':
      return h(
        'div',
        { class: 'b-context' },
        asList(block['elements']).map((one) =>
          one['type'] === 'image' ? drawElement(one, spot) : h('span', {}, ...drawText(one, names)),
        ),
      );
    case 'actions':
    case 'context_actions':
      return h(
        'div',
        { class: 'b-actions' },
        asList(block['elements']).map((one) => drawElement(one, spot)),
      );
    case 'image':
      return drawImage(block);
    case 'input':
      return drawInput(block, spot);
    case 'rich_text':
      return h('div', { class: 'b-rich' }, ...drawRichText(block, names));
    case 'markdown':
      return h('div', { class: 'b-markdown' }, ...drawMarkdown(asString(block['text'])));
    case 'table':
    case 'data_table':
      return drawTable(block, names);
    case 'alert':
      return h('div', { class: `b-alert ${asString(block['level'])}`, role: 'note' }, ...drawText(block['text'], names));
    case 'file':
      return h('div', { class: 'b-context' }, `File ${asString(block['external_id'])}`);
    default:
      return h('div', { class: 'unsupported' }, `This page does not draw the block ${block.type}.`);
  }
}

function drawSection(block: Json, spot: Spot): Node {
  const words = drawText(block['text'], spot.names);
  const fields = asList(block['fields']).map((field) => h('div', { class: 'field' }, ...drawText(field, spot.names)));
  return h(
    'div',
    { class: 'b-section' },
    h(
      'div',
      { class: 'main' },
      words.length > 0 && h('div', { class: 'text' }, ...words),
      fields.length > 0 && h('div', { class: 'fields' }, fields),
    ),
    block['accessory'] !== undefined && h('div', { class: 'accessory' }, drawElement(asJson(block['accessory']), spot)),
  );
}

function drawImage(block: Json): Node {
  const file = asString(asJson(block['slack_file'])['id']);
  const src = file === '' ? safeUrl(block['image_url']) : `/files/${encodeURIComponent(file)}`;
  const title = plainOf(block['title']);
  return h('figure', {}, title !== '' && h('figcaption', {}, title), h('img', { src, alt: asString(block['alt_text']) }));
}

function drawInput(block: Json, spot: Spot): Node {
  const id = `label-${spot.blockId}`;
  const hint = plainOf(block['hint']);
  return h(
    'div',
    { class: 'b-input', 'data-input': spot.blockId, 'data-dispatch': dispatchOf(block) },
    h(
      'div',
      { class: 'label', id },
      plainOf(block['label']),
      block['optional'] === true && h('span', { class: 'optional' }, ' (optional)'),
    ),
    drawElement(asJson(block['element']), { ...spot, labelledBy: id }),
    hint !== '' && h('div', { class: 'hint' }, hint),
    h('div', { class: 'error', 'data-error': spot.blockId, role: 'alert' }),
  );
}

/** When an input tells the app what is chosen or typed, before the view is submitted; Enter is Slack's default. */
function dispatchOf(block: Json): string | undefined {
  if (block['dispatch_action'] !== true) return undefined;
  const config = asJson(asJson(block['element'])['dispatch_action_config']);
  const triggers = config['trigger_actions_on'];
  return Array.isArray(triggers) ? triggers.map(asString).join(' ') : 'on_enter_pressed';
}

function headingTag(level: unknown): string {
  return level === 2 ? 'h3' : level === 3 || level === 4 ? 'h4' : 'h2';
}
