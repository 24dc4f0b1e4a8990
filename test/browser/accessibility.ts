import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, expectContrast } from '../setup/browser.ts';
import type { App } from './app.ts';
import { pages } from './pages.ts';

/** How many pixels the page is wider than its window; scroll areas inside do not count. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Light, dark and narrow: axe finds nothing, nothing sticks out, nothing is reported on the console. */
export function accessibility(app: App): void {
  test.each(pages)('%s', { timeout: 60_000 }, async (_name, path) => {
    const { page, faults, open } = await app.window();
    // The browser reports the 404 of a record that does not exist; the page says so in words.
    faults.expected = /status of 404/;
    await open(path);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectContrast(page);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    expect(faults.found).toEqual([]);
    await page.context().close();
  });

  test('an open evidence card and an open menu', { timeout: 60_000 }, async () => {
    const { page, faults, open } = await app.window();
    await open('/ratspost/ba-090-2020');
    await page.locator('.fp-verdict .fp-fig').click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByRole('button').first().click();
    await page.getByRole('menu').waitFor();
    await expectAccessible(page);
    expect(faults.found).toEqual([]);
    await page.context().close();
  });

  test('every page has one h1, a title of its own and a language', { timeout: 60_000 }, async () => {
    const { page, open } = await app.window();
    const titles = new Set<string>();
    for (const path of ['/', '/fahrplan', '/projekte', '/auslastung', '/pflichten', '/ratspost']) {
      await open(path);
      expect(await page.locator('h1').count(), path).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe('de');
      titles.add(await page.title());
    }
    expect(titles.size).toBe(6);
    await page.context().close();
  });
}
