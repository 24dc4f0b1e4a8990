import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

/** From planning anew over the difference to the new working plan. */
export function planning(app: App): void {
  test('planned anew, looked at, taken over', async () => {
    const { page, faults, open } = await app.tab();
    await open('/plaene');
    await page.getByRole('button', { name: 'Neu planen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan gegen Plan' }).waitFor();
    await page.getByText(/gleichen sich|liegt anders|liegen anders/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Als Arbeitsplan übernehmen' }).click();
    await page.getByText('Der Vorschlag ist jetzt der Arbeitsplan.').waitFor();
    await page.getByRole('link', { name: 'Pläne' }).last().click();
    await page.getByText('Zur Genehmigung vorlegen').first().waitFor();
    await page.getByRole('table', { name: 'Wie gut der Plan ist' }).getByText('gewichtete Endwochen').waitFor();
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('a project is moved by keyboard, held, and the change undone; by pointer it is only tried out', async () => {
    const { page, faults, open } = await app.tab();
    await open('/fahrplan?projekt=V2');
    const row = page.locator('[data-row="V2"]');
    await row.focus();
    for (let week = 0; week < 2; week++) await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('V2 würde am').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Fertig.').waitFor();
    await page
      .getByText(/^festgehalten auf/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Letzte Änderung des Plans rückgängig machen' }).click();
    await page.getByText('Verschieben und festhalten').waitFor();

    const bar = await row.locator('rect.b-sel').first().boundingBox();
    if (bar === null) throw new Error('V2 has no bar');
    await page.mouse.move(bar.x + 5, bar.y + 4);
    await page.mouse.down();
    await page.mouse.move(bar.x + 65, bar.y + 4, { steps: 3 });
    await page.mouse.up();
    await page.getByText('V2 würde am').waitFor();
    await page.getByRole('button', { name: 'Verwerfen' }).click();
    await expect.poll(() => page.getByText('V2 würde am').count()).toBe(0);
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
