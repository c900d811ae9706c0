import { describe, expect, it } from 'vitest';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { readAlert } from '../../src/core/alert/read-alert.ts';
import { redact } from '../../src/core/redact/redact.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';
import { parseManifest } from '../../src/core/manifest/review/parse-manifest.ts';
import { alertContentOf } from '../../src/slack/alerts/alert-content.ts';
import { readMessage } from '../../src/slack/message-content.ts';
import { fromSlackText } from '../../src/slack/slack-text.ts';
import { yamlInMessage } from '../../src/slack/yaml-in-message.ts';
import { shopAssistant } from '../slack/support/shop-assistant.ts';

const signal = AbortSignal.timeout(60_000);

/** Milliseconds of this process, of the quicker of two: what other processes do does not count. */
function cpuMsOf(work: () => unknown): number {
  const once = () => {
    const from = process.cpuUsage();
    try {
      work();
    } catch {
      // A sentence about the text is fine.
    }
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };
  return Math.min(once(), once());
}

const units = [
  '.',
  '-',
  '/',
  ':',
  ',',
  '!',
  '?',
  '<',
  '>',
  '`',
  '*',
  '_',
  '&',
  '|',
  '"',
  "'",
  '(',
  '[',
  '{',
  '=',
  '@',
  '#',
  '%',
  '~',
];
const words = [
  'a',
  'A',
  ' ',
  '\n',
  '0',
  'Aa',
  'a.',
  'a-',
  ' a',
  '> ',
  '- ',
  '<@U1>',
  'a=',
  'a: b\n',
  'key: [',
  '```\n',
  'http://',
  '&amp;',
  '𝒜',
  '‮',
];

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['the text of a message', (text) => fromSlackText(text, 'U1')],
  ['a command', (text) => parseWords(`triage ${text}x`)],
  ['a command with several names', (text) => parseWords(`reach ${text} ${text}x`)],
  ['YAML', (text) => parseManifest(`kind: Service\nmetadata: {name: x}\na: ${text}x`)],
  ['the YAML of a message', (text) => yamlInMessage({ text: `kind: ${text}` }, 'U1')],
  [
    'an alert',
    (text) =>
      readAlert(alertContentOf(readMessage({ text: `[FIRING:1] Down ${text}x`, attachments: [{ title: text, text }] }))),
  ],
  ['a line of the log', (text) => redact(`${text}x xoxb-${text} eyJ${text} ://${text}:`)],
];

describe.each(readers)('%s', (_, read) => {
  it('of 40,000 characters, the most that Slack takes, is read in time that grows with its length', () => {
    read('warm up');
    const slow = [...units, ...words].flatMap((unit) => {
      const text = (length: number) => unit.repeat(Math.ceil(length / unit.length));
      const long = cpuMsOf(() => read(text(40_000)));
      if (long < 150) return [];
      // Twice as long may take twice the time, and what a collection of garbage takes.
      const half = cpuMsOf(() => read(text(20_000)));
      return long > 3 * half + 50 ? [{ unit, half, long }] : [];
    });
    expect(slow).toEqual([]);
  }, 60_000);
});

/** Nine anchors, each nine times the one before: four hundred million scalars when they are written out. */
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghi'
    .split('')
    .map((letter, at) => `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[at]}`).join(',')}]`),
].join('\n');

describe('a bomb of YAML', () => {
  it('that a person pastes is refused in a sentence, and costs nothing', async () => {
    const text = `kind: Service\nmetadata: {name: x}\n${bomb}\n`;
    const from = process.memoryUsage().rss;
    const answer = await shopAssistant().answer({ verb: 'review', text }, { signal, requestId: 'r' });
    expect(answer.problem?.code).toBe('bad-request');
    expect(JSON.stringify(answer.headline)).toContain('aliases');
    expect(process.memoryUsage().rss - from).toBeLessThan(200 * 1024 * 1024);
  });

  it('in a dump, which only the operator can name, is not written out either', async () => {
    const text = `apiVersion: v1\nkind: Service\nmetadata: {name: x, namespace: shop}\nspec: {ports: [{port: 80}]}\n${bomb}\n`;
    const from = process.memoryUsage().rss;
    const reader = createFileReader({ files: [{ name: 'a.yaml', text }] });
    const snapshot = await reader.read({ kind: 'cluster' }, ['services'], signal).catch(() => undefined);
    expect(snapshot === undefined || snapshot.all('services').read).toBe(true);
    expect(process.memoryUsage().rss - from).toBeLessThan(200 * 1024 * 1024);
  });
});

describe('the name of a file that k8s-svc sends', () => {
  it.each([
    '../../etc/passwd',
    '..',
    '.ssh/config',
    'a/../../b',
    'C:\\boot',
    'web\u0000.yaml',
    'web\n.sh',
    '-rf',
    '~root',
    '$(id)',
  ])('has no path in it when a workload is called %j', async (name) => {
    const assistant = shopAssistant();
    const answers = await Promise.all([
      assistant.answer(
        { verb: 'manifest', type: 'NodePort', workload: name, namespace: 'shop', known: {} },
        { signal, requestId: 'r' },
      ),
      assistant.answer(
        { verb: 'expose', workload: name, namespace: 'shop', known: { audience: 'cluster' } },
        { signal, requestId: 'r' },
      ),
    ]);
    for (const { name: file } of answers.flatMap(({ manifests = [] }) => manifests)) {
      expect(file).toMatch(/^[a-z0-9][a-z0-9-]*\.yaml$/u);
    }
    expect(answers.map(({ problem }) => problem?.code)).not.toContain('internal');
  });
});
