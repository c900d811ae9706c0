import { describe, expect, it } from 'vitest';
import type { Assistant } from '../../../src/app/assistant.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import { liveShop } from '../../playground/live-shop.ts';
import { everyPress } from '../support/every-press.ts';
import { inWorkspace, readable, type Way } from '../support/fake-workspace.ts';

/** Until `open` is called after `close`, no answer comes. */
function gated(assistant: Assistant) {
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  return {
    close: () => void (gate = Promise.withResolvers<void>()),
    open: () => gate.resolve(),
    assistant: {
      ...assistant,
      answer: (...asked: Parameters<Assistant['answer']>) => gate.promise.then(() => assistant.answer(...asked)),
    },
  };
}

const ofBot = (slack: FakeSlack) =>
  slack.workspace
    .channels()
    .flatMap(({ id }) => slack.workspace.messages(id))
    .filter((one) => one.user === 'U0K8BOT');

describe.each<Way>(['HTTP', 'Socket Mode'])('whatever is pressed, over %s,', (way) => {
  it('is acknowledged while the cluster does not answer yet', { timeout: 60_000 }, async () => {
    const { assistant, close, open } = gated(liveShop(Date.now).assistant);
    await inWorkspace(
      way,
      async (slack, { settled }) => {
        const presses = await everyPress(slack);
        await settled();
        close();
        const acks = await Promise.all([...presses].map(async ([what, press]) => [what, (await press())?.ack.ok]));
        open();
        await settled();
        expect(acks).toEqual([...presses.keys()].map((what) => [what, true]));
      },
      { assistant, deadlineMs: 60_000 },
    );
  });

  it('is authorised when it is pressed, however its message came to be', { timeout: 60_000 }, async () => {
    let may = true;
    const allowed: string[] = [];
    await inWorkspace(
      way,
      async (slack, { settled }) => {
        const presses = await everyPress(slack);
        await settled();
        may = false;
        for (const [what, press] of presses) {
          const before = new Map(ofBot(slack).map((one) => [`${one.channel}:${one.ts}`, readable(one)]));
          const modals = slack.workspace.modalsOf('U0K8YOU').map(({ hash }) => hash);
          await press();
          await settled();
          const news = ofBot(slack).filter((one) => before.get(`${one.channel}:${one.ts}`) !== readable(one));
          const forms = slack.workspace.modalsOf('U0K8YOU').filter(({ hash }) => !modals.includes(hash));
          const said = [...news.map(readable), ...forms.map(({ body }) => JSON.stringify(body.blocks))];
          const refused = said.length > 0 && said.every((words) => words.includes('You may not ask this here.'));
          if (!refused) allowed.push(`${what}: ${said.join('\n')}`);
        }
      },
      { assistant: liveShop(Date.now).assistant, deadlineMs: 60_000, mayAsk: () => may },
    );
    expect(allowed).toEqual([]);
  });
});
