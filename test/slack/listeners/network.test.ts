import { describe, expect, it } from 'vitest';
import { atSlack } from '../support/at-slack.ts';

atSlack();

describe('the network of these tests', () => {
  it('refuses a host that is not listed', async () => {
    await expect(fetch('https://example.com/')).rejects.toThrow('fetch failed');
  });
});
