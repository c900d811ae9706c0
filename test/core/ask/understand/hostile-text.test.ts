import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understand } from '../../../../src/core/ask/understand/understand.ts';
import { isValid, readQuestions } from './score.ts';

const questions = readQuestions('./questions/first.jsonl').map((question) => question.text);

/** Strings with everything that breaks parsers: any UTF-16 unit, control characters, pieces of Slack, YAML and kubectl. */
const pieces = fc.constantFrom(
  '<@U1>',
  '<https://x|',
  '&lt;',
  '&amp;gt;',
  '```',
  '`',
  '> ',
  '\u0000',
  '\uD800',
  '\uDC00',
  '\u202E',
  ':',
  '8080:30080',
  '99999',
  '-n',
  'svc',
  'NAME   TYPE   PORT(S)',
  'apiVersion: v1',
  'metadata:\n  name: x',
  'Endpoints: <none>',
  'web.shop.svc',
  '.'.repeat(50),
  '-'.repeat(50),
  'a'.repeat(300),
  '10.0.0.1',
  'kafka',
  '为什么',
  'कैसे',
  '\n',
  ' ',
  '\t',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'namespace',
  'port',
  'expose',
  'not',
  'NodePort',
);
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom(...questions), fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(80))
    .map(([text, noise, at]) => text.slice(0, at) + noise + text.slice(at)),
);

describe('hostile text', () => {
  it('never makes it throw, and facts always keep their schema', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { facts, implied, canonical } = understand(text);
        expect(isValid(facts)).toBe(true);
        expect(isValid(implied)).toBe(true);
        expect(canonical.isWellFormed()).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('gives the same answer for the same text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(understand(text)).toEqual(understand(text));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['words without an end', 'a'.repeat(100_000)],
    ['hyphens', '-'.repeat(100_000)],
    ['nested quotes', '> '.repeat(50_000)],
    ['backticks', '`'.repeat(100_000)],
    ['angle brackets', '<'.repeat(100_000)],
    ['one cue again and again', 'service '.repeat(12_500)],
    ['negations', 'not no never without '.repeat(5_000)],
    ['pods that call pods', 'pods in namespace a call pods '.repeat(3_500)],
    ['dots', 'a.'.repeat(50_000)],
    ['numbers', '8080:80 '.repeat(12_500)],
    ['YAML', 'metadata:\n  name: x\n'.repeat(5_000)],
    ['metadata without a name', `metadata:\n${'  a: b\n'.repeat(14_000)}`],
    ['a table', `NAME TYPE PORT(S)\n${'web  ClusterIP  80/TCP\n'.repeat(4_500)}`],
  ])('reads 100 kB of %s', (_, text) => {
    expect(isValid(understand(text).facts)).toBe(true);
  });

  it('finds the question at the end of a long paste', () => {
    const log = '2024-05-01T10:00:00Z INFO request served in 3ms\n'.repeat(2_000);
    const { intent, facts } = understand(`${log}\nwhy does svc checkout in ns shop refuse connections?`);
    expect({ intent, service: facts.service, namespace: facts.namespace }).toEqual({
      intent: 'triage',
      service: 'checkout',
      namespace: 'shop',
    });
  });
});
