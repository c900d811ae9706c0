import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTopic } from '../../../scripts/gen/topic-file.ts';
import { refuseTwins } from '../../../scripts/gen/topics.ts';

const questions = Array.from({ length: 8 }, (_, index) => `  - question number ${index}`).join('\n');
const front = `id: pets
title: Pets and Services
source: https://kubernetes.io/docs/concepts/services-networking/service/
asked-as:
${questions}`;
const filler = `${'word '.repeat(60).trim()}.`;
const file = (head = front, body = `The headline.\n\n${filler}`) => `---\n${head}\n---\n\n${body}\n`;

function said(parse: () => { readonly id: string }): string {
  try {
    return parse().id;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a topic file', () => {
  it('becomes a topic: first paragraph, paragraphs and lists, wrapped lines joined', () => {
    const body = `A headline\nin two lines with \`{{service:web}}\`.\n\n${filler}\n\n- one\n  and more\n- two`;
    expect(parseTopic('pets.md', file(`${front}\nfields: [spec.pets]`, body))).toEqual({
      id: 'pets',
      title: 'Pets and Services',
      summary: 'A headline in two lines with `{{service:web}}`.',
      body: [filler, ['one and more', 'two']],
      askedAs: Array.from({ length: 8 }, (_, index) => `question number ${index}`),
      fields: ['spec.pets'],
      source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
    });
  });

  it.each([
    ['no front matter', 'Just words.', 'pets.md: does not begin with front matter'],
    ['broken YAML', file('id: [pets'), 'pets.md: the front matter is not YAML'],
    ['a missing key', file(front.replace(/^title.*\n/mu, '')), 'pets.md: title: '],
    ['an unknown key', file(`${front}\nauthor: me`), 'pets.md: : Unrecognized key: "author"'],
    ['another name than its id', file(front.replace('id: pets', 'id: cats')), 'pets.md: its id is cats'],
    ['too few questions', file(front.replace(/\n {2}- question number 7/u, '')), 'pets.md: asked-as: '],
    ['a question twice', file(front.replace('number 7', 'number 6')), 'pets.md: asked-as says something twice'],
    ['another source', file(front.replace('kubernetes.io', 'medium.com')), 'pets.md: source: must be an https page of'],
    ['a source without TLS', file(front.replace('https:', 'http:')), 'pets.md: source: must be an https page of'],
    ['too few words', file(front, 'Short.'), 'pets.md: has 1 words, not 60 to 200'],
    ['too many words', file(front, 'word '.repeat(201)), 'pets.md: has 201 words, not 60 to 200'],
    ['a list as headline', file(front, `- one\n\n${filler}`), 'pets.md: must begin with a paragraph'],
    ['a heading', file(front, `One.\n\n# Two\n\n${filler}`), 'pets.md: "# Two" is neither a paragraph nor a list'],
    ['a link', file(front, `See [it](https://x).\n\n${filler}`), 'is neither a paragraph nor a list'],
    ['an open backtick', file(front, `Call \`it.\n\n${filler}`), 'pets.md: a backtick stands alone'],
    ['a placeholder in prose', file(front, `Call {{service:web}}.\n\n${filler}`), 'stands outside of backticks'],
    [
      'an unknown placeholder',
      file(front, `Call \`{{host:web}}\`.\n\n${filler}`),
      'pets.md: {{host:web}} is not one of service',
    ],
    ['a placeholder without default', file(front, `Call \`{{service}}\`.\n\n${filler}`), 'is not written {{name:default}}'],
  ])('with %s is refused with its name and the reason', (_what, markdown, reason) => {
    expect(() => parseTopic('pets.md', markdown)).toThrow(reason);
  });

  it('of any content is a topic or a refusal that names it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (head, body) => {
        expect(said(() => parseTopic('pets.md', file(head, body)))).toMatch(/^pets(?:\.md: |$)/u);
      }),
    );
  });

  it('may not name the question of another one', () => {
    const topic = parseTopic('pets.md', file());
    expect(() => refuseTwins([topic, { ...topic, id: 'cats' }])).toThrow(
      'cats.md: asked-as "question number 0" is in pets.md too',
    );
    expect(() => refuseTwins([topic])).not.toThrow();
  });
});
