import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/playground/fake-slack/model.ts';
import { drawBlocks } from '../../../src/playground/page/draw/blocks.ts';
import { elementsOf, wordsOf } from '../../../src/playground/page/draw/node.ts';

const names = { user: () => 'robin', channel: () => 'general' };
const draw = (...blocks: Block[]) => drawBlocks(blocks, names);
const plain = (text: string) => ({ type: 'plain_text', text });
const raw = (text: string) => ({ type: 'raw_text', text });
const hostile = '*b* <!channel> <script>alert(1)</script> `x` <https://evil.example|k8s.io>';

describe('Block Kit on the page', () => {
  it.each<[string, Block, string]>([
    ['header', { type: 'header', text: plain('Root cause') }, 'Root cause'],
    ['section', { type: 'section', text: { type: 'mrkdwn', text: '*bold* words' } }, 'bold words'],
    ['fields', { type: 'section', fields: [plain('one'), plain('two')] }, 'one\ntwo'],
    ['context', { type: 'context', elements: [plain('read just now')] }, 'read just now'],
    ['actions', { type: 'actions', elements: [{ type: 'button', action_id: 'a', text: plain('Recheck') }] }, 'Recheck'],
    [
      'markdown',
      { type: 'markdown', text: '## Head\n\n- **one**\n- `two`\n\n| a | b |\n|---|---|\n| 1 | 2 |' },
      'Head\none\ntwo\nab\n12',
    ],
    [
      'table',
      {
        type: 'table',
        rows: [
          [raw('Name'), raw('Ready')],
          [raw('web'), { type: 'raw_number', value: 3, text: '3' }],
        ],
      },
      'NameReady\nweb3',
    ],
    ['data_table', { type: 'data_table', caption: 'Services', rows: [[raw('Name')], [raw('web')]] }, 'ServicesName\nweb'],
    ['alert', { type: 'alert', text: plain('Careful') }, 'Careful'],
    ['image', { type: 'image', title: plain('Path'), alt_text: 'traffic path', slack_file: { id: 'F1' } }, 'Path'],
    [
      'input',
      {
        type: 'input',
        block_id: 'n',
        label: plain('Name'),
        hint: plain('of the Service'),
        element: { type: 'plain_text_input', action_id: 'n' },
      },
      'Name\nof the Service',
    ],
    [
      'feedback',
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'f',
            positive_button: { text: plain('Good'), value: 'y' },
            negative_button: { text: plain('Bad'), value: 'n' },
          },
        ],
      },
      '👍\n👎',
    ],
  ])('%s shows its words', (_type, block, words) => {
    expect(wordsOf(draw(block)).trim().replaceAll(/\n+/g, '\n')).toBe(words);
  });

  it('says so when it does not know a block or an element', () => {
    expect(wordsOf(draw({ type: 'hologram' }))).toContain('does not draw the block hologram');
    expect(wordsOf(draw({ type: 'actions', elements: [{ type: 'lever', action_id: 'l' }] }))).toContain(
      'does not draw the element lever',
    );
  });

  it('survives a block that has nothing of what it should have', () => {
    const types = [
      'header',
      'section',
      'context',
      'actions',
      'image',
      'input',
      'rich_text',
      'markdown',
      'table',
      'data_table',
      'alert',
      'file',
      'context_actions',
      'divider',
    ];
    expect(draw(...types.map((type) => ({ type })))).toHaveLength(types.length);
  });

  it.each<[string, Block]>([
    ['plain_text', { type: 'section', text: plain(hostile) }],
    ['raw_text', { type: 'table', rows: [[raw('head')], [raw(hostile)]] }],
    [
      'rich text',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: hostile }] }] },
    ],
    [
      'preformatted',
      { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: hostile }] }] },
    ],
  ])('%s is data: nothing in it is parsed', (_kind, block) => {
    const nodes = draw(block);
    expect(wordsOf(nodes)).toContain(hostile);
    expect(
      elementsOf(nodes).filter((one) => ['a', 'b', 'code', 'script'].includes(one.tag) || one.attrs['class'] === 'mention'),
    ).toEqual([]);
  });

  it('rich text has its styles, lists, quotes and links', () => {
    const nodes = draw({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'web', style: { bold: true, code: true } },
            { type: 'emoji', name: 'x' },
            { type: 'link', url: 'javascript:alert(1)', text: 'no' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'first' }] }],
        },
        { type: 'rich_text_quote', elements: [{ type: 'link', url: 'https://k8s.io', text: 'docs' }] },
      ],
    });
    expect(elementsOf(nodes).map((one) => one.tag)).toEqual(['div', 'div', 'b', 'code', 'ol', 'li', 'blockquote', 'a']);
    expect(wordsOf(nodes)).toContain('web❌no');
  });

  it('a button can be found by its block and action, and says what it asks before', () => {
    const confirm = { title: plain('Sure?'), text: plain('It posts.'), confirm: plain('Post'), deny: plain('No') };
    const button = elementsOf(
      draw({
        type: 'actions',
        block_id: 'b1',
        elements: [{ type: 'button', action_id: 'share', text: plain('Share'), confirm }],
      }),
    ).find((one) => one.tag === 'button');
    expect(button?.attrs).toMatchObject({ 'data-block': 'b1', 'data-action': 'share' });
    expect(JSON.parse(button?.attrs['data-confirm'] ?? '')).toEqual({
      title: 'Sure?',
      text: 'It posts.',
      confirm: 'Post',
      deny: 'No',
    });
  });

  it('menus and choices show their options, the chosen one first chosen', () => {
    const option = (value: string) => ({ text: plain(value), value });
    const options = ['ClusterIP', 'NodePort'].map(option);
    const elements = elementsOf(
      draw(
        {
          type: 'actions',
          block_id: 'b',
          elements: [{ type: 'static_select', action_id: 's', options, initial_option: option('NodePort') }],
        },
        { type: 'input', block_id: 'c', label: plain('Type'), element: { type: 'radio_buttons', action_id: 'r', options } },
      ),
    );
    expect(elements.filter((one) => one.tag === 'option').map((one) => [wordsOf(one), 'selected' in one.attrs])).toEqual([
      ['ClusterIP', false],
      ['NodePort', true],
    ]);
    expect(elements.filter((one) => one.attrs['type'] === 'radio').map((one) => one.attrs['value'])).toEqual([
      'ClusterIP',
      'NodePort',
    ]);
  });
});
