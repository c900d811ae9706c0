import fc from 'fast-check';

/** What a label, an annotation, an event or a person may hold to break out of where it stands. */
export const hostileStrings: readonly string[] = [
  '<!channel>',
  '<!here|here>',
  '<!subteam^S1>',
  '<@U123ABC>',
  '<#C123|general>',
  '@here @channel @everyone',
  '<https://evil.example|click here>',
  '[click](https://evil.example)',
  '![x](https://evil.example/a.png)',
  'javascript:alert(1)',
  '&lt;!channel&gt;',
  '&amp;lt;',
  '*bold* _italic_ ~gone~',
  '`code` ```fence``` ```',
  '> quote\n> quote',
  ':rotating_light: :x:',
  '\u202Eevil\u202C',
  '\u2066isolated\u2069',
  '\u200E\u200F\u061C',
  '\u0000\u0007\u001B[31mred\u001B[0m',
  '\uD800',
  '\uDC00x',
  '👩‍👩‍👧‍👦',
  '\u{E0041}\u{E007F}',
  '\u2028line\u2029',
  '\r\n\t ',
  '',
  ' ',
  '"\\"\\"',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'a'.repeat(300),
  '"'.repeat(400),
  'web.prod.example.com',
  '10:42:07 fd00::1 host:8080:tag',
  '| a | b |\n|---|---|',
  '{"v":1,"r":"scan -A"}',
];

/** Any string: hostile ones, long ones, many lines, any code units, and ordinary words. */
export const anyString: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileStrings) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...hostileStrings), { maxLength: 8 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.array(fc.lorem({ maxCount: 8 }), { maxLength: 200 }).map((lines) => lines.join('\n')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...hostileStrings, 'x'), fc.integer({ min: 1, max: 3_000 }))
      .map(([one, n]) => one.repeat(n).slice(0, 20_000)),
  },
);
