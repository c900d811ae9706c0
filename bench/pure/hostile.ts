/** Texts that make slow parsers slow, each 100 kB long. */
export const hostile: readonly string[] = [
  'nested quotes '.concat('> '.repeat(50_000)),
  'a'.repeat(100_000),
  'service '.repeat(12_500),
  'not no never without '.repeat(5_000),
  'pods in namespace a call pods '.repeat(3_500),
  '8080:80 '.repeat(12_500),
  'why is it that which what how do i '.repeat(2_900),
  `${'`'.repeat(50_000)}${'<@U1>'.repeat(10_000)}`,
  'metadata:\n  name: x\n'.repeat(5_000),
];
