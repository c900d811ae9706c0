import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serveForm } from './manifest-form-app.ts';
import { expectShown, shoot, type, withPlayground } from './with-playground.ts';

const { open, served } = withPlayground(serveForm);

async function openForm(page: Page) {
  await type(page, '/k8s-svc manifest');
  const form = page.getByRole('dialog', { name: 'Manifest' });
  await form.waitFor();
  return {
    form,
    name: form.getByRole('textbox', { name: 'Name' }),
    preview: form.locator('pre'),
    submit: () => form.getByRole('button', { name: 'Write' }).click(),
  };
}

describe('a modal with a live preview', () => {
  it('puts the focus where the app wants it, and keeps it and what is typed while the preview changes', async () => {
    const page = await open();
    const { form, name, preview } = await openForm(page);
    await expect.poll(() => page.evaluate('document.activeElement.dataset.action')).toBe('name');
    await page.keyboard.type('orders');
    await expect.poll(() => preview.innerText()).toContain('name: orders');
    await page.keyboard.type('-api');
    await form.getByRole('combobox', { name: 'Type' }).selectOption('NodePort');
    await expect.poll(() => preview.innerText()).toContain('name: orders-api\ntype: NodePort');
    expect(await name.inputValue()).toBe('orders-api');
    await shoot(page, 'modal-preview');
  });

  it('says what is missing before the app hears of it, and what the app refuses', async () => {
    const page = await open();
    const { form, name, preview, submit } = await openForm(page);
    await name.fill('taken');
    await submit();
    await expectShown(form.getByText('Please complete this required field.'));
    // The preview comes a moment after the last letter, and must not take the error away.
    await expect.poll(() => preview.innerText()).toContain('name: taken');
    await expectShown(form.getByText('Please complete this required field.'));
    await form.getByRole('spinbutton', { name: 'Port' }).fill('8080');
    await submit();
    await expectShown(form.getByText('There is a Service of this name.'));
    expect(await form.getByText('Please complete this required field.').count()).toBe(0);
  });

  it('hands out what was chosen as a file to save, and a picture', async () => {
    const page = await open();
    const { form, name, submit } = await openForm(page);
    await name.fill('orders');
    await form.getByRole('spinbutton', { name: 'Port' }).fill('8080');
    await form.getByRole('checkbox', { name: 'NetworkPolicy' }).check();
    await form.getByRole('radio', { name: 'internet' }).check();
    await submit();
    await form.waitFor({ state: 'hidden' });

    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const path = await (await saving).path();
    expect(await readFile(path, 'utf8')).toBe(
      'kind: Service\nname: orders\ntype: ClusterIP\nport: 8080\nextras: NetworkPolicy\nscope: internet\n',
    );
    const picture = page.getByRole('img', { name: 'The traffic path' });
    await picture.waitFor();
    expect(await page.evaluate('document.querySelector(\'[alt="The traffic path"]\').naturalWidth')).toBe(1);
  });

  it('closes with Escape, and the focus goes back to where the person wrote', async () => {
    const page = await open();
    const { form } = await openForm(page);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    expect(served().fake.workspace.modalsOf('U0K8YOU')).toEqual([]);
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Message #general');
  });
});
