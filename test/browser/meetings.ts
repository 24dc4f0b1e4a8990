import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

export function meetings(app: App): void {
  test('a result of a meeting becomes a resolution with a task that comes up again', async () => {
    const { page, faults, open } = await app.window();
    const field = (name: string) => page.getByLabel(name, { exact: true });
    const save = page.getByRole('button', { name: 'Speichern', exact: true });
    await open('/ratspost/sitzungen');
    await field('Tag').fill('26.08.2020');
    await save.click();
    await page.getByRole('button', { name: 'Punkt hinzufügen' }).click();
    await field('Papier').selectOption('ba-036-2020');
    await field('Ergebnis').selectOption('adopted');
    await save.click();
    await page.getByText('Sitzung gespeichert.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Sitzungen', exact: true }).click();
    await page.getByRole('link', { name: 'Beschlüsse', exact: true }).click();
    await page.getByRole('button', { name: 'BA-036/2020 verfolgen' }).click();
    await page.getByRole('button', { name: 'Aufgabe hinzufügen' }).click();
    await field('Aufgabe').fill('Konzept vorlegen');
    await field('Frist').last().fill('24.08.2020');
    await save.click();
    await page.getByText('überfällig', { exact: true }).waitFor();
    await expectAccessible(page);
    await open('/ratspost');
    await page.getByRole('link', { name: 'Beschluss BA-036/2020' }).waitFor();
    expect(faults.found).toEqual([]);
    await page.context().close();
  });
}
