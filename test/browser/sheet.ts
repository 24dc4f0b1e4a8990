import { expect, test } from 'vitest';
import { writeXlsx } from '../../src/formats/index.ts';
import type { App } from './app.ts';
import { administrator } from './somebody.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The Excel sheet that the programme team had before. */
export function sheet(app: App): void {
  test('the Excel sheet is taken over, its columns are known the second time, and nothing comes twice', async () => {
    const buffer = Buffer.from(
      await writeXlsx({
        name: 'Projekte',
        head: ['Nr', 'Vorhaben', 'zuständig', 'fertig bis', 'Wozu das Ganze'],
        rows: [['X71', 'Digitaler Hundepass', 'Kassen- und Steueramt', { day: '2023-12-31' }, 'Weniger Wege']],
      }),
    );
    const team = await administrator(app);
    const uploads = async (): Promise<void> => {
      await team.opens('/liste-uebernehmen');
      await team.page.locator('input[type=file]').setInputFiles({ name: 'projekte.xlsx', mimeType: XLSX, buffer });
    };
    await uploads();
    await team.chooses('Wozu das Ganze', 'Nutzen');
    await team.sees('1 neu, 0 geändert, 0 unverändert, 0 fehlerhaft');
    await team.presses('1 Projekt übernehmen');
    await team.sees('1 Projekt übernommen');

    await uploads();
    await team.sees('0 neu, 0 geändert, 1 unverändert, 0 fehlerhaft');
    const meaning = team.page.getByRole('combobox', { name: 'Wozu das Ganze' });
    await expect.poll(() => meaning.locator('option:checked').textContent()).toBe('Nutzen');
    await team.goesTo('/projekte/X71');
    await team.sees('Weniger Wege');
    await team.leaves();
  });

  test('a list of council papers is taken over, and taken back', async () => {
    const lines = ['Nummer;Art;Gegenstand;Eingang', 'BA-601/2020;Beschlussantrag;Trinkbrunnen finden;24.08.2020'];
    const buffer = Buffer.from(lines.join('\r\n'));
    const office = await administrator(app);
    await office.opens('/ratspost/liste-uebernehmen');
    await office.page.locator('input[type=file]').setInputFiles({ name: 'papiere.csv', mimeType: 'text/csv', buffer });
    await office.sees('1 neu, 0 geändert, 0 unverändert, 0 fehlerhaft');
    await office.presses('1 Papier übernehmen');
    await office.sees('1 Papier übernommen');
    const paper = office.page.getByRole('link', { name: /BA-601\/2020/ });
    await paper.first().waitFor();
    await office.presses('Rückgängig');
    await office.sees('Die Änderung ist zurückgenommen.');
    await expect.poll(() => paper.count()).toBe(0);
    await office.leaves();
  });
}
