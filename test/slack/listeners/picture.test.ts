import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { singleCluster } from '../../../src/app/clusters.ts';
import { drawPng } from '../../../src/bin/draw-png.ts';
import { makeAssistant } from '../../../src/bin/make-assistant.ts';
import { Problem } from '../../../src/core/problem/problem.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../../src/playground/fake-slack/model.ts';
import { createFileReader } from '../../../src/read/files/file-reader.ts';
import { buttonOf, inWorkspace, readable } from '../support/fake-workspace.ts';

const GENERAL = 'C0K8GENERAL';
const RANDOM = 'C0K8RANDOM';
const MINE = 'D0K8YOU';
const text = readFileSync(new URL('../../../src/playground/sample-cluster/cluster.yaml', import.meta.url), 'utf8');
const assistant = makeAssistant(
  singleCluster('kind-shop', () =>
    Promise.resolve(createFileReader({ files: [{ name: 'shop', text }], cluster: 'kind-shop' })),
  ),
);
const real = { assistant, drawPng, deadlineMs: 60_000 };

const read = (slack: FakeSlack, channel: string) => slack.workspace.messages(channel);
const wait = { timeout: 20_000, interval: 50 };

/** The first message there for which this holds. */
function first(slack: FakeSlack, channel: string, holds: (message: Message) => boolean): Promise<Message> {
  return vi.waitFor(() => {
    const found = read(slack, channel).find(holds);
    if (found === undefined) throw new Error(`not among ${read(slack, channel).length} messages`);
    return found;
  }, wait);
}

const hasButtons = (message: Message) => JSON.stringify(message.blocks).includes('"picture"');
const hasFile = ({ files }: Message) => files.length > 0;
const fileOf = (slack: FakeSlack, message: Message) => slack.workspace.file(message.files[0] ?? '');

describe('the Picture button', () => {
  it('of an answer in a channel brings the PNG to its thread, with its conclusion in words', { timeout: 60_000 }, () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        slack.sendMessage('@k8s-svc triage checkout -n shop', { channel: GENERAL });
        const card = await first(slack, GENERAL, hasButtons);
        await slack.clickButton(card, buttonOf(card, 'Picture'));
        const posted = await first(slack, GENERAL, hasFile);
        expect(posted.threadTs).toBe(card.threadTs);
        expect(posted.only).toBeUndefined();
        expect(posted.text).toBe(
          'Traffic to Service checkout in namespace shop: No endpoints. Broken between Service checkout and EndpointSlices: ' +
            'Service checkout selects app=chekout, but the pods of Deployment checkout carry app=checkout.',
        );
        const file = fileOf(slack, posted);
        expect(file?.name).toBe('traffic.png');
        expect(file?.title).toMatch(/^Traffic to Service checkout in namespace shop, 2026-11-20 \d\d:\d\d:\d\d UTC$/u);
        expect(file?.content.subarray(1, 4).toString()).toBe('PNG');
        expect(file?.content.readUInt32BE(16)).toBe(1_440);
        const upload = slack.calls.find(({ method }) => method === 'files.getUploadURLExternal');
        expect(upload?.args['alt_text']).toContain('Endpoints: EndpointSlices (no endpoints), gets no traffic.');
      },
      real,
    ),
  );

  it('of a private answer shows the picture to that person alone', { timeout: 60_000 }, () =>
    inWorkspace(
      'Socket Mode',
      async (slack) => {
        await slack.sendCommand('explain web -n shop', { channel: GENERAL });
        const card = await first(slack, GENERAL, hasButtons);
        expect(card.only).toBeDefined();
        await slack.clickButton(card, buttonOf(card, 'Picture'));
        const note = await first(slack, GENERAL, (message) => readable(message).includes('direct messages'));
        expect(readable(note)).toContain('The picture is in your direct messages with k8s-svc.');
        expect(read(slack, GENERAL).every(({ only }) => only === 'U0K8YOU')).toBe(true);
        const [words, picture] = read(slack, MINE);
        expect(words?.text).toBe('Traffic to Service web in namespace shop: 3 of 3 pods are usable endpoints.');
        expect(picture === undefined ? undefined : fileOf(slack, picture)?.name).toBe('traffic.png');
        expect(read(slack, 'D0K8SAM')).toEqual([]);
      },
      real,
    ),
  );

  it('where the bot is no member brings it to the direct messages, and says so', { timeout: 60_000 }, () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        await slack.sendCommand('explain web -n shop', { channel: RANDOM });
        const mine = await first(slack, RANDOM, hasButtons);
        await slack.clickButton(mine, buttonOf(mine, 'Share here'));
        const shared = await first(slack, RANDOM, (message) => message.only === undefined);
        await slack.clickButton(shared, buttonOf(shared, 'Picture'));
        await first(slack, MINE, hasFile);
        const note = await first(slack, RANDOM, (message) => readable(message).includes('direct messages'));
        expect(note.only).toBe('U0K8YOU');
        expect(read(slack, RANDOM).some(hasFile)).toBe(false);
      },
      real,
    ),
  );

  it('gives an SVG where a PNG cannot be drawn', { timeout: 60_000 }, () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        slack.sendMessage('@k8s-svc explain web -n shop', { channel: GENERAL });
        const card = await first(slack, GENERAL, hasButtons);
        await slack.clickButton(card, buttonOf(card, 'Picture'));
        const file = fileOf(slack, await first(slack, GENERAL, hasFile));
        expect(file?.name).toBe('traffic.svg');
        expect(file?.content.toString()).toMatch(/^<svg /u);
      },
      { ...real, drawPng: () => Promise.reject(new Problem('bad-request', 'A PNG needs a package.')) },
    ),
  );

  it('says it to the person when Slack does not take the file', { timeout: 60_000 }, () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        slack.sendMessage('@k8s-svc explain web -n shop', { channel: GENERAL });
        const card = await first(slack, GENERAL, hasButtons);
        slack.troubles.add('files.completeUploadExternal', { status: 503 }, 10);
        await slack.clickButton(card, buttonOf(card, 'Picture'));
        const said = await first(slack, GENERAL, ({ only }) => only !== undefined);
        expect(readable(said)).toContain('The picture could not be attached: Slack did not take it.');
        expect(readable(said)).toContain('k8s-svc explain SERVICE --picture web.png');
      },
      real,
    ),
  );
});
