import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObjectName } from '../../../src/core/ask/object-name.ts';
import { payload, payloadNames, readPayload } from './read-payload.ts';

const bits = fc.constantFrom(
  'namespace=',
  'service: ',
  '"',
  '`',
  '*',
  '<!channel>',
  '<@U1>',
  '[FIRING:1] ',
  '(',
  '{',
  '\\"',
  '\u202e',
  '\u0000',
  'https://x.example/graph?g0.expr=',
  'https://x.example/namespaces/',
  '/pods/',
  '%7B%22',
  '%E0%A4%A',
  'Pod shop/web-0 ',
  '\n',
  '- a = b',
);
const hostile = fc
  .array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('hostile alert text', () => {
  it('gives names that can be names, and few of them', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (text, title, value) => {
        const alert = readPayload({
          text,
          bot_id: 'B1',
          attachments: [{ title, text: value, fields: [{ title: value, value: text }] }],
        });
        for (const { candidates } of alert?.subjects ?? []) {
          for (const { name, namespace } of candidates) {
            expect(isObjectName(name)).toBe(true);
            expect(namespace === undefined || isObjectName(namespace)).toBe(true);
          }
        }
        expect(alert?.subjects.length ?? 0).toBeLessThanOrEqual(10);
        expect(alert?.words.every(isObjectName) ?? true).toBe(true);
        for (const identity of alert?.identities ?? []) expect(identity.length).toBeLessThanOrEqual(300);
      }),
    );
  });

  it.each([
    ['one letter', 'a'],
    ['spaces', ' '],
    ['brackets', '['],
    ['labels', 'namespace="shop",'],
    ['label lines', '- pod = web-0\n'],
    ['mentions', '<!channel> <@U1> '],
    ['percent signs', 'https://x.example/?%25%7B'],
    ['kinds', 'pod pod pod '],
    ['dots', 'a.b.'],
    ['dashes', '-a'],
    ['equals', 'a='],
    ['control characters', '\u0000\u0007\u001b[31m'],
  ])('of 100 kB (%s) is read within half a second', (_, unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text } },
      ...Array.from({ length: 60 }, () => ({ type: 'header', text: { text } })),
    ];
    const fields = [{ title: text, value: text }];
    const started = performance.now();
    readPayload({
      text,
      blocks,
      attachments: [{ title: text, title_link: `https://x.example/?q=${text}`, text, fallback: text, fields }],
    });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('nested without end is cut off', () => {
    let blocks: unknown = { type: 'section', text: { type: 'mrkdwn', text: 'service=web' } };
    for (let depth = 0; depth < 5_000; depth += 1) blocks = { elements: [blocks] };
    expect(readPayload({ text: '[FIRING] x', blocks: [blocks] })?.subjects).toEqual([]);
  });

  it('never turns a payload with junk around it into a throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...payloadNames), hostile, (name, junk) => {
        const message = payload(name);
        readPayload({
          ...message,
          text: `${junk}${String(message['text'])}`,
          username: junk,
          blocks: [message['blocks'], junk],
        });
      }),
    );
  });
});
