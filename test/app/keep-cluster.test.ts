import { describe, expect, it } from 'vitest';
import { singleCluster } from '../../src/app/clusters.ts';
import { createAssistant } from '../../src/app/create-assistant.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';
import { shopDump } from '../support/shop-dump.ts';

const open = () => Promise.resolve(createFileReader({ files: [{ name: 'shop.yaml', text: shopDump }], cluster: 'staging' }));
const assistant = createAssistant({
  clusters: singleCluster('staging', open),
  now: () => Date.now(),
  readText: () => {
    throw new Error('nothing is pasted here');
  },
});

async function buttonsOf(words: string): Promise<readonly string[]> {
  const answer = await assistant.answer(parseWords(words), { signal: AbortSignal.timeout(10_000), requestId: 'one' });
  return [...answer.actions, ...(answer.asks ?? []).flatMap((ask) => ask.options)].map(({ request }) => request);
}

describe('the buttons of an answer', () => {
  it.each([
    'explain web -n shop',
    'triage checkout -n shop',
    'scan -A',
    'list -n shop',
    'expose web -n shop',
    'how do I expose web?',
  ])('stay in the cluster that was asked about: %s', async (words) => {
    const request = words.startsWith('how') ? `ask --cluster staging -- ${words}` : `${words} --cluster staging`;
    const buttons = await buttonsOf(request);
    expect(buttons.length).toBeGreaterThan(0);
    const stay = buttons.filter((one) => !one.startsWith('help'));
    expect(stay.map((one) => parseWords(one))).toEqual(stay.map(() => expect.objectContaining({ cluster: 'staging' })));
    // But for the cluster they are what they were.
    const usual = await buttonsOf(words);
    expect(buttons.map((one) => ({ ...parseWords(one), cluster: undefined }))).toEqual(
      usual.map((one) => ({ ...parseWords(one), cluster: undefined })),
    );
  });

  it('name no cluster when none was named', async () => {
    expect((await buttonsOf('triage checkout -n shop')).join(' ')).not.toContain('--cluster');
  });
});
