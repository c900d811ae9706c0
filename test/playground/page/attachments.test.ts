import { describe, expect, it } from 'vitest';
import { drawAttachments } from '../../../src/playground/page/draw/attachments.ts';
import { elementsOf, wordsOf } from '../../../src/playground/page/draw/node.ts';

const names = { user: () => 'robin', channel: () => 'general' };

describe('attachments on the page', () => {
  it('show title, text and fields', () => {
    const drawn = drawAttachments(
      [{ pretext: 'seen', title: 'Down', text: '*web* is down', fields: [{ title: 'namespace', value: 'shop' }] }],
      names,
    );
    expect(wordsOf(drawn).trim()).toBe('seenDown\nweb is down\nnamespaceshop');
  });

  it.each([
    ['danger', 'attachment danger'],
    ['#ff0000', 'attachment '],
    ['x" onload="', 'attachment '],
  ])('with the colour %s have a bar that the page knows', (color, expected) => {
    expect(elementsOf(drawAttachments([{ text: 'x', color }], names))[0]?.attrs['class']).toBe(expected);
  });

  it('link a title only to where a click may go', () => {
    const links = (title_link: string) =>
      elementsOf(drawAttachments([{ title: 'Down', title_link }], names)).filter((one) => one.tag === 'a');
    expect(links('https://alerts.example/1')).toHaveLength(1);
    expect(links('javascript:alert(1)')).toEqual([]);
  });
});
