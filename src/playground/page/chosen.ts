import { asJson, asList } from './draw/text-object.ts';
import type { Block, Json } from '../fake-slack/model.ts';
import { findElement } from '../fake-slack/people/press.ts';

/**
 * What a menu, a choice or an input holds, in the shape in which Slack sends it for this type of element: the browser only
 * knows the words and values on the screen.
 */
export function chosenOf(element: Block, raw: string | readonly string[]): Json {
  const first = typeof raw === 'string' ? raw : (raw[0] ?? '');
  const options = [
    ...asList(element['options']),
    ...asList(element['option_groups']).flatMap((group) => asList(asJson(group)['options'])),
  ];
  const matching = (values: readonly string[]) => options.filter((option) => values.includes(String(option['value'])));
  switch (element.type) {
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return { selected_option: matching([first])[0] ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: matching(typeof raw === 'string' ? [raw] : raw) };
    case 'plain_text_input':
    case 'number_input':
      return { value: first === '' ? null : first };
    case 'feedback_buttons':
      return { value: first };
    default:
      return {};
  }
}

/** `view.state.values` from what the browser collected: block_id → action_id → words. */
export function valuesOf(
  blocks: readonly Block[],
  raw: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>,
): Json {
  const values: Record<string, Record<string, Json>> = {};
  for (const [blockId, actions] of Object.entries(raw)) {
    for (const [actionId, words] of Object.entries(actions)) {
      const element = findElement(blocks, { blockId, actionId });
      if (element !== undefined)
        values[blockId] = { ...values[blockId], [actionId]: { type: element.type, ...chosenOf(element, words) } };
    }
  }
  return values;
}
