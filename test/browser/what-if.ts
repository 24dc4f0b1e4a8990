import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

/** The question of Stuttgart: what if only some of the posts come? */
export function whatIf(app: App): void {
  test('a scenario is described, computed and read beside the agenda as it is', { timeout: 60_000 }, async () => {
    const { page, faults, open } = await app.window();
    await open('/szenarien/neu');
    await page.getByLabel('Name', { exact: true }).fill('Drei von vier Stellen');
    await page.getByLabel('Team').selectOption('PM');
    await page.getByLabel(/^Stellen mehr/).fill('-1');
    await page.getByLabel('Ab', { exact: true }).fill('01.01.2021');
    await page.getByRole('button', { name: 'Änderung hinzufügen' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('button', { name: 'Berechnen' }).click();
    await page.getByText(/Projekte liegen anders/).waitFor({ timeout: 40_000 });
    await page.getByText(/Zieltermine werden zusammen um \d+ Wochen überschritten, vorher um 0/).waitFor();
    await expectAccessible(page);
    expect(faults.found).toEqual([]);
    await page.context().close();
  });
}
