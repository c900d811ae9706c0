import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem/problem.ts';
import type { Message } from '../../src/playground/fake-slack/model.ts';
import { drawBlocks } from '../../src/playground/page/draw/blocks.ts';
import { wordsOf } from '../../src/playground/page/draw/node.ts';
import { startPlayground } from '../../src/playground/start-playground.ts';
import { parseFew, preparedAssistant, quietLogger } from './prepared-assistant.ts';

const GENERAL = 'C0K8GENERAL';

async function start() {
  let count = 0;
  const playground = await startPlayground({
    assistant: preparedAssistant,
    parse: parseFew,
    port: 0,
    logger: quietLogger,
    now: Date.now,
    newRequestId: () => `r${(count += 1)}`,
    clusterName: 'shop',
  });
  const { fake } = playground;
  const messages = (channel = GENERAL) => fake.workspace.messages(channel);
  return {
    playground,
    fake,
    messages,
    /** The first message that fits, as soon as it is there. */
    async until(fits: (message: Message) => boolean, channel = GENERAL): Promise<Message> {
      await expect.poll(() => messages(channel).some(fits), { timeout: 5_000 }).toBe(true);
      const found = messages(channel).find(fits);
      if (found === undefined) throw new Error('It was there and is gone.');
      return found;
    },
    [Symbol.asyncDispose]: () => playground.stop(),
  };
}

const words = (message: Message) =>
  message.blocks.length === 0
    ? message.text
    : wordsOf(drawBlocks(message.blocks, { user: () => undefined, channel: () => undefined }));

/** The button with these words. */
function buttonOf(message: Message, label: string) {
  for (const block of message.blocks) {
    const elements = (block['elements'] ?? []) as { readonly action_id?: string; readonly text?: { readonly text?: string } }[];
    const button = elements.find((one) => one.text?.text === label);
    if (button !== undefined) return { blockId: String(block['block_id']), actionId: String(button.action_id) };
  }
  throw new Error(`No button says ${label}.`);
}

describe('the playground', () => {
  it('answers a slash command in private, through the real Bolt app', async () => {
    await using world = await start();
    const { ack } = await world.fake.sendCommand('triage checkout -n shop');
    expect(ack.ok).toBe(true);
    const answer = await world.until((one) => one.user === 'U0K8BOT');
    expect(answer.only).toBe('U0K8YOU');
    expect(words(answer)).toContain('selects no pod');
    expect(words(answer)).toContain('kubectl patch service checkout');
  });

  it('shares the answer with the channel when the person asks for it', async () => {
    await using world = await start();
    await world.fake.sendCommand('triage checkout -n shop');
    const answer = await world.until((one) => one.only !== undefined);
    await world.fake.clickButton(answer, buttonOf(answer, 'Share here'));
    const card = await world.until((one) => one.user === 'U0K8BOT' && one.only === undefined);
    expect(words(card)).toContain('selects no pod');
  });

  it('answers a button', async () => {
    await using world = await start();
    await world.fake.sendCommand('triage checkout -n shop');
    const answer = await world.until((one) => one.user === 'U0K8BOT');
    await world.fake.clickButton(answer, buttonOf(answer, 'Explain checkout'));
    expect(words(await world.until((one) => words(one).includes('is a ClusterIP Service')))).toContain(
      'checkout.shop.svc.cluster.local',
    );
  });

  it('answers a mention in its thread, and a direct message', async () => {
    await using world = await start();
    const question = world.fake.sendMessage('@k8s-svc explain checkout');
    expect((await world.until((one) => one.user === 'U0K8BOT')).threadTs).toBe(question.ts);
    world.fake.sendMessage('explain checkout', { channel: 'D0K8YOU' });
    expect(words(await world.until((one) => one.user === 'U0K8BOT', 'D0K8YOU'))).toContain('ClusterIP Service');
  });

  it('answers where the app is no member', async () => {
    await using world = await start();
    await world.fake.sendCommand('explain checkout -n shop', { channel: 'C0K8RANDOM' });
    expect((await world.until((one) => one.user === 'U0K8BOT', 'C0K8RANDOM')).only).toBe('U0K8YOU');
  });

  it('says what is wrong with a command', async () => {
    await using world = await start();
    await world.fake.sendCommand('tirage checkout');
    const answer = await world.until((one) => one.user === 'U0K8BOT');
    expect(words(answer)).toContain('Did you mean "triage"?');
  });

  it('publishes a Home tab when it is opened', async () => {
    await using world = await start();
    await world.fake.openHome();
    await expect.poll(() => world.fake.workspace.home('U0K8YOU')?.body.blocks.length ?? 0).toBeGreaterThan(0);
  });

  it('says which port is taken and what to do', async () => {
    await using world = await start();
    const port = Number(new URL(world.playground.url).port);
    const second = startPlayground({
      assistant: preparedAssistant,
      parse: parseFew,
      port,
      logger: quietLogger,
      now: Date.now,
      newRequestId: () => 'r',
      clusterName: 'shop',
    });
    await expect(second).rejects.toBeInstanceOf(Problem);
    await expect(second).rejects.toMatchObject({
      code: 'bad-request',
      say: `Port ${port} is taken.`,
      next: [`npm start -- --port ${port + 1}`],
    });
  });
});
