import { expect, it } from 'vitest';
import { formatAge } from '../../../src/core/answer/age.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

it.each([
  [-5_000, '0s'],
  [45_999, '45s'],
  [119_000, '119s'],
  [2 * minute, '2m'],
  [8 * minute + 5_000, '8m5s'],
  [10 * minute + 5_000, '10m'],
  [3 * hour + 12 * minute, '3h12m'],
  [9 * hour + 12 * minute, '9h'],
  [3 * day + 4 * hour, '3d4h'],
  [90 * day, '90d'],
])('%i ms are written as kubectl writes them: %s', (ms, age) => {
  expect(formatAge(ms)).toBe(age);
});
