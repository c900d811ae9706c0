import type { Block, Json } from '../model.ts';

/** block_id → action_id → what stands there, as `view.state.values` carries it. */
export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/**
 * The state of all inputs: what a person set, and for the others what the app put there. Buttons have no state.
 * Source: docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
export function valuesOfAll(blocks: readonly Block[], set: Json): Values {
  const given = set as Values;
  const all: Record<string, Record<string, Json>> = {};
  for (const block of blocks) {
    const blockId = String(block['block_id']);
    for (const element of elementsOf(block)) {
      const start = initialState(element);
      if (start === undefined) continue;
      const actionId = String(element['action_id']);
      all[blockId] = { ...all[blockId], [actionId]: { type: element.type, ...start, ...given[blockId]?.[actionId] } };
    }
  }
  return all;
}

/** What Slack's own client refuses to send, by block_id: it says so under the input, and the app hears nothing. */
export function refusedInputs(blocks: readonly Block[], values: Values): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const block of blocks.filter((one) => one.type === 'input')) {
    const blockId = String(block['block_id']);
    const element = block['element'] as Block;
    const state = values[blockId]?.[String(element['action_id'])] ?? {};
    const fault = isEmpty(state)
      ? block['optional'] !== true && 'Please complete this required field.'
      : typeof state['value'] === 'string' && faultOf(element, state['value']);
    if (typeof fault === 'string') faults[blockId] = fault;
  }
  return faults;
}

function elementsOf(block: Block): readonly Block[] {
  const inside = [block['element'], block['accessory'], ...(Array.isArray(block['elements']) ? block['elements'] : [])];
  return inside.filter((one): one is Block => typeof one === 'object' && one !== null && 'action_id' in one);
}

function initialState(element: Block): Json | undefined {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return { value: element['initial_value'] ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: element['initial_option'] ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: element['initial_options'] ?? [] };
    default:
      return undefined;
  }
}

function isEmpty(state: Json): boolean {
  const value = state['value'] ?? state['selected_option'] ?? state['selected_options'];
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function faultOf(element: Block, value: string): string | undefined {
  const [shortest, longest] = [Number(element['min_length'] ?? 0), Number(element['max_length'] ?? 3_000)];
  if (element.type === 'plain_text_input') {
    if (value.length < shortest) return `Please enter at least ${shortest} characters.`;
    return value.length > longest ? `Please enter at most ${longest} characters.` : undefined;
  }
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return 'Please enter a number.';
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(number)) return 'Please enter a whole number.';
  if (number < Number(element['min_value'] ?? -Infinity)) return `Please enter ${String(element['min_value'])} or more.`;
  return number > Number(element['max_value'] ?? Infinity)
    ? `Please enter ${String(element['max_value'])} or less.`
    : undefined;
}
