import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singleCluster } from '../../../src/app/clusters.ts';
import { makeAssistant } from '../../../src/bin/make-assistant.ts';
import type { Answer } from '../../../src/core/answer/answer.ts';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import { problemToAnswer } from '../../../src/core/problem/problem-to-answer.ts';
import { createFileReader } from '../../../src/read/files/file-reader.ts';
import { validateMessage } from '../../../src/render/slack/check-blocks.ts';
import { renderSlack } from '../../../src/render/slack/render-slack.ts';
import { anyString } from '../../support/hostile-strings.ts';

const hostile = fc.oneof(
  anyString,
  fc.constantFrom(
    '<!channel>',
    '<!here|now>',
    '<@U0K8YOU>',
    '<#C0K8GENERAL>',
    '<https://evil.example|kubectl docs>',
    '@here @channel #general',
    '```\n<!channel>\n```',
    '`code` *bold* _it_ ~no~ :boom:',
    '&lt;!channel&gt; &amp;lt;!here&amp;gt;',
    'web\u202Eevil\u2066',
    '[docs](javascript:alert(1))',
  ),
);

const signal = AbortSignal.timeout(60_000);

/** A cluster in which every free text is hostile. */
function assistantOver(word: string) {
  const meta = (name: string) => ({
    name,
    namespace: 'shop',
    uid: `u-${name}`,
    labels: { app: word },
    annotations: { owner: word, [word]: word },
  });
  const state = { waiting: { reason: word, message: word } };
  const items = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', uid: 'u-shop' } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: meta('web'),
      spec: {
        type: 'ClusterIP',
        clusterIP: '10.0.0.9',
        selector: { app: word },
        ports: [{ name: word, port: 80, targetPort: word }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: meta('web-1'),
      spec: { containers: [{ name: word, image: word, args: [word], ports: [{ containerPort: 8080, name: word }] }] },
      status: {
        phase: 'Pending',
        conditions: [{ type: 'Ready', status: 'False', reason: word, message: word }],
        containerStatuses: [{ name: word, ready: false, restartCount: 9, state, lastState: {} }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: meta('web-1.1'),
      involvedObject: { kind: 'Pod', name: 'web-1', namespace: 'shop', uid: 'u-web-1' },
      type: 'Warning',
      reason: word,
      message: word,
    },
  ];
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  return makeAssistant(
    singleCluster('test', () => Promise.resolve(createFileReader({ files: [{ name: 'a.json', text }], cluster: 'test' }))),
  );
}

function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Record<string, unknown>;
  for (const inside of Object.values(value)) yield* objects(inside);
}

/** The signs of our own findings. */
const ours = ['x', 'warning', 'information_source', 'white_check_mark'];

function expectHarmless(answer: Answer): void {
  const rendering = renderSlack(answer, { share: 'triage web -n shop' });
  for (const message of [rendering, ...(rendering.overflow ?? [])]) {
    expect(validateMessage(message)).toEqual([]);
    expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
    for (const object of objects(message.blocks)) {
      expect(['mrkdwn', 'markdown', 'broadcast', 'user', 'usergroup', 'channel', 'image']).not.toContain(object['type']);
      const { type, name, url = 'https://kubernetes.io/', text = '' } = object;
      expect(type === 'emoji' ? ours : [name]).toContain(name);
      expect(url).toMatch(/^https:\/\/(?:[\w-]+\.)*(?:kubernetes\.io|k8s\.io|github\.com)\//u);
      expect(JSON.stringify(text)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    }
  }
}

describe('what a cluster or a person writes', () => {
  it.each(['triage web -n shop', 'explain web -n shop', 'scan -A', 'list -A'])(
    'mentions, broadcasts and links nothing, and breaks out of nothing: %s',
    async (words) => {
      await fc.assert(
        fc.asyncProperty(hostile, async (word) => {
          const request = parseWords(words);
          const answer = await assistantOver(word)
            .answer(request, { signal, requestId: 'r' })
            .catch((thrown: unknown) => problemToAnswer(thrown, 'r'));
          expectHarmless(answer);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('stays words in the answer to a question or to a command that makes no sense', async () => {
    const assistant = assistantOver('web');
    await fc.assert(
      fc.asyncProperty(
        hostile,
        fc.constantFrom('', 'triage ', 'explain ', 'how do I expose ', 'manifest '),
        async (word, verb) => {
          const answer = await (async () => assistant.answer(parseWords(verb + word), { signal, requestId: 'r' }))().catch(
            (thrown: unknown) => problemToAnswer(thrown, 'r'),
          );
          expectHarmless(answer);
        },
      ),
      { numRuns: 60 },
    );
  });
});
