import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { answer, yaml } from '../../../src/core/answer/build.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Json, Message, View } from '../../../src/playground/fake-slack/model.ts';
import { TRIGGER_LIFE_MS } from '../../../src/playground/fake-slack/trigger-ids.ts';
import { blocksToText } from '../../../src/render/slack/blocks-to-text.ts';
import type { SlackBlock } from '../../../src/render/slack/blocks.ts';
import type { SlackAppDeps } from '../../../src/slack/deps.ts';
import { createMemoryStore } from '../../../src/slack/store.ts';
import { buttonOf, inWorkspace, readable } from '../support/fake-workspace.ts';
import { createPreparedAssistant } from '../support/prepared.ts';
import { shopAssistant } from '../support/shop-assistant.ts';

const YOU = 'U0K8YOU';
const channelOf = (slack: FakeSlack, name: string) => slack.workspace.channel(name)?.id ?? '';
const botsIn = (slack: FakeSlack, channel: string): readonly Message[] =>
  slack.workspace.messages(channel).filter((message) => message.user === slack.workspace.directory.app.botUserId);

const wait = <T>(look: () => T) => vi.waitFor(look, { timeout: 10_000 });

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`no ${what}`);
  return value;
};

const modal = (slack: FakeSlack): View => found(slack.workspace.modalsOf(YOU).at(-1), 'modal');
const shown = (view: View): string => blocksToText(view.body.blocks as unknown as SlackBlock[]);

/** What the modal shows when it is about these words. */
const modalWith = (slack: FakeSlack, words: string): Promise<View> =>
  wait(() => {
    expect(shown(modal(slack))).toContain(words);
    return modal(slack);
  });

/** The block of an input, and what it is filled with. */
function input(view: View, field: string): { blockId: string; value: unknown } {
  const block = found(
    view.body.blocks.find((one) => (one['element'] as Json | undefined)?.['action_id'] === `form.${field}`),
    `input ${field}`,
  );
  const element = block['element'] as Json;
  return {
    blockId: String(block['block_id']),
    value: element['initial_value'] ?? (element['initial_option'] as Json | undefined)?.['value'],
  };
}

const typed = (view: View, field: string, value: string): Json => ({
  [input(view, field).blockId]: { [`form.${field}`]: { value } },
});
const chosen = (view: View, field: string, value: string): Json => ({
  [input(view, field).blockId]: {
    [`form.${field}`]: { selected_option: { value, text: { type: 'plain_text', text: value } } },
  },
});

const change = (slack: FakeSlack, view: View, field: string, set: Json, values: Json = {}) => {
  const { blockId } = input(view, field);
  return slack.clickInView(
    view,
    { blockId, actionId: `form.${field}`, chosen: found((set[blockId] as Record<string, Json>)[`form.${field}`], field) },
    values,
  );
};

const fileIn = (slack: FakeSlack, channel: string) =>
  slack.workspace
    .messages(channel)
    .flatMap((message) => message.files.map((id) => slack.workspace.file(id)))
    .at(0);

const longYaml = `kind: Service\napiVersion: v1\nmetadata:\n  name: web\n${Array.from({ length: 287 }, (_, line) => `# line ${line}`).join('\n')}\n`;
const longManifest = answer('manifest', 'A long manifest.', {
  parts: [yaml('web-service.yaml', longYaml)],
  manifests: [{ name: 'web-service.yaml', yaml: longYaml, proven: ['schema'] }],
});

const shop: Partial<SlackAppDeps> = { assistant: shopAssistant() };

/** The form of `manifest ClusterIP web`, asked for in #general in public. */
async function publicForm(slack: FakeSlack): Promise<{ asked: Message; card: Message; view: View }> {
  const general = channelOf(slack, 'general');
  const asked = slack.sendMessage('@k8s-svc manifest ClusterIP web -n shop', { channel: general });
  const card = await wait(() => found(botsIn(slack, general)[0], 'answer'));
  await slack.clickButton(card, buttonOf(card, 'Change it'));
  return { asked, card, view: await modalWith(slack, 'kind: Service') };
}

async function privateForm(slack: FakeSlack): Promise<View> {
  const general = channelOf(slack, 'general');
  await slack.sendCommand('manifest ClusterIP web -n shop', { channel: general });
  const card = await wait(() => found(botsIn(slack, general)[0], 'answer'));
  await slack.clickButton(card, buttonOf(card, 'Change it'));
  return modalWith(slack, 'kind: Service');
}

describe('the manifest form', () => {
  it('opens filled with what the manifest says, and shows what it is proven by', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const { view } = await publicForm(slack);
        expect(['type', 'name', 'namespace', 'ports', 'audience'].map((field) => input(view, field).value)).toEqual([
          'ClusterIP',
          'web',
          'shop',
          '8080:http',
          'unsaid',
        ]);
        expect(shown(view)).toContain('name: web\n  namespace: shop');
        expect(shown(view)).toMatch(
          /Passed: the rules of the API \(the fields of [^)]+\)\. Not run: the triage checks against the cluster/,
        );
        expect(shown(view)).toContain('could not read endpointslices');
        expect(shown(view)).not.toContain('kubectl apply');
      },
      shop,
    ));

  it('previews a change, keeps what was typed, and lets what nobody touched follow', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const { view } = await publicForm(slack);
        const ports = typed(view, 'ports', '80:http\n443:8443');
        await change(slack, view, 'type', chosen(view, 'type', 'NodePort'), ports);
        const next = await modalWith(slack, 'type: NodePort');
        expect(shown(next)).toContain('port: 443\n    targetPort: 8443');
        expect(input(next, 'ports')).toEqual({ blockId: input(view, 'ports').blockId, value: '80:http\n443:8443' });

        await change(slack, next, 'name', typed(next, 'name', 'shop-front'), typed(next, 'ports', '80:http\n443:8443'));
        const named = await modalWith(slack, 'name: shop-front');
        expect(input(named, 'name').value).toBe('shop-front');
        expect(shown(named)).toContain('type: NodePort');
      },
      shop,
    ));

  it('says so when the name that was typed is taken', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const { view } = await publicForm(slack);
        await change(slack, view, 'name', typed(view, 'name', 'checkout'));
        expect(shown(await modalWith(slack, 'is taken'))).toContain(
          'The name checkout is taken in shop, so it is called checkout-internal.',
        );
      },
      shop,
    ));

  it('asks for a host where the type needs one', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const { view } = await publicForm(slack);
        expect(() => input(view, 'host')).toThrow('no input host');
        await change(slack, view, 'type', chosen(view, 'type', 'ExternalName'));
        const named = await modalWith(slack, 'Host name');
        await change(slack, named, 'host', typed(named, 'host', 'db.example.org'), chosen(named, 'type', 'ExternalName'));
        const outside = await modalWith(slack, 'externalName: db.example.org');
        expect(() => input(outside, 'ports')).toThrow('no input ports');
        await change(slack, outside, 'type', chosen(outside, 'type', 'ClusterIP'));
        const back = await modalWith(slack, 'type: ClusterIP');
        expect(input(back, 'ports').value).toBe('8080:http');
      },
      shop,
    ));

  it('says what is wrong with a value, in the preview and at its input', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const { view } = await publicForm(slack);
        const wrong = { ...typed(view, 'ports', '80:http\n70000'), ...typed(view, 'name', 'Web_App') };
        await change(slack, view, 'ports', typed(view, 'ports', '80:http\n70000'), wrong);
        const preview = await modalWith(slack, 'No preview yet');
        expect(shown(preview)).toContain('Line 2: "70000" is no port: a whole number from 1 to 65535.');

        const { errors } = await slack.submitView(preview, wrong);
        expect(errors).toEqual({
          [input(view, 'name').blockId]:
            'A Service name has lower-case letters, digits and dashes, at most 60, begins with a letter and ends with a letter or digit.',
          [input(view, 'ports').blockId]: 'Line 2: "70000" is no port: a whole number from 1 to 65535.',
        });
        expect(botsIn(slack, channelOf(slack, 'general'))).toHaveLength(1);
      },
      shop,
    ));

  it('brings the manifest and the command that applies it to the thread of the button', () =>
    inWorkspace(
      'Socket Mode',
      async (slack) => {
        const { asked, view } = await publicForm(slack);
        const general = channelOf(slack, 'general');
        await slack.submitView(view, { ...chosen(view, 'type', 'LoadBalancer'), ...typed(view, 'ports', '80:http') });
        const answer = await wait(() => found(botsIn(slack, general)[1], 'second answer'));
        expect(answer).toMatchObject({ threadTs: asked.ts, only: undefined });
        expect(readable(answer)).toContain('type: LoadBalancer');
        expect(readable(answer)).toContain('kubectl apply -f web-service.yaml');
        expect(slack.workspace.modalsOf(YOU)).toEqual([]);
        expect(buttonOf(answer, 'Change it').actionId).toBe('change');
      },
      shop,
    ));

  it('keeps a private answer private', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const view = await privateForm(slack);
        await slack.submitView(view, typed(view, 'name', 'shop-front'));
        const general = channelOf(slack, 'general');
        const answer = await wait(() => found(botsIn(slack, general)[1], 'second answer'));
        expect(readable(answer)).toContain('name: shop-front');
        expect(botsIn(slack, general).map((one) => one.only)).toEqual([YOU, YOU]);
      },
      shop,
    ));

  it('keeps it private after a restart and where the address of the answer is used up', () =>
    inWorkspace(
      'HTTP',
      async (slack, { restart }) => {
        const view = await privateForm(slack);
        await restart();
        const state = JSON.parse(String(view.body['private_metadata'])) as { origin: { privately: { url?: string } } };
        delete state.origin.privately.url;
        slack.workspace.showView({ ...view, body: { ...view.body, private_metadata: JSON.stringify(state) } });
        await slack.submitView(modal(slack), typed(view, 'name', 'shop-front'));
        const general = channelOf(slack, 'general');
        const answer = await wait(() => found(botsIn(slack, general)[1], 'second answer'));
        expect(answer.only).toBe(YOU);
        expect(readable(answer)).toContain('name: shop-front');
      },
      shop,
    ));

  it('brings a long manifest as a file', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const general = channelOf(slack, 'general');
        const { view } = await publicForm(slack);
        expect(shown(view)).toContain('211 more lines: "Write it" brings all of it.');
        await slack.submitView(view, {});
        const file = await wait(() => found(fileIn(slack, general), 'file'));
        expect(file).toMatchObject({ name: 'web-service.yaml', snippetType: 'yaml' });
        expect(file.content.toString('utf8')).toBe(longYaml);
      },
      { assistant: createPreparedAssistant((request) => (request.verb === 'manifest' ? longManifest : undefined)) },
    ));

  it('says in one sentence that a press came too late', { timeout: 20_000 }, () => {
    const store = createMemoryStore({ now: Date.now });
    return inWorkspace(
      'HTTP',
      async (slack) => {
        const general = channelOf(slack, 'general');
        slack.sendMessage('@k8s-svc manifest ClusterIP web -n shop', { channel: general });
        const card = await wait(() => found(botsIn(slack, general)[0], 'answer'));
        await slack.clickButton(card, buttonOf(card, 'Change it'));
        const said = await wait(() => found(botsIn(slack, general)[1], 'sentence'));
        expect(said.only).toBe(YOU);
        expect(readable(said)).toContain('this press reached me later: please press the button again');
        expect(slack.workspace.modalsOf(YOU)).toEqual([]);
      },
      {
        ...shop,
        store: {
          ...store,
          async claim(key, ms) {
            if (key.startsWith('action:')) await sleep(TRIGGER_LIFE_MS + 100);
            return store.claim(key, ms);
          },
        },
      },
    );
  });

  it.each([
    ['another version', (metadata: string) => metadata.replace('"v":1', '"v":2')],
    ['words that are no manifest', (metadata: string) => metadata.replace('manifest ClusterIP web', 'triage web')],
    ['nothing', () => ''],
  ])('asks to start again when the form holds %s', (_, spoil) =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const { view } = await publicForm(slack);
        const spoilt = (one: View): View => ({
          ...one,
          body: { ...one.body, private_metadata: spoil(String(one.body['private_metadata'])) },
        });
        slack.workspace.showView(spoilt(view));
        await slack.submitView(modal(slack), {});
        expect(shown(modal(slack))).toContain('from another version of k8s-svc: please start again');
        slack.workspace.showView(spoilt(view));
        await change(slack, modal(slack), 'type', chosen(view, 'type', 'NodePort'));
        await modalWith(slack, 'please start again');
        expect(botsIn(slack, channelOf(slack, 'general'))).toHaveLength(1);
      },
      shop,
    ),
  );

  it('authorises the press, each preview and the submit', () => {
    const asked: string[] = [];
    let allowed = true;
    return inWorkspace(
      'HTTP',
      async (slack) => {
        const general = channelOf(slack, 'general');
        const { card, view } = await publicForm(slack);
        expect(asked).toEqual([`${general} manifest`, `${general} manifest`]);
        allowed = false;
        await change(slack, view, 'type', chosen(view, 'type', 'NodePort'));
        expect(shown(await modalWith(slack, 'You may not ask this here.'))).not.toContain('kind: Service');
        await slack.submitView(view, {});
        const refused = await wait(() => found(botsIn(slack, general)[1], 'refusal'));
        expect(readable(refused)).toContain('You may not ask this here.');
        await slack.clickButton(card, buttonOf(card, 'Change it'));
        const closed = await modalWith(slack, 'You may not ask this here.');
        expect(closed.body['submit']).toBeUndefined();
        expect(asked).toHaveLength(5);
      },
      {
        ...shop,
        mayAsk: ({ channelId }, { verb }) => {
          asked.push(`${channelId} ${verb}`);
          return allowed;
        },
      },
    );
  });
});

describe('"As file"', () => {
  it('brings the manifest as a YAML file to the thread of its message', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const general = channelOf(slack, 'general');
        const asked = slack.sendMessage('@k8s-svc expose web -n shop --audience cluster', { channel: general });
        const card = await wait(() => found(botsIn(slack, general)[0], 'answer'));
        await slack.clickButton(card, buttonOf(card, 'As file'));
        const file = await wait(() => found(fileIn(slack, general), 'file'));
        expect(file).toMatchObject({ name: 'web-service.yaml', snippetType: 'yaml' });
        expect(file.content.toString('utf8')).toContain('kind: Service\nmetadata:\n  name: web\n');
        expect(botsIn(slack, general)[1]).toMatchObject({ threadTs: asked.ts, only: undefined });
      },
      shop,
    ));

  it('brings that of a private answer to the direct messages, and says so', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const general = channelOf(slack, 'general');
        await slack.sendCommand('manifest ClusterIP web -n shop', { channel: general });
        const card = await wait(() => found(botsIn(slack, general)[0], 'answer'));
        await slack.clickButton(card, buttonOf(card, 'As file'));
        const said = await wait(() => found(botsIn(slack, general)[1], 'sentence'));
        expect(said.only).toBe(YOU);
        expect(readable(said)).toBe('web-service.yaml is in your direct messages with k8s-svc.');
        expect(fileIn(slack, general)).toBeUndefined();
        expect(fileIn(slack, slack.workspace.directMessage(YOU)?.id ?? '')?.name).toBe('web-service.yaml');
      },
      shop,
    ));

  it('says why when Slack does not take the file', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const general = channelOf(slack, 'general');
        slack.sendMessage('@k8s-svc manifest ClusterIP web -n shop', { channel: general });
        const card = await wait(() => found(botsIn(slack, general)[0], 'answer'));
        slack.troubles.add('files.completeUploadExternal', { status: 503 }, 10);
        await slack.clickButton(card, buttonOf(card, 'As file'));
        const said = await wait(() => found(botsIn(slack, general)[1], 'sentence'));
        expect(said.only).toBe(YOU);
        expect(readable(said)).toContain('The file web-service.yaml could not be attached: Slack did not take it.');
      },
      shop,
    ));
});
