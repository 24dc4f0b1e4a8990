import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

/** From planning anew over the difference to the new working plan. */
export function planning(app: App): void {
  test('planned anew, looked at, taken over', { timeout: 60_000 }, async () => {
    const { page, faults, open } = await app.window();
    await open('/plaene');
    await page.getByRole('button', { name: 'Neu planen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan gegen Plan' }).waitFor({ timeout: 30_000 });
    await page.getByText(/gleichen sich|liegt anders|liegen anders/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Als Arbeitsplan übernehmen' }).click();
    await page.getByText('Der Vorschlag ist jetzt der Arbeitsplan.').waitFor();
    await page.getByRole('link', { name: 'Pläne' }).last().click();
    await page.getByText('Zur Genehmigung vorlegen').first().waitFor();
    expect(faults.found).toEqual([]);
    await page.context().close();
  });
}
