import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeCommand, getPods, mergePatch, quote } from '../../src/core/model/commands.ts';
import type { Service } from '../../src/core/model/kinds/service.ts';
import { anyString } from '../support/hostile-strings.ts';

/** The words that a shell makes of a line, without running it. */
function wordsOf(line: string): readonly string[] {
  const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
  return stdout.split('\0').slice(0, -1);
}

/** A shell takes no character of number 0, and hands on bytes: halves of pairs are none. */
const value = fc
  .oneof(
    anyString,
    fc.constantFrom('$(touch /tmp/x)', '`id`', "'; rm -rf / #", '$HOME', '\\', '!!', '*', '~', '-n', '"$(id)"', "it's"),
  )
  .map((text) => text.replaceAll('\u0000', '').toWellFormed().slice(0, 500));

describe('a command to copy', () => {
  it('has each value as one word, whatever stands in it', () => {
    fc.assert(
      fc.property(value, (text) => {
        expect(wordsOf(quote(text))).toEqual([text]);
      }),
      { numRuns: 150 },
    );
  });

  it('does what it says and nothing else when names and labels are hostile', () => {
    fc.assert(
      fc.property(value, value, (name, label) => {
        const service = { metadata: { name, namespace: name } } as Service;
        expect(wordsOf(describeCommand('Service', name, name)).at(-1)).toBe(name);
        expect(wordsOf(getPods(name, { app: label })).at(-1)).toBe(`app=${label}`);
        expect(wordsOf(mergePatch(service, { a: label })).at(-1)).toBe(JSON.stringify({ a: label }));
      }),
      { numRuns: 60 },
    );
  });
});
