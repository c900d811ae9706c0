import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawMrkdwn } from '../../../src/playground/page/draw/mrkdwn.ts';
import { elementsOf, type Node, wordsOf } from '../../../src/playground/page/draw/node.ts';

const names = {
  user: (id: string) => (id === 'U1' ? 'robin' : undefined),
  channel: (id: string) => (id === 'C1' ? 'general' : undefined),
};
const draw = (words: string, verbatim?: boolean) => drawMrkdwn(words, names, verbatim);

/** `b[bold] plain` for short expectations. */
function short(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : `${node.tag}[${short(node.children)}]`)).join('');
}

describe('mrkdwn', () => {
  it.each([
    ['*bold* _italic_ ~gone~ `code`', 'b[bold] i[italic] s[gone] code[code]'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['`*not bold*`', 'code[*not bold*]'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['<https://k8s.io|docs> and <mailto:a@b.c>', 'a[docs] and a[a@b.c]'],
    ['see https://k8s.io/docs.', 'see a[https://k8s.io/docs].'],
    ['<@U1> <@U9> <#C1> <#C9|old>', 'span[@robin] span[@U9] span[#general] span[#old]'],
    ['<!channel> <!date^1^{date}|today>', 'span[@channel] span[today]'],
    ['&gt; one\n&gt; two\nthree', 'blockquote[onebr[]two]three'],
    ['```\nkind: Service\n  a: *b*\n```', 'pre[kind: Service\n  a: *b*]'],
    ['an open ``` fence', 'an open ``` fence'],
    ['at 10:42:07 on ::1 port web:80:tcp', 'at 10:42:07 on ::1 port web:80:tcp'],
    [':warning: :nobody_knows:', '⚠️ :nobody_knows:'],
  ])('shows %j as %j', (words, shown) => {
    expect(short(draw(words))).toBe(shown);
  });

  it('links nothing by itself when it is verbatim', () => {
    expect(short(draw('see https://k8s.io', true))).toBe('see https://k8s.io');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])('makes no link of %s', (url) => {
    expect(elementsOf(draw(`<${url}|press me>`)).filter((one) => one.tag === 'a')).toEqual([]);
  });

  it('loses no word of text that was escaped, and links, mentions and marks nothing up in it beyond what mrkdwn knows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (data) => {
        const escaped = data.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        const nodes = draw(escaped, true);
        expect(elementsOf(nodes).some((one) => one.tag === 'a' || one.attrs['class']?.includes('mention'))).toBe(false);
        // Marks are taken away, and every other letter is still there.
        const letters = (words: string) => words.replaceAll(/[^\p{L}\p{N}]/gu, '');
        expect(letters(wordsOf(nodes))).toBe(letters(data));
      }),
    );
  });
});
