import { describe, expect, it } from 'vitest';
import { attacksOn, regexesOfSources, type WrittenRegex } from './support/regexes-of-sources.ts';

const root = new URL('../../', import.meta.url);
const all = regexesOfSources(root);

/** Slow over a long text, and never given one. A new row says what bounds it. */
const bounded: Readonly<Record<string, string>> = {
  '\\/+$': 'the address of a server, which the operator writes',
  ':[^/@]*@': 'the address of the store, which the operator writes',
  '[.\\s]+$': 'a message of the API server, cut to 300 characters',
  '-+$': 'a name, cut to 60 characters',
  ' ?([.;!?]+|\\? )(?: |$)': 'a message, cut to 8,000 characters before it is understood',
  '[a-z][-.]?[a-z]*policy|[a-z]+(?:ips?|ports?)$': 'one word of such a message',
  '[.!"\'()]+(?= |$)': 'the words that were heard, cut to 400 characters',
  '[\\w.]+="[^"]*"|[\\w.]+=\\S+': 'the title of an alert, cut to 600 characters',
};

function wallMsOf(regex: RegExp, text: string): number {
  const from = performance.now();
  regex.test(text);
  return performance.now() - from;
}

/** Milliseconds of this process in the quickest of three: what other processes do on the same core does not count. */
function cpuMsOf(regex: RegExp, text: string): number {
  const once = () => {
    const from = process.cpuUsage();
    regex.test(text);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };
  return Math.min(once(), once(), once());
}

const compiled = ({ source, flags }: WrittenRegex) => new RegExp(source, flags.replaceAll(/[gy]/gu, ''));

/** The attack that takes longest, when that is longer than a linear pattern takes by far. */
function slowest(written: WrittenRegex, length: number, mostMs: number): number {
  const regex = compiled(written);
  const suspects = attacksOn(written, length).filter((text) => wallMsOf(regex, text) > mostMs);
  return Math.max(0, ...suspects.slice(0, 5).map((text) => cpuMsOf(regex, text)));
}

describe('a regular expression of the sources', () => {
  it('is found by this test', () => {
    expect(all.length).toBeGreaterThan(600);
    expect(Object.keys(bounded).filter((source) => !all.some((one) => one.source === source))).toEqual([]);
  });

  it('takes no time that doubles with each character of a text that almost matches', () => {
    // 24 characters: what is exponential takes a tenth of a second and more.
    const slow = all.filter((one) => slowest(one, 24, 20) > 20);
    expect(slow).toEqual([]);
  }, 120_000);

  it('takes no time that grows with the square of its text, or is never given a long one', () => {
    // A linear one is done in some microseconds, a square one needs half of 2,000² steps.
    const slow = all.filter((one) => !Object.hasOwn(bounded, one.source) && slowest(one, 2_000, 3) > 3);
    expect(slow).toEqual([]);
  }, 120_000);
});
