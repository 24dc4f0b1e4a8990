import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, launchBrowser, openPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('the browser renders, and axe accepts a good page and finds a planted error', async () => {
  const page = await openPage(browser);
  await page.setContent('<!doctype html><html lang="de"><title>Fahrplan</title><main><h1>Überschrift</h1></main>');
  expect(await page.locator('h1').boundingBox()).not.toBeNull();
  await expectAccessible(page);
  await page.setContent('<!doctype html><html lang="de"><title>Fahrplan</title><main><img src="x.png"></main>');
  await expect(expectAccessible(page)).rejects.toThrow(/image-alt/);
});
