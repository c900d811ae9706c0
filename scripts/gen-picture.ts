import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** `npm run picture`: the README's pictures, taken of a running playground that is fresh (npm start) in Chromium. */
const url = process.argv[2] ?? 'http://127.0.0.1:3000';
const target = (name: string) => fileURLToPath(new URL(`../docs/pictures/${name}.png`, import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1360, height: 860 }, colorScheme: 'light' });
await page.goto(url);
await page.getByRole('button', { name: /why is checkout down/iu }).click();
await page.getByText('kubectl patch service checkout').first().waitFor();
await page.getByRole('button', { name: 'Share here' }).first().click();
await page.waitForTimeout(1_500);
const reply = page.getByRole('button', { name: /reply|thread/iu }).last();
await reply.click();
const box = page.getByPlaceholder('Reply…');
await box.fill('@k8s-svc how do I expose cart to the internet?');
await box.press('Enter');
await page.waitForTimeout(2_500);
await page.screenshot({ path: target('playground') });

// On call, in the dark: an alert comes in, and is triaged in its thread.
await page.getByLabel('Look').selectOption('dark');
await page.getByRole('navigation').getByRole('button', { name: '# oncall' }).click();
await page.getByRole('switch', { name: 'gateway: load balancer stays pending' }).click();
const alert = page.getByRole('article', { name: /^Alertmanager/u }).last();
await alert.hover();
await alert.getByRole('button', { name: 'Triage this' }).click();
await alert.getByRole('button', { name: /repl/u }).click();
await page.getByRole('complementary', { name: 'Thread' }).getByText('QUOTA_EXCEEDED').first().waitFor();
await page.waitForTimeout(500);
await page.screenshot({ path: target('on-call') });
await browser.close();
console.log(target('playground'), target('on-call'));
