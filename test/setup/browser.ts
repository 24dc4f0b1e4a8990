import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import type { RuleObject, RunOnly } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { startChromium } from './chromium.ts';
import { PATIENCE } from './patience.ts';

/** Starts a Chromium for the tests of one file; close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  const location = inject('chromium');
  return startChromium(location);
}

/** A page in a context of its own (no cookie, nothing cached), as axe needs it. German unless told otherwise. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', ...options });
  context.setDefaultTimeout(PATIENCE);
  return context.newPage();
}

/** Every rule is tried; what passes is not written up, which would take longer than the trying. */
const RESULTS = { resultTypes: ['violations' as const] };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Fails with rule, element and explanation for every violation of WCAG 2.2 AA that axe finds on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, { type: 'tag', values: TAGS });
}

/** Rules that look at colours; they take as long as all the others together. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** The same for what a theme changes, colours and nothing else, on a page that has been judged in another theme. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolation(page, { type: 'rule', values: COLOURS });
}

/** The same for what another window changes, everything but colours, on a page whose colours have been judged. */
export async function expectAccessibleLayout(page: Page): Promise<void> {
  const rules = Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }]));
  await expectNoViolation(page, { type: 'tag', values: TAGS }, rules);
}

/** A page keeps axe until it is left: putting half a megabyte into it takes longer than most rules. */
async function expectNoViolation(page: Page, runOnly: RunOnly, rules: RuleObject = {}): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: Pick<typeof Axe, 'run'> };
      const { violations } = await axe.run(document, options);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(' ')} – ${help}`),
      );
    },
    { ...RESULTS, runOnly, rules },
  );
  expect(found, found.join('\n')).toEqual([]);
}
