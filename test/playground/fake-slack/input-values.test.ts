import { describe, expect, it } from 'vitest';
import { refusedInputs, valuesOfAll } from '../../../src/playground/fake-slack/people/input-values.ts';

const option = { text: { type: 'plain_text', text: 'One' }, value: 'one' };
const inputOf = (type: string, more: object = {}) => ({
  type: 'input',
  block_id: 'b',
  element: { type, action_id: 'a', ...more },
});

describe('the state of inputs', () => {
  it('holds what the app put there, until a person sets it', () => {
    const blocks = [inputOf('static_select', { initial_option: option })];
    expect(valuesOfAll(blocks, {})).toEqual({ b: { a: { type: 'static_select', selected_option: option } } });
    expect(valuesOfAll(blocks, { b: { a: { selected_option: null } } })).toEqual({
      b: { a: { type: 'static_select', selected_option: null } },
    });
  });

  it('knows menus beside a text, and no buttons', () => {
    const blocks = [
      { type: 'section', block_id: 's', accessory: { type: 'checkboxes', action_id: 'c' } },
      { type: 'actions', block_id: 'x', elements: [{ type: 'button', action_id: 'go' }] },
    ];
    expect(valuesOfAll(blocks, {})).toEqual({ s: { c: { type: 'checkboxes', selected_options: [] } } });
  });

  it.each([
    ['a required field that is empty', inputOf('plain_text_input'), null, 'required'],
    ['a short word', inputOf('plain_text_input', { min_length: 3 }), 'ab', 'at least 3'],
    ['no number', inputOf('number_input'), 'many', 'a number'],
    ['half a pod', inputOf('number_input', { is_decimal_allowed: false }), '1.5', 'whole'],
    ['a port that there is not', inputOf('number_input', { min_value: '1', max_value: '65535' }), '65536', '65535 or less'],
    ['a number below the least', inputOf('number_input', { min_value: '1' }), '0', '1 or more'],
  ])('refuses %s', (_what, block, value, words) => {
    const values = valuesOfAll([block], { b: { a: { value } } });
    expect(refusedInputs([block], values)).toEqual({ b: expect.stringContaining(words) });
  });

  it.each([
    ['an optional field that is empty', { ...inputOf('plain_text_input'), optional: true }, null],
    ['a port', inputOf('number_input', { min_value: '1', max_value: '65535' }), '8080'],
  ])('takes %s', (_what, block, value) => {
    expect(refusedInputs([block], valuesOfAll([block], { b: { a: { value } } }))).toEqual({});
  });
});
