import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

/** Starts a Chromium for the tests of one file; close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
  const location = inject('chromium');
  if (location === null) throw new Error('No Chromium for this platform: name one by CHROMIUM_PATH.');
  const { executable, folder } = location;
  const libraries =
    folder === null ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--headless=shell'],
    env: { ...process.env, ...libraries },
  });
}

/** A page in a context of its own (no cookie, nothing cached), as axe needs it. German unless told otherwise. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', ...options });
  return context.newPage();
}

/** Every rule is tried; what passes is not written up, which would take longer than the trying. */
const ONLY_VIOLATIONS = { resultTypes: ['violations' as const] };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with rule, element and explanation for every violation of WCAG 2.2 AA that axe finds on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(new AxeBuilder({ page }).options(ONLY_VIOLATIONS).withTags(TAGS));
}

/** The same for what a theme changes, colours and nothing else, on a page that has been judged in another theme. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNoViolation(
    new AxeBuilder({ page }).options(ONLY_VIOLATIONS).withRules(['color-contrast', 'link-in-text-block']),
  );
}

async function expectNoViolation(builder: AxeBuilder): Promise<void> {
  // "Legacy" judges the page itself and no frames inside, which we have none of; it needs no second page for its sums.
  const { violations } = await builder.setLegacyMode().analyze();
  const found = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} – ${rule.help}`),
  );
  expect(found, found.join('\n')).toEqual([]);
}
