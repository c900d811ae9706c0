import { afterEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../../../src/read/cluster/api-error.ts';
import { Pulse } from '../../../../src/read/cluster/cache/pulse.ts';

/** A server whose answers are given one by one; what is awaited has settled when `beat` resolves. */
function patient() {
  const stopping = new AbortController();
  const returns: number[] = [];
  let now = 1_000;
  let answer: () => Promise<unknown> = () => Promise.resolve({});
  let next: (() => void) | undefined;
  let waited: () => void = () => undefined;
  const pulse = new Pulse({
    connection: { get: () => answer() },
    now: () => now,
    wait: () =>
      new Promise((resolve) => {
        next = resolve;
        waited();
      }),
    everyMs: 4_000,
    timeoutMs: 4_000,
    onReturn: (since) => returns.push(since),
  });
  const running = pulse.run(stopping.signal);
  return {
    pulse,
    returns,
    async beat(at: number, given: () => Promise<unknown>) {
      now = at;
      answer = given;
      const done = new Promise<void>((resolve) => (waited = resolve));
      next?.();
      await done;
    },
    async stop() {
      stopping.abort();
      next?.();
      await running;
    },
  };
}

describe('the pulse of an API server', () => {
  let server: ReturnType<typeof patient>;
  afterEach(() => server.stop());
  const fine = () => Promise.resolve({ major: '1' });
  const silent = () => Promise.reject(new DOMException('too late', 'TimeoutError'));

  it('is lost since the last answer, until one comes again', async () => {
    server = patient();
    await server.beat(5_000, fine);
    expect(server.pulse.lostAt).toBeUndefined();
    await server.beat(9_000, silent);
    await server.beat(13_000, silent);
    expect(server.pulse.lostAt).toBe(5_000);
    expect(server.returns).toEqual([]);
    await server.beat(17_000, fine);
    expect(server.pulse.lostAt).toBeUndefined();
    expect(server.returns).toEqual([5_000]);
    await server.beat(21_000, fine);
    expect(server.returns).toEqual([5_000]);
  });

  it('takes a refusal for an answer, and an overloaded server for none', async () => {
    server = patient();
    await server.beat(5_000, () => Promise.reject(new ApiError(403, 'Forbidden')));
    expect(server.pulse.lostAt).toBeUndefined();
    await server.beat(9_000, () => Promise.reject(new ApiError(503, 'ServiceUnavailable')));
    expect(server.pulse.lostAt).toBe(5_000);
  });
});
