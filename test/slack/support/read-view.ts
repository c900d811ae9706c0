import type { Block, Json, View } from '../../../src/playground/fake-slack/model.ts';

/** All words of some blocks, in their order. */
export function wordsOf(blocks: unknown): string {
  if (Array.isArray(blocks)) return blocks.map(wordsOf).join('\n');
  if (typeof blocks !== 'object' || blocks === null) return '';
  const { text, ...rest } = blocks as { readonly text?: unknown };
  return [typeof text === 'string' ? text : wordsOf(text), ...Object.values(rest).map(wordsOf)].filter(Boolean).join('\n');
}

/** The input with this label, and what Slack sends of it when it is set to these words (a menu: to the option that reads so). */
export function fieldOf(
  form: View,
  label: string,
  words: string,
): { readonly blockId: string; readonly actionId: string; readonly set: Json } {
  const block = form.body.blocks.find((one) => one.type === 'input' && wordsOf(one['label']) === label);
  if (block === undefined) throw new Error(`no field "${label}"`);
  const element = block['element'] as Block;
  const options = element['options'] as readonly Json[] | undefined;
  const set = options === undefined ? { value: words } : { selected_option: options.find((one) => wordsOf(one) === words) };
  return { blockId: String(block['block_id']), actionId: String(element['action_id']), set };
}
