import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Looks } from './open-page.ts';
import { serveShop } from './serve-shop.ts';
import { expectShown, type, withPlayground } from './with-playground.ts';

/** What axe calls serious or critical, each with the elements that it is about. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  // Evaluated and not added as a script: the page allows none but its own.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`,
    );
}

const looks: readonly [string, Looks][] = [
  ['light', {}],
  ['dark', { dark: true }],
  ['on a phone', { width: 390, height: 844 }],
  ['dark on a phone', { width: 390, height: 844, dark: true }],
];

describe('the page over the sample cluster', () => {
  const { open } = withPlayground(serveShop);

  it.each(looks)('has no serious accessibility fault (%s)', async (_name, look) => {
    const page = await open(look);
    expect(await faultsOf(page)).toEqual([]);
    if (look.width !== undefined) await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByText('Trouble with Slack').click();
    await page.getByRole('button', { name: '429, wait 2 s' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('switch', { name: 'web: pods crash' }).click();
    await page.getByRole('navigation').getByRole('button', { name: '# oncall' }).click();
    await expectShown(page.getByText('[FIRING:1]'));
    await page
      .getByRole('article', { name: /^Alertmanager/ })
      .getByRole('button', { name: 'Triage this' })
      .click();
    await page.getByRole('button', { name: /repl/ }).click();
    await expectShown(page.getByRole('complementary', { name: 'Thread' }).getByText(/starts and ends again/));
    expect(await faultsOf(page)).toEqual([]);
  });

  it.each(looks)('has none in private answers, tables, completion and the Home tab (%s)', async (_name, look) => {
    const page = await open(look);
    await type(page, '/k8s-svc list -n shop');
    await expectShown(page.locator('article.ephemeral table'));
    await page.getByRole('combobox', { name: 'Message #general' }).fill('/k8s-svc e');
    await expectShown(page.getByRole('option', { name: /explain/ }));
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Message #general' }).fill('');
    if (look.width !== undefined) await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'k8s-svc' }).click();
    await page.getByRole('tab', { name: 'Messages' }).focus();
    await page.keyboard.press('ArrowRight');
    await expectShown(page.getByRole('tabpanel', { name: 'Home' }));
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('the manifest form', () => {
  const { open } = withPlayground(serveShop);

  it.each(looks)('has no serious accessibility fault, with errors shown (%s)', async (_name, look) => {
    const page = await open(look);
    await type(page, '/k8s-svc manifest ClusterIP web -n shop');
    await page.getByRole('button', { name: 'Change it' }).click();
    const form = page.getByRole('dialog', { name: 'Change the manifest' });
    await expectShown(form.locator('pre').getByText('kind: Service'));
    await form.getByRole('textbox', { name: 'Namespace' }).fill('no namespace');
    await form.getByRole('button', { name: 'Write it' }).click();
    await expectShown(form.getByText(/^A namespace has lower-case letters/));
    expect(await faultsOf(page)).toEqual([]);
  });
});
