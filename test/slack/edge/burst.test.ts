import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { singleCluster } from '../../../src/app/clusters.ts';
import { makeAssistant } from '../../../src/bin/make-assistant.ts';
import { createFileReader } from '../../../src/read/files/file-reader.ts';
import { inWorkspace } from '../support/fake-workspace.ts';

const general = 'C0K8GENERAL';
const yaml = readFileSync(new URL('../../../src/playground/sample-cluster/cluster.yaml', import.meta.url), 'utf8');

/** The real assistant over the sample cluster: what an answer costs is part of what is tested. */
const reader = createFileReader({ files: [{ name: 'cluster.yaml', text: yaml }], cluster: 'sample' });
const assistant = makeAssistant(singleCluster('sample', () => Promise.resolve(reader)));

const words = [
  'triage checkout -n shop',
  'scan -A',
  'how do I expose web in shop to the internet?',
  'explain web -n shop',
  'list -A',
];

describe('200 signed slash commands at once on one process', () => {
  it(
    'are acknowledged within 3 s each, and answered once each',
    () =>
      inWorkspace(
        'HTTP',
        async (slack, { settled }) => {
          const acks = await Promise.all(
            Array.from({ length: 200 }, async (_, at) => {
              const from = performance.now();
              const { ack } = await slack.sendCommand(words[at % words.length] ?? '');
              return { ok: ack.ok, ms: performance.now() - from };
            }),
          );
          expect(acks.filter(({ ok }) => !ok)).toEqual([]);
          expect(Math.max(...acks.map(({ ms }) => ms))).toBeLessThan(3_000);
          await settled();
          const answers = slack.workspace.messages(general).filter(({ text }) => !text.startsWith('Continued ('));
          expect(answers.map(({ user }) => user)).toEqual(Array.from({ length: 200 }, () => 'U0K8BOT'));
          const deaf = answers.filter(({ text }) => /Something went wrong|No answer/u.test(text));
          expect(deaf).toEqual([]);
        },
        { assistant },
      ),
    90_000,
  );
});
