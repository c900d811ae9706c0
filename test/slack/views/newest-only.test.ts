import { describe, expect, it } from 'vitest';
import { createNewestOnly } from '../../../src/slack/manifest-form/newest-only.ts';

/** Work that notes when it runs, and ends when it is told. */
function recorded(log: string[]) {
  return (name: string, fails = false) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    return {
      work: () => {
        log.push(name);
        return promise;
      },
      end: () => (fails ? reject(new Error(name)) : resolve()),
    };
  };
}

describe('newest only', () => {
  it('runs the first and then the newest of what came meanwhile, one at a time', async () => {
    const log: string[] = [];
    const make = recorded(log);
    const run = createNewestOnly();
    const [a, b, c, other] = [make('a'), make('b'), make('c'), make('other')];
    const first = run('view', a.work);
    await run('view', b.work);
    await run('view', c.work);
    const beside = run('another view', other.work);
    expect(log).toEqual(['a', 'other']);
    [a, c, other].forEach((one) => one.end());
    await Promise.all([first, beside]);
    expect(log).toEqual(['a', 'other', 'c']);
  });

  it('goes on after a failure, and tells of it only when nothing newer waits', async () => {
    const log: string[] = [];
    const make = recorded(log);
    const run = createNewestOnly();
    const [a, b, c] = [make('a', true), make('b'), make('c', true)];
    const first = run('view', a.work);
    await run('view', b.work);
    a.end();
    b.end();
    await first;
    const last = run('view', c.work);
    c.end();
    await expect(last).rejects.toThrow('c');
    expect(log).toEqual(['a', 'b', 'c']);
  });
});
