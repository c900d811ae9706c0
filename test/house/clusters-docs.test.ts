import { expect, it } from 'vitest';
import { isThere, testsNamedIn } from './promises.ts';

const named = testsNamedIn('docs/clusters.md');

it('the documentation of clusters names tests', () => {
  expect(named.length).toBeGreaterThan(30);
});

it.each(named)('$file has the test "$name" that the documentation names', (one) => {
  expect(isThere(one)).toBe(true);
});
