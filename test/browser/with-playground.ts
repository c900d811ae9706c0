import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { FakeSlack } from '../../src/playground/fake-slack/fake-slack.ts';
import { launchChromium, type Looks, openPage } from './open-page.ts';

/** What a test file starts for each of its tests: the page's address, the workspace behind it, and the way to end both. */
export interface Served {
  readonly url: string;
  readonly fake: FakeSlack;
  stop(): Promise<void>;
}

const shots = process.env['SCREENSHOTS'] ?? mkdtempSync(join(tmpdir(), 'k8s-svc-'));

/** A browser for the tests of a file, and a fresh playground for each of them. A page with an error of its own fails its test. */
export function withPlayground<T extends Served>(serve: () => Promise<T>) {
  let browser: Browser;
  let served: T;
  let pages: Page[] = [];
  let faults: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    faults = [];
    served = await serve();
  });
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.close()));
    pages = [];
    await served.stop();
    if (faults.length > 0) throw new Error(`The page had faults: ${faults.join('; ')}`);
  });

  return {
    served: () => served,
    open: async (looks?: Looks): Promise<Page> => {
      const page = await openPage(browser, served.url, looks);
      pages.push(page);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      return page;
    },
  };
}

/** Keeps a picture for people: in the folder that SCREENSHOTS names. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

export async function expectShown(locator: Locator): Promise<void> {
  await locator.first().waitFor();
  expect(await locator.first().isVisible()).toBe(true);
}

/** Writes into the composer of this channel and sends it. */
export async function type(page: Page, words: string, channel = '#general'): Promise<void> {
  const field = page.getByRole('combobox', { name: `Message ${channel}` });
  await field.fill(words);
  await field.press('Enter');
}
