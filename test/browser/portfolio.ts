import { expect, test } from 'vitest';
import type { App } from './app.ts';
import { administrator, colleague } from './somebody.ts';

/** The list of all projects as it is used every day. */
export function portfolio(app: App): void {
  test('two projects get another unit in one go, and it is taken back in one go', async () => {
    const team = await administrator(app);
    await team.opens('/projekte?bereich=V');
    const unit = async (project: string): Promise<boolean> => (await team.row(project).reads()).includes('Umweltamt');
    await team.ticks(/^V1 .* auswählen$/);
    await team.ticks(/^V3 .* auswählen$/);
    await team.sees('2 Projekte ausgewählt');
    await team.presses('Ändern');
    await team.dialog.chooses('Was', 'Federführung');
    await team.page.getByRole('dialog').getByLabel('Neuer Wert').fill('Umweltamt');
    await team.page.getByRole('option', { name: /Umweltamt/ }).click();
    await team.dialog.presses('Anwenden');
    await team.sees('2 Projekte geändert');
    await expect.poll(() => Promise.all(['V1', 'V2', 'V3'].map(unit))).toEqual([true, false, true]);
    await team.presses('Rückgängig');
    await expect.poll(() => unit('V1')).toBe(false);
    await team.leaves();
  });

  test('a view is kept under a name, and a colleague finds it', async () => {
    const team = await administrator(app);
    await team.opens('/projekte?art=mandatory&gruppe=amt');
    await team.presses('Ansichten');
    await team.page.getByRole('menuitem', { name: 'Diese Ansicht merken …' }).click();
    await team.dialog.writes('Name der Ansicht', 'Pflichten je Amt');
    await team.dialog.ticks('Für alle in der Stadt sichtbar');
    await team.dialog.presses('Speichern');
    await team.sees('Gemerkt: Pflichten je Amt');
    const address = new URL(team.page.url()).search;
    await team.leaves();

    const other = await colleague(app, 'otto', 'programme');
    await other.opens('/projekte');
    await other.presses('Ansichten');
    await other.page.getByRole('menuitem', { name: 'Pflichten je Amt' }).click();
    await other.page.waitForURL((url) => url.search === address);
    await other.leaves();
  });
}
