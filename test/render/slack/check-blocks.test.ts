import { describe, expect, it } from 'vitest';
import { validateBlocks, validateMessage } from '../../../src/render/slack/check-blocks.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: plain(text) });
const rich = (...elements: unknown[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] });
const button = (more = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const cells = (...row: string[]) => row.map((text) => ({ type: 'raw_text', text }));
const table = (...rows: unknown[]) => ({ type: 'table', rows });
const many = <T>(n: number, one: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => one(index));

const option = (index: number) => ({ text: plain(`Option ${index}`), value: String(index) });

describe('validateBlocks', () => {
  it.each<[string, unknown]>([
    ['a header', [{ type: 'header', text: plain('x'.repeat(150)) }]],
    ['a section of the greatest length', [section('x'.repeat(3_000))]],
    ['fields', [{ type: 'section', fields: many(10, () => plain('x')) }]],
    ['rich text', [rich({ type: 'text', text: 'a', style: { bold: true } }, { type: 'link', url: 'https://example.com' })]],
    ['25 buttons', [actions(...many(25, (index) => button({ action_id: `a${index}` })))]],
    ['a menu', [actions({ type: 'static_select', action_id: 'm', options: [{ text: plain('one'), value: '1' }] })]],
    ['an overflow menu', [{ ...section('x'), accessory: { type: 'overflow', action_id: 'o', options: [option(1)] } }]],
    ['ten checkboxes', [actions({ type: 'checkboxes', action_id: 'c', options: many(10, option) })]],
    ['a table', [table(cells('NAME', 'TYPE'), cells('web', 'ClusterIP'))]],
    ['the same action_id in two blocks', [actions(button()), actions(button())]],
  ])('takes %s', (_, blocks) => {
    expect(validateBlocks(blocks, 'message')).toEqual([]);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['no array', {}, 'blocks', /no array/u],
    ['an unknown block', [{ type: 'video' }], 'blocks[0].type', /./u],
    ['a header that is too long', [{ type: 'header', text: plain('x'.repeat(151)) }], 'blocks[0].text.text', /150/u],
    ['mrkdwn in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], 'blocks[0].text.type', /./u],
    ['an empty text', [section('')], 'blocks[0].text.text', /empty/u],
    ['a section that is too long', [section('x'.repeat(3_001))], 'blocks[0].text.text', /3000/u],
    [
      'eleven radio buttons',
      [actions({ type: 'radio_buttons', action_id: 'r', options: many(11, option) })],
      'blocks[0].elements[0].options',
      /./u,
    ],
    [
      'six entries of an overflow menu',
      [actions({ type: 'overflow', action_id: 'o', options: many(6, option) })],
      'blocks[0].elements[0].options',
      /./u,
    ],
    ['a section without words', [{ type: 'section' }], 'blocks[0]', /text or fields/u],
    [
      'a field that is too long',
      [{ type: 'section', fields: [plain('x'.repeat(2_001))] }],
      'blocks[0].fields[0].text',
      /2000/u,
    ],
    ['11 context elements', [{ type: 'context', elements: many(11, () => plain('x')) }], 'blocks[0].elements', /./u],
    ['26 buttons', [actions(...many(26, (index) => button({ action_id: `a${index}` })))], 'blocks[0].elements', /./u],
    ['a long label', [actions(button({ text: plain('x'.repeat(76)) }))], 'blocks[0].elements[0].text.text', /75/u],
    ['a long value', [actions(button({ value: 'x'.repeat(2_001) }))], 'blocks[0].elements[0].value', /2000/u],
    ['an action_id twice in a block', [actions(button(), button())], 'blocks', /action_id/u],
    [
      'a block_id twice',
      [
        { ...section('a'), block_id: 'b' },
        { ...section('b'), block_id: 'b' },
      ],
      'blocks',
      /stands twice/u,
    ],
    [
      'a javascript link',
      [rich({ type: 'link', url: 'javascript:alert(1)' })],
      'blocks[0].elements[0].elements[0].url',
      /http/u,
    ],
    ['a broadcast', [rich({ type: 'broadcast', range: 'here' })], 'blocks[0].elements[0].elements[0].type', /./u],
    ['an empty rich text', [{ type: 'rich_text', elements: [] }], 'blocks[0].elements', /empty/u],
    ['a key that Slack does not know', [{ ...section('a'), colour: 'red' }], 'blocks[0]', /colour/u],
    ['an empty cell', [table(cells('A'), cells(''))], 'blocks[0].rows[1][0].text', /empty/u],
    ['rows of different lengths', [table(cells('A', 'B'), cells('1'))], 'blocks', /differ in length/u],
    ['two tables', [table(cells('A')), table(cells('B'))], 'blocks', /only one table/u],
    ['101 rows', [table(...many(101, () => cells('x')))], 'blocks[0].rows', /./u],
    ['cells of more than 10,000 characters', [table(cells('x'.repeat(10_001)))], 'blocks', /10000/u],
    ['51 blocks', many(51, () => ({ type: 'divider' })), 'blocks', /51 blocks/u],
    ['more than 12,000 characters in all', many(5, () => section('x'.repeat(2_900))), 'blocks', /more than 12000/u],
  ])('refuses %s and says where', (_, blocks, path, fault) => {
    const found = validateBlocks(blocks, 'message').find((one) => one.path === path);
    expect(found?.fault).toMatch(fault);
  });

  it('knows where a block may stand, and how much a view takes', () => {
    expect(validateBlocks([table(cells('A'))], 'modal')).toEqual([{ path: 'blocks[0]', fault: 'does not stand on a modal' }]);
    expect(
      validateBlocks(
        many(100, () => ({ type: 'divider' })),
        'home',
      ),
    ).toEqual([]);
    expect(
      validateBlocks([{ type: 'input', label: plain('Name'), element: { type: 'plain_text_input', action_id: 'n' } }], 'modal'),
    ).toEqual([]);
  });
});

describe('inputs of a modal', () => {
  const input = (element: object) => [{ type: 'input', label: plain('Port'), dispatch_action: true, element }];
  const number = { type: 'number_input', action_id: 'p', is_decimal_allowed: false };

  it('take numbers within bounds, and tell the app while a person types', () => {
    expect(validateBlocks(input({ ...number, min_value: '1', max_value: '65535', initial_value: '80' }), 'modal')).toEqual([]);
    const dispatch = { trigger_actions_on: ['on_character_entered'] };
    expect(
      validateBlocks(input({ type: 'plain_text_input', action_id: 'n', dispatch_action_config: dispatch }), 'modal'),
    ).toEqual([]);
  });

  it.each([
    ['a bound that is no text', { ...number, min_value: 1 }, 'blocks[0].element.min_value'],
    ['a bound that is no number', { ...number, max_value: 'many' }, 'blocks[0].element.max_value'],
    [
      'an unknown trigger',
      { ...number, dispatch_action_config: { trigger_actions_on: ['on_blur'] } },
      'blocks[0].element.dispatch_action_config.trigger_actions_on[0]',
    ],
  ])('refuse %s', (_, element, path) => {
    expect(validateBlocks(input(element), 'modal').map((fault) => fault.path)).toEqual([path]);
  });
});

describe('validateMessage', () => {
  it('wants a text, not too long, besides blocks', () => {
    expect(validateMessage({ text: 'a', blocks: [section('a')] })).toEqual([]);
    expect(validateMessage({ text: 'a' })).toEqual([]);
    expect(validateMessage({ blocks: [section('a')] })[0]?.path).toBe('text');
    expect(validateMessage({ text: 'x'.repeat(4_001) })[0]?.path).toBe('text');
  });
});
