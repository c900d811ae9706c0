import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serveShop } from './serve-shop.ts';
import { expectShown, shoot, type, withPlayground } from './with-playground.ts';

const { open, served } = withPlayground(serveShop);

const threadOf = (page: Page) => page.getByRole('complementary', { name: 'Thread' });
const goTo = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name }).click();

describe('someone who has an app to expose', () => {
  it('says who calls it by a button, and gets the type with its manifest', async () => {
    const page = await open();
    await type(page, '/k8s-svc expose web -n shop');
    await expectShown(page.getByText('Who calls it, and from where?'));
    await shoot(page, 'expose-question');
    await page.getByRole('button', { name: 'The internet' }).click();
    const answer = page.getByRole('article', { name: /^k8s-svc/ }).last();
    await expectShown(answer.getByText('kind: Ingress'));
    expect(await answer.innerText()).toContain('ingressClassName: nginx');
    await shoot(page, 'expose-answer');
  });
});

describe('someone who meets a Service', () => {
  it('has it explained with its addresses and what stands behind it, and shares it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'What is web?' }).click();
    const answer = page.locator('article.ephemeral').last();
    await expectShown(answer.getByText('web.shop.svc.cluster.local'));
    await expectShown(answer.getByText(/3 ready/));
    await shoot(page, 'explain');
    await answer.getByRole('button', { name: 'Share here' }).click();
    await expectShown(page.locator('article:not(.ephemeral)').getByText('web.shop.svc.cluster.local'));
  });
});

describe('someone who wants a manifest', () => {
  it('gets it proven, from the labels and ports of the workload', async () => {
    const page = await open();
    await type(page, '/k8s-svc manifest ClusterIP web -n shop');
    const answer = page.getByRole('article', { name: /^k8s-svc/ }).last();
    await expectShown(answer.getByText('kind: Service'));
    const words = await answer.innerText();
    expect(words).toContain('app: web');
    expect(words).toContain('targetPort: http');
    await shoot(page, 'manifest');
  });

  it('leaves the form by Escape, and writes on where it was', async () => {
    const page = await open();
    await type(page, '/k8s-svc manifest ClusterIP web -n shop');
    await page.getByRole('button', { name: 'Change it' }).click();
    const form = page.getByRole('dialog', { name: 'Change the manifest' });
    await expectShown(form.locator('pre').getByText('kind: Service'));
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    expect(served().fake.workspace.modalsOf('U0K8YOU')).toEqual([]);
    await expect.poll(() => page.evaluate('document.activeElement.innerText')).toBe('Change it');
  });

  it('changes it in a form with a live preview, and downloads it', async () => {
    const page = await open();
    await type(page, '@k8s-svc manifest ClusterIP web -n shop');
    await page.getByRole('button', { name: /repl/ }).click();
    const thread = threadOf(page);
    await thread.getByRole('button', { name: 'Change it' }).click();
    const form = page.getByRole('dialog', { name: 'Change the manifest' });
    const name = form.getByRole('textbox', { name: 'Name of the Service' });
    const ports = form.getByRole('textbox', { name: 'Ports, one a line' });
    const preview = form.locator('pre');
    const previewed = (words: string) => expect.poll(() => preview.innerText()).toContain(words);
    await previewed('name: web-internal');
    expect([await name.inputValue(), await ports.inputValue()]).toEqual(['web-internal', '80:http']);

    // Nobody touched the name, so it follows the type; the ports are the person's from now on.
    await form.getByRole('combobox', { name: 'Type' }).selectOption('NodePort');
    await previewed('type: NodePort');
    expect(await name.inputValue()).toBe('web-nodeport');
    await ports.fill('80:http\n');
    await ports.pressSequentially('70000', { delay: 30 });
    expect(await ports.inputValue()).toBe('80:http\n70000');
    await expectShown(form.getByText('Line 2: "70000" is no port: a whole number from 1 to 65535.'));
    await form.getByRole('button', { name: 'Write it' }).click();
    await expectShown(
      form
        .getByRole('alert')
        .getByText(/Line 2/)
        .or(form.locator('[data-error]').getByText(/Line 2/)),
    );
    await shoot(page, 'manifest-form-refused');
    await ports.fill('8000:http');
    await previewed('port: 8000');
    await name.fill('shop-front');
    await name.press('Enter');
    await previewed('name: shop-front');
    expect(await ports.inputValue()).toBe('8000:http');
    await form.getByRole('combobox', { name: 'Who calls it' }).selectOption('Our network (VPC, VPN, office)');
    await expectShown(form.getByText(/^Passed: the rules of the API \(the fields of .*\) and the triage checks/));
    await shoot(page, 'manifest-form');
    await form.getByText(/^Passed: /).scrollIntoViewIfNeeded();
    await shoot(page, 'manifest-form-preview');

    await form.getByRole('button', { name: 'Write it' }).click();
    await form.waitFor({ state: 'hidden' });
    await expectShown(thread.getByText('kubectl apply -f shop-front-service.yaml'));
    await thread.getByRole('button', { name: 'As file' }).last().click();
    const saving = page.waitForEvent('download');
    await thread.getByRole('link', { name: 'Download' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('shop-front-service.yaml');
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved).toContain('kind: Service\nmetadata:\n  name: shop-front\n  namespace: shop\n');
    expect(saved).toContain('type: NodePort');
    expect(saved).toContain('port: 8000\n    targetPort: http\n');
    await shoot(page, 'manifest-file');
  });
});

describe('someone on call', () => {
  it('has an alert triaged in its thread, mends the cause, and the watch says that it is healthy', async () => {
    const page = await open();
    await goTo(page, '# oncall');
    await page.getByRole('switch', { name: 'web: pods crash' }).click();
    const alert = page.getByRole('article', { name: /^Alertmanager/ }).filter({ hasText: 'FIRING' });
    await expectShown(alert.getByText('[FIRING:1] KubePodCrashLooping (shop web critical)'));
    await alert.getByRole('button', { name: '1 reply' }).click();

    const thread = threadOf(page);
    await expectShown(thread.getByText(/starts and ends again and again/));
    await expectShown(thread.getByText(/kubectl logs web-\S+ -n shop -c web --previous/));
    await shoot(page, 'alert-triage');
    await thread.getByRole('button', { name: 'Watch until healthy' }).click();
    await expectShown(thread.getByRole('button', { name: 'Stop' }));

    await page.getByRole('switch', { name: 'web: pods crash' }).click();
    await expectShown(page.getByText('[RESOLVED] KubePodCrashLooping'));
    await expectShown(
      thread.getByText(/After \d+ s: Service web in namespace shop \(ClusterIP\) is healthy: 3 ready endpoints/),
    );
    expect(await thread.getByRole('button', { name: 'Stop' }).count()).toBe(0);
    await shoot(page, 'alert-mended');
  });

  it('has a message of somebody else triaged, and its YAML reviewed, by its menu', async () => {
    const page = await open();
    await page.getByLabel('You are').selectOption('Sam');
    await type(page, 'checkout in shop gives me 503s since lunch');
    await type(page, '```\nkind: Service\napiVersion: v1\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 70000\n```');
    await page.getByLabel('You are').selectOption('Robin');
    const messages = page.getByRole('article', { name: /^Sam/ });
    const thread = threadOf(page);
    const chosen = async (words: string, name: string) => {
      const message = messages.filter({ hasText: words });
      await message.hover();
      await message.getByRole('button', { name }).click();
      await message.getByRole('button', { name: '1 reply' }).click();
    };
    await chosen('503s', 'Triage this');
    await expectShown(thread.getByText(/Service checkout selects/));
    await chosen('port: 70000', 'Review YAML');
    await expectShown(thread.getByText(/70000/).nth(1));
    await shoot(page, 'review');
  });
});

describe('someone who looks closer', () => {
  it('gets the picture of a triage in its thread, and says whether the answer helped', async () => {
    const page = await open();
    await type(page, '@k8s-svc triage checkout -n shop');
    await page.getByRole('button', { name: '1 reply' }).click();
    const thread = threadOf(page);
    await thread.getByRole('button', { name: 'Picture' }).click();
    await thread.getByRole('img', { name: /^Traffic to Service checkout/ }).waitFor();
    await expect.poll(() => page.evaluate('document.querySelector("#thread img").naturalWidth')).toBe(1_440);
    await thread.getByRole('button', { name: 'Helpful', exact: true }).click();
    await expectShown(page.getByText('Thank you: counted.'));
    await shoot(page, 'picture');
  });

  it('asks in a direct message without a prefix, goes on there, and finds it on the Home tab', async () => {
    const page = await open();
    await goTo(page, 'k8s-svc');
    await type(page, 'triage checkout in shop', 'k8s-svc');
    await expectShown(page.getByText(/Service checkout selects/));
    await type(page, 'explain it', 'k8s-svc');
    await expectShown(page.getByText('checkout.shop.svc.cluster.local'));
    await page.getByRole('tab', { name: 'Home' }).click();
    const home = page.getByRole('tabpanel', { name: 'Home' });
    await expectShown(home.getByText('What you looked at lately'));
    await home.getByRole('button', { name: 'triage checkout -n shop' }).click();
    await page.getByRole('tab', { name: 'Messages' }).click();
    const triages = page.getByRole('article', { name: /^k8s-svc/ }).filter({ hasText: 'Service checkout selects' });
    await expect.poll(() => triages.count()).toBe(2);
    await shoot(page, 'direct');
  });
});

describe('someone who has more to ask', () => {
  it('goes on in the thread, without naming the app or the namespace again', async () => {
    const page = await open();
    await type(page, '@k8s-svc why is checkout in shop down?');
    await page.getByRole('button', { name: /repl/ }).click();
    const thread = threadOf(page);
    await expectShown(thread.getByText(/but the pods of Deployment/));
    const field = thread.getByRole('combobox');
    await field.fill('explain payments');
    await field.press('Enter');
    await expectShown(thread.getByText('payments.shop.svc.cluster.local'));
    await shoot(page, 'follow-up');
  });
});

describe('a person at the switches', () => {
  it('mends everything, and the scan has nothing to say', async () => {
    const page = await open();
    const panel = page.getByRole('group', { name: 'Faults of the sample cluster' });
    await expectShown(page.getByText('5 of 16 on'));
    expect(await panel.getByRole('switch', { checked: true }).count()).toBe(5);
    await page.getByRole('button', { name: 'Mend all' }).click();
    await expectShown(page.getByText('0 of 16 on'));
    await type(page, '/k8s-svc scan -n shop');
    await expectShown(page.locator('article.ephemeral').getByText(/nothing|healthy/i));
    await page.getByRole('button', { name: 'As at the start' }).click();
    await expectShown(page.getByText('5 of 16 on'));
  });

  it('sees an answer come through although Slack is limiting, and the app leave a channel', async () => {
    const page = await open();
    await page.getByText('Trouble with Slack').click();
    await page.getByRole('button', { name: '429, wait 2 s' }).click();
    await expectShown(page.getByText('One call fails next.'));
    await type(page, '@k8s-svc explain web -n shop');
    await page.getByText('One call fails next.').waitFor({ state: 'detached' });
    await expectShown(page.getByRole('button', { name: /repl/ }));

    await page.getByRole('switch', { name: 'k8s-svc is in #general' }).click();
    await expectShown(page.getByText('k8s-svc is not a member here'));
    await type(page, '@k8s-svc hello?');
    await expectShown(page.getByText('is not in this channel and does not see this'));
  });

  it('chooses the look, which stays for the next visit', async () => {
    const page = await open();
    const paper = () => page.evaluate("getComputedStyle(document.querySelector('#channel')).backgroundColor");
    const light = await paper();
    await page.getByLabel('Look').selectOption('dark');
    expect(await paper()).not.toBe(light);
    await page.reload();
    await page.getByRole('heading', { name: '# general', exact: true }).waitFor();
    expect(await page.getByLabel('Look').inputValue()).toBe('dark');
    expect(await paper()).not.toBe(light);
  });
});

describe('someone who uses no mouse', () => {
  it('skips to the messages, goes through them by arrow keys, and answers in a thread', async () => {
    const page = await open();
    await page.getByRole('navigation').getByRole('button', { name: '# oncall' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('switch', { name: 'web: pods crash' }).focus();
    await page.keyboard.press('Space');
    // A fault that is mended before anybody saw it makes no alert.
    await expectShown(page.getByText('FIRING'));
    await page.keyboard.press('Space');
    await expectShown(page.getByText('[RESOLVED]'));
    await page.getByRole('link', { name: 'Skip to the messages' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("article").innerText')).toContain('FIRING');
    await page.keyboard.press('Enter');
    const thread = threadOf(page);
    await expectShown(thread.getByText('FIRING'));
    await page.keyboard.type('I look at it');
    await page.keyboard.press('Enter');
    await expectShown(thread.getByText('I look at it'));
    await page.keyboard.press('Escape');
    await thread.waitFor({ state: 'hidden' });
  });

  it('is offered to invite the app where it is missing', async () => {
    const page = await open();
    await goTo(page, '# random');
    const field = page.getByRole('combobox', { name: 'Message #random' });
    await field.pressSequentially('/');
    await expectShown(page.getByRole('option', { name: /k8s-svc Ask|k8s-svc.*VERB/ }));
    await field.press('ArrowDown');
    await field.press('Enter');
    await field.press('Enter');
    await expectShown(page.getByText('is in this channel now'));
  });
});
