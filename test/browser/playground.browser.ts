import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startPlayground } from '../../src/playground/start-playground.ts';
import { parseFew, preparedAssistant, quietLogger } from '../playground/prepared-assistant.ts';
import type { Looks } from './open-page.ts';
import { expectShown, shoot, type, withPlayground } from './with-playground.ts';

const { open, served } = withPlayground(() => {
  let count = 0;
  return startPlayground({
    assistant: preparedAssistant,
    parse: parseFew,
    port: 0,
    logger: quietLogger,
    now: Date.now,
    newRequestId: () => `r${(count += 1)}`,
    clusterName: 'shop',
  });
});

describe('the playground page', () => {
  it('answers a typed command, shares it, and goes on in its thread', async () => {
    const page = await open();
    await type(page, '/k8s-svc triage checkout -n shop');
    const answer = page.locator('article.ephemeral');
    await expectShown(answer.getByText('Only visible to you'));
    await expectShown(answer.getByText('kubectl patch service checkout'));
    await shoot(page, 'answer');

    await answer.getByRole('button', { name: 'Share here' }).click();
    const card = page.locator('article:not(.ephemeral)').filter({ hasText: 'selects no pod' });
    await expectShown(card);
    await card.hover();
    await card.getByRole('button', { name: 'Reply' }).click();

    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('combobox').fill('@k8s-svc explain checkout');
    await thread.getByRole('combobox').press('Enter');
    await expectShown(thread.getByText('is a ClusterIP Service'));
    await expectShown(page.getByRole('button', { name: /^2 replies/ }));
    await shoot(page, 'thread');
  });

  it('answers a button', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Why is checkout down?' }).click();
    await page.getByRole('button', { name: 'Explain checkout' }).click();
    await expectShown(page.getByText('is a ClusterIP Service'));
  });

  it('completes the command and its verbs by keyboard', async () => {
    const page = await open();
    const field = page.getByRole('combobox', { name: 'Message #general' });
    await field.pressSequentially('/k8');
    await expectShown(page.getByRole('option', { name: /k8s-svc/ }));
    await field.press('Enter');
    await field.pressSequentially('ex');
    expect(await page.locator('#composer').getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('explain'),
      expect.stringContaining('expose'),
    ]);
    await field.press('ArrowDown');
    await field.press('ArrowUp');
    await shoot(page, 'completion');
    await field.press('Tab');
    expect(await field.inputValue()).toBe('/k8s-svc explain ');
    await field.pressSequentially('checkout -n shop');
    await field.press('Enter');
    await expectShown(page.getByText('is a ClusterIP Service'));
  });

  it('hands out a long manifest as a file', async () => {
    const page = await open();
    await type(page, '@k8s-svc manifest ClusterIP checkout');
    await page.getByRole('button', { name: /repl/ }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('complementary').getByRole('link', { name: 'Download' }).click();
    const path = await (await saving).path();
    expect(await readFile(path, 'utf8')).toContain('# line 399');
  });

  it('shows the Home tab of the app and answers there without a prefix', async () => {
    const page = await open();
    await page.getByRole('navigation').getByRole('button', { name: 'k8s-svc' }).click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await expectShown(page.locator('#home .body, #home > *').first());
    await page.getByRole('tab', { name: 'Messages' }).click();
    const field = page.getByRole('combobox', { name: 'Message k8s-svc' });
    await field.fill('explain checkout');
    await field.press('Enter');
    // The app answers a direct message in a thread or beside it; both are on the page.
    await expectShown(
      page
        .getByText('is a ClusterIP Service')
        .or(page.getByRole('button', { name: /repl/ }))
        .first(),
    );
  });

  it('shows a modal with every kind of input, says what is missing, and hands on what was chosen', async () => {
    const page = await open();
    const { fake } = served();
    const label = (text: string) => ({ type: 'plain_text', text });
    const option = (value: string) => ({ text: label(value), value });
    const input = (name: string, element: object) => ({
      type: 'input',
      block_id: name,
      label: label(name),
      element: { action_id: name, ...element },
    });
    const view = {
      type: 'modal',
      title: label('Manifest'),
      submit: label('Write'),
      blocks: [
        input('Type', { type: 'static_select', options: ['ClusterIP', 'NodePort'].map(option) }),
        input('Name', { type: 'plain_text_input', focus_on_load: true }),
        input('Port', { type: 'number_input', is_decimal_allowed: false, max_value: '65535' }),
        input('Also', { type: 'checkboxes', options: ['NetworkPolicy', 'PodDisruptionBudget'].map(option) }),
        input('Callers', { type: 'radio_buttons', options: ['cluster', 'internet'].map(option) }),
      ],
    };
    await fetch(`${fake.apiUrl}views.open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${fake.botToken}` },
      body: JSON.stringify({ trigger_id: fake.slack.triggers.issue('U0K8YOU'), view }),
    });
    const dialog = page.getByRole('dialog', { name: 'Manifest' });
    await dialog.waitFor();
    await page.keyboard.type('orders');
    await dialog.getByRole('combobox', { name: 'Type' }).selectOption('NodePort');
    await dialog.getByRole('checkbox', { name: 'PodDisruptionBudget' }).check();
    await dialog.getByRole('radio', { name: 'internet' }).check();
    await dialog.getByRole('button', { name: 'Write' }).click();
    await expectShown(dialog.getByText('Please complete this required field.'));
    await shoot(page, 'modal');

    await dialog.getByRole('spinbutton', { name: 'Port' }).fill('8080');
    const sending = page.waitForRequest((request) => request.url().endsWith('/act/submit-view'));
    await dialog.getByRole('button', { name: 'Write' }).click();
    expect((await sending).postDataJSON()).toMatchObject({
      values: {
        Type: { Type: 'NodePort' },
        Name: { Name: 'orders' },
        Port: { Port: '8080' },
        Also: { Also: ['PodDisruptionBudget'] },
        Callers: { Callers: ['internet'] },
      },
    });
    // It is no form of this app.
    await expectShown(page.getByRole('dialog', { name: 'Please start again' }));
  });

  it('lets another person write, who does not see what is private', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Why is checkout down?' }).click();
    await expectShown(page.getByText('Only visible to you'));
    await page.getByLabel('You are').selectOption('Sam');
    await page.getByText('Only visible to you').waitFor({ state: 'detached' });
    await page.getByRole('navigation').getByRole('button', { name: '# oncall' }).click();
    await page.getByLabel('You are').selectOption('Robin');
    await page.getByLabel('You are').selectOption('Sam');
    // Said at once, before the page has heard who is here now.
    await type(page, 'hello from Sam', '#oncall');
    await expectShown(page.getByRole('article', { name: /^Sam/ }).getByText('hello from Sam'));
  });

  it('has no switches over a cluster of somebody’s own', async () => {
    const page = await open();
    expect(await page.getByText('Break the cluster').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Mend all' }).isVisible()).toBe(false);
  });

  it('shows markup that a person types as the text it is', async () => {
    const page = await open();
    await type(page, '<img src=x onerror="document.title=1"> & *bold*');
    const message = page.getByRole('article', { name: /^Robin/ });
    await expectShown(message.getByText('<img src=x onerror="document.title=1"> &'));
    expect(await message.locator('.body img').count()).toBe(0);
    expect(await page.title()).toBe('k8s-svc playground');
  });

  it.each<[string, Looks]>([
    ['light', {}],
    ['dark', { dark: true }],
    ['phone', { width: 390, height: 844 }],
  ])('fits its place (%s)', async (name, looks) => {
    const page = await open(looks);
    await page.getByRole('button', { name: 'Why is checkout down?' }).click();
    await expectShown(page.getByRole('button', { name: 'Share here' }));
    await shoot(page, name);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
    if (name === 'phone') {
      await page.getByRole('button', { name: 'Channels' }).click();
      await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: '# oncall' }).click();
      await expectShown(page.getByRole('heading', { name: '# oncall', exact: true }));
    }
  });
});
