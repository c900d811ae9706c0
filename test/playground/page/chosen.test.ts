import { describe, expect, it } from 'vitest';
import { chosenOf, valuesOf } from '../../../src/playground/page/chosen.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const options = [option('a'), option('b')];

describe('what a person chose', () => {
  it.each([
    ['static_select', 'a', { selected_option: option('a') }],
    ['static_select', 'not offered', { selected_option: null }],
    ['overflow', 'b', { selected_option: option('b') }],
    ['radio_buttons', ['b'], { selected_option: option('b') }],
    ['multi_static_select', ['a', 'b'], { selected_options: options }],
    ['checkboxes', [], { selected_options: [] }],
    ['plain_text_input', 'web', { value: 'web' }],
    ['plain_text_input', '', { value: null }],
    ['feedback_buttons', 'good', { value: 'good' }],
    ['button', 'x', {}],
  ])('in a %s: %j, reaches the app in its shape', (type, raw, chosen) => {
    expect(chosenOf({ type, options }, raw)).toEqual(chosen);
  });

  it('in a modal becomes the values by block and action, without what the view does not have', () => {
    const blocks = [{ type: 'input', block_id: 'n', element: { type: 'plain_text_input', action_id: 'name' } }];
    expect(valuesOf(blocks, { n: { name: 'web', other: 'x' }, z: { name: 'x' } })).toEqual({
      n: { name: { type: 'plain_text_input', value: 'web' } },
    });
  });
});
