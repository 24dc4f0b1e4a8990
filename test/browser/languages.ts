import { expect, test } from 'vitest';
import { type App, settled } from './app.ts';

/** Words that no English label has. Names of projects, offices and laws are data and stay German. */
const GERMAN =
  /\b(und|oder|der|die|das|den|nicht|kein|keine|mit|für|von|zum|zur|ist|wird|bis|ab|im|je|Stand|Ende|Frist)\b/;

export function languages(app: App): void {
  test('labels of every page are English when English is chosen', async () => {
    const { page, faults, open } = await app.window({ language: 'en' });
    for (const path of [
      '/',
      '/fahrplan?projekt=V3',
      '/projekte',
      '/projekte/O1',
      '/auslastung',
      '/pflichten',
      '/ratspost',
      '/ratspost/ba-090-2020',
      '/ratspost/ba-090-2020/stellungnahme',
      '/belege/team/PM',
    ]) {
      await open(path);
      const labels = await page
        .locator('nav a, h1, h2, h3, th[scope="col"], dt, button, label, .fp-note, .fp-foot, .fp-light')
        .evaluateAll((elements) =>
          elements
            .filter(
              (element) => element.closest('[lang="de"]') === null && element.querySelector('[lang="de"]') === null,
            )
            .map((element) => element.textContent ?? ''),
        );
      expect(labels.length, path).toBeGreaterThan(8);
      const allowed = (text: string): boolean => /Agenda der Stadt|BA-090/.test(text);
      expect(
        labels.filter((text) => GERMAN.test(text) && !allowed(text)),
        path,
      ).toEqual([]);
    }
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('language and theme are switched in the menu and remembered', async () => {
    const { page, open } = await app.window();
    await open('/');
    const choose = async (name: string): Promise<void> => {
      await page.getByRole('banner').getByRole('button').first().click();
      await page.getByRole('menuitemradio', { name }).click();
      await page.keyboard.press('Escape');
    };
    await choose('English');
    await page.getByRole('link', { name: 'Council papers', exact: true }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await choose('dark');
    await expect.poll(() => page.locator('html').getAttribute('data-kern-theme')).toBe('dark');
    await page.reload();
    await settled(page);
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(() => page.locator('html').getAttribute('data-kern-theme')).toBe('dark');
    await page.close();
  });
}
