import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  admit,
  breakerSettings,
  closedBreaker,
  settle,
  type Admission,
  type Breaker,
  type Outcome,
} from '../../../src/app/breaker/breaker.ts';

const settings = { failures: 3, firstPauseMs: 5_000, longestPauseMs: 20_000 };

/** One request after another: `answered` at 10 s, as `10 answered`. What is not admitted is written as `10 -`. */
function play(story: readonly string[]): readonly string[] {
  let breaker: Breaker = closedBreaker;
  return story.map((step) => {
    const [seconds = '', outcome = ''] = step.split(' ');
    const now = Number(seconds) * 1_000;
    const asked = admit(breaker, now);
    breaker = asked.breaker;
    if (asked.admission !== undefined) breaker = settle(breaker, asked.admission, outcome as Outcome, now, settings);
    return `${asked.admission ?? 'refused'} → ${breaker.is}${breaker.is === 'open' ? ` until ${breaker.nextTryAt / 1_000}` : ''}`;
  });
}

describe('the breaker', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['stays closed while the cluster answers', ['1 answered', '2 answered'], ['request → closed', 'request → closed']],
    [
      'stays closed when failures are not in a row',
      ['1 silent', '2 silent', '3 answered', '4 silent', '5 silent'],
      Array.from({ length: 5 }, () => 'request → closed'),
    ],
    [
      'opens after three failures in a row and refuses until the pause is over',
      ['1 silent', '2 silent', '3 silent', '4 silent', '7.9 silent'],
      ['request → closed', 'request → closed', 'request → open until 8', 'refused → open until 8', 'refused → open until 8'],
    ],
    [
      'closes when the probe is answered',
      ['1 silent', '2 silent', '3 silent', '8 answered', '8.1 silent'],
      ['request → closed', 'request → closed', 'request → open until 8', 'probe → closed', 'request → closed'],
    ],
    [
      'doubles the pause after each probe that fails, up to the longest',
      ['1 silent', '2 silent', '3 silent', '8 silent', '18 silent', '38 silent', '58 silent'],
      [
        'request → closed',
        'request → closed',
        'request → open until 8',
        'probe → open until 18',
        'probe → open until 38',
        'probe → open until 58',
        'probe → open until 78',
      ],
    ],
    [
      'lets the next one probe when somebody did not wait for the end of theirs',
      ['1 silent', '2 silent', '3 silent', '8 given-up', '8 answered'],
      ['request → closed', 'request → closed', 'request → open until 8', 'probe → open until 8', 'probe → closed'],
    ],
    [
      'counts nothing that was given up',
      ['1 silent', '2 silent', '3 given-up', '4 given-up'],
      Array.from({ length: 4 }, () => 'request → closed'),
    ],
  ])('%s', (_, story, expected) => {
    expect(play(story)).toEqual(expected);
  });

  it('knows since when the cluster has been silent: the last answer, else the first failure', () => {
    const after = (story: readonly [number, Outcome][]) =>
      story.reduce<Breaker>((breaker, [at, outcome]) => settle(breaker, 'request', outcome, at, settings), closedBreaker);
    const late: readonly [number, Outcome][] = [
      [20, 'silent'],
      [21, 'silent'],
      [22, 'silent'],
    ];
    expect(after([[7, 'answered'], ...late])).toMatchObject({ is: 'open', silentSince: 7 });
    expect(after(late)).toMatchObject({ is: 'open', silentSince: 20 });
  });

  it('lets one request through while it finds out, and believes an answer that comes late', () => {
    const open: Breaker = { is: 'open', silentSince: 0, nextTryAt: 100, pauseMs: 50 };
    const first = admit(open, 100);
    expect(first.admission).toBe('probe');
    expect(admit(first.breaker, 100).admission).toBeUndefined();
    expect(settle(first.breaker, 'request', 'silent', 110, settings)).toBe(first.breaker);
    expect(settle(first.breaker, 'request', 'answered', 110, settings).is).toBe('closed');
  });

  it('whatever happens: a pause is kept and never longer than the longest, something finds out while it is half-open, and an answer closes it', () => {
    const step = fc.record({
      afterMs: fc.nat(30_000),
      outcome: fc.constantFrom<Outcome>('answered', 'silent', 'given-up'),
      /** Which of the requests under way ends; none begins anew then. */
      ends: fc.option(fc.nat(5)),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let breaker: Breaker = closedBreaker;
        let now = 0;
        const underWay: Exclude<Admission, undefined>[] = [];
        const faults: string[] = [];
        for (const { afterMs, outcome, ends } of steps) {
          now += afterMs;
          if (ends === null) {
            const asked = admit(breaker, now);
            if (asked.admission !== expected(breaker, now)) faults.push(`${asked.admission} from ${breaker.is}`);
            breaker = asked.breaker;
            if (asked.admission !== undefined) underWay.push(asked.admission);
          } else {
            const [admission] = underWay.splice(ends, 1);
            if (admission === undefined) continue;
            breaker = settle(breaker, admission, outcome, now);
            if (outcome === 'answered' && breaker.is !== 'closed') faults.push('an answer left it open');
          }
          faults.push(...faultsOf(breaker, now, underWay));
        }
        expect(faults).toEqual([]);
      }),
    );
  });
});

function expected(breaker: Breaker, now: number): Admission {
  if (breaker.is === 'closed') return 'request';
  return breaker.is === 'open' && now >= breaker.nextTryAt ? 'probe' : undefined;
}

function faultsOf(breaker: Breaker, now: number, underWay: readonly Admission[]): readonly string[] {
  switch (breaker.is) {
    case 'closed':
      return breaker.failures < breakerSettings.failures ? [] : ['closed after too many failures'];
    case 'half-open':
      return underWay.includes('probe') ? [] : ['half-open, and nothing finds out'];
    case 'open':
      return [
        ...(breaker.nextTryAt <= now + breakerSettings.longestPauseMs ? [] : ['paused for too long']),
        ...(breaker.silentSince <= now ? [] : ['silent from a time to come']),
      ];
    default:
      return breaker satisfies never;
  }
}
