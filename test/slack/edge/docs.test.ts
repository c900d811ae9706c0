import { expect, it } from 'vitest';
import { isThere, testsNamedIn } from '../../house/promises.ts';

const named = testsNamedIn('docs/slack.md');

it('the documentation of Slack names tests', () => {
  expect(named.length).toBeGreaterThan(25);
});

it.each(named)('$file has the test "$name" that the documentation names', (one) => {
  expect(isThere(one)).toBe(true);
});
