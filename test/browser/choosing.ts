import { expect, test } from 'vitest';
import type { RoadmapView } from '../../src/planning/index.ts';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

/** Projects that exclude each other: entered by keyboard, taken into account by the plan, shown as left out. */
export function choosing(app: App): void {
  test('of two alternatives the plan leaves one out and says why', async () => {
    const { page, faults, open, go } = await app.tab();
    faults.expected = /status of (400|409)/;
    await open('/fahrplan/alternativen');
    await page.getByRole('link', { name: 'Neue Alternative' }).click();
    await page.locator('[id="feld/name"]').fill('Eine App oder die andere');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const choose = async (id: string): Promise<void> => {
      await page.keyboard.type(id);
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    };
    await choose('O10');
    const save = page.getByRole('button', { name: 'Speichern', exact: true });
    await save.click();
    // One alone is no alternative: refused with the reason, and what was typed is still there.
    await page.getByRole('alert').getByText('weniger als zwei').first().waitFor();
    await page.getByRole('combobox', { name: /Zur Wahl stehen/ }).focus();
    await choose('O11');
    await save.click();
    const row = page.getByRole('row', { name: /Eine App oder die andere/ });
    await row.waitFor();
    await expect.poll(() => row.textContent()).toContain('genau eines');

    // The working plan follows by itself.
    const plan = async () => (await page.request.get(`${app.address}/api/roadmap`)).json() as Promise<RoadmapView>;
    await expect.poll(async () => (await plan()).dropped.length).toBe(1);
    await open('/fahrplan');
    const left = page.getByRole('table', { name: 'Nicht in diesem Plan' });
    await left.waitFor();
    await expect.poll(() => left.getByRole('row').count()).toBe(2);
    await expect.poll(() => left.textContent()).toContain('An seiner Stelle steht');
    await expectAccessible(page);
    await go('/fahrplan/alternativen');
    await row.getByRole('link', { name: 'Eine App oder die andere' }).click();
    await page.getByRole('button', { name: 'Löschen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click();
    await page.getByText('Es sind noch keine Alternativen erfasst.').waitFor();
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
