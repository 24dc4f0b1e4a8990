import { setTimeout } from 'node:timers/promises';
import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, expectAccessibleLayout, expectContrast } from '../setup/browser.ts';
import { LONG } from '../setup/random.ts';
import type { App, OpenPage } from './app.ts';
import { pages } from './pages.ts';

/** How many pixels the page is wider than its window; scroll areas inside do not count. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Two windows that take turns: as many as the machine that tests must have cores. Each loads the app, and axe, once. */
class Windows {
  readonly #app: App;
  readonly #idle: OpenPage[] = [];
  readonly #waiting: ((window: OpenPage) => void)[] = [];
  #made = 0;

  constructor(app: App) {
    this.#app = app;
  }

  async use(work: (window: OpenPage) => Promise<void>): Promise<void> {
    const window = await this.#take();
    try {
      await work(window);
    } finally {
      window.faults.found.length = 0;
      await window.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await window.page.setViewportSize({ width: 1440, height: 900 });
      const next = this.#waiting.shift();
      if (next) next(window);
      else this.#idle.push(window);
    }
  }

  async #take(): Promise<OpenPage> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#made++ < 2) return this.#open();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async #open(): Promise<OpenPage> {
    const window = await this.#app.window();
    await window.open('/begriffe');
    return window;
  }
}

/** What remains of a window of 1,280 × 1,024 at 400 % (WCAG 1.4.10), and no wider than the narrowest telephone. */
const ZOOMED = { width: 320, height: 256 };

/** Light, dark, colours of the system, narrow: axe finds nothing, nothing sticks out, nothing is reported. */
async function judge({ page, faults, go }: OpenPage, path: string, forced: boolean): Promise<void> {
  // The browser reports the 404 of a record that does not exist; the page says so in words.
  faults.expected = /status of 404/;
  await go(path);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  if (forced) {
    await page.emulateMedia({ forcedColors: 'active' });
    await expectContrast(page);
    await page.emulateMedia({ forcedColors: 'none' });
  }
  await page.setViewportSize(ZOOMED);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expectAccessibleLayout(page);
  expect(faults.found).toEqual([]);
}

/** Up to here a layout counts as still (web.dev/articles/cls); what we measure is below 0.02. */
const STILL = 0.1;

const STILL_PAGES = [
  '/',
  '/fahrplan',
  '/projekte',
  '/projekte/O1',
  '/auslastung',
  '/pflichten',
  '/pflichten/leistungen?suche=Wohngeld',
  '/ratspost',
  '/ratspost/zusagen',
];

/** Holds the server's answers back for unequal times, so that they arrive in another order than they were asked for. */
class LateAnswers {
  #asked = 0;
  readonly #held = new Set<Promise<void>>();

  async hold(route: Route): Promise<void> {
    const held = this.#late(route);
    this.#held.add(held);
    await held.finally(() => this.#held.delete(held));
  }

  async #late(route: Route): Promise<void> {
    await setTimeout((this.#asked++ % 3) * 60);
    await route.continue();
    await route.request().response();
  }

  async delivered(): Promise<void> {
    while (this.#held.size > 0) await Promise.all(this.#held);
  }
}

/** In the page, before anything else: adds up how far and how much of it jumps (Layout Instability API). */
function watchShifts(): void {
  const counted = window as unknown as { shifted: number };
  counted.shifted = 0;
  const observer = new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) counted.shifted += (shift as unknown as { value: number }).value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

/** In the page: how much has jumped, once what is loaded has been painted. */
function shifted(): Promise<number> {
  return new Promise((done) => {
    const read = (): void => done((window as unknown as { shifted: number }).shifted);
    requestAnimationFrame(() => requestAnimationFrame(read));
  });
}

export function accessibility(app: App): void {
  const windows = new Windows(app);
  // The system's own colours leave little to a page, and all share what is left: a fifth of them, with LONG=1 all.
  const cases = pages.map(([name, path], i) => [name, path, LONG || i % 5 === 0] as const);
  test.concurrent.each(cases)('%s', (_name, path, forced) => windows.use((one) => judge(one, path, forced)));

  test('an open evidence card and an open menu', async () => {
    const { page, faults, open } = await app.tab();
    await open('/ratspost/ba-090-2020');
    await page.locator('.fp-verdict .fp-fig').click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByRole('button').first().click();
    await page.getByRole('menu').waitFor();
    await expectAccessible(page);
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('nothing jumps while a page is being loaded', async () => {
    const { page, open } = await app.window();
    await page.addInitScript(watchShifts);
    const answers = new LateAnswers();
    await page.route('**/api/**', (route) => answers.hold(route));
    for (const path of STILL_PAGES) {
      await open(path);
      await answers.delivered();
      expect(await page.evaluate(shifted), path).toBeLessThan(STILL);
    }
    await page.close();
  });

  test('every page has one h1, a title of its own and a language', async () => {
    const { page, open } = await app.tab();
    const titles = new Set<string>();
    for (const path of ['/', '/fahrplan', '/projekte', '/auslastung', '/pflichten', '/ratspost']) {
      await open(path);
      expect(await page.locator('h1').count(), path).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe('de');
      titles.add(await page.title());
    }
    expect(titles.size).toBe(6);
    await page.close();
  });
}
