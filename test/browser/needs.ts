import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

export function needs(app: App): void {
  test('a passage of a talk becomes a need, is merged with one that is alike, and the office sees what became of it', async () => {
    const { page, faults, open } = await app.tab();
    await open('/bedarfe/gespraeche/gespraech-umweltamt');
    const answer = page.getByLabel(/Was soll in den nächsten zwei Jahren/);
    await answer.fill('Termine online vergeben. Das spart Wege.');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByText('Das Gespräch ist gespeichert.').waitFor();
    // Whoever changes the words takes the confirmation off.
    await page.getByText('noch nicht bestätigt').waitFor();
    await answer.selectText();
    await page.getByRole('button', { name: 'Markiertes als Bedarf übernehmen' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByLabel('Bedarf in wenigen Worten').inputValue()).toBe('Termine online vergeben');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Bedarf anlegen' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Termine online vergeben' }).getByText('offen').waitFor();
    await page.getByRole('button', { name: 'Bedarf von Hand eintragen' }).click();
    await dialog.getByLabel('Bedarf in wenigen Worten').fill('Wartebereich begrünen');
    await dialog.getByRole('button', { name: 'Bedarf anlegen' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Wartebereich begrünen' }).getByText('offen').waitFor();

    await page.getByRole('navigation', { name: 'Bedarfe' }).getByRole('link', { name: 'Bedarfe' }).click();
    await page
      .getByRole('button', { name: /zusammenführen$/ })
      .first()
      .click();
    await page.getByText('ist zusammengeführt.').waitFor();
    await page.getByRole('navigation', { name: 'Bedarfe' }).getByRole('link', { name: 'Ämter' }).click();
    await page.getByRole('link', { name: 'Umweltamt' }).click();
    const line = page.getByRole('row', { name: /Termine online vergeben/ });
    await expect.poll(() => line.textContent()).toMatch(/gehört zu „Termine online vergeben“.*im Projekt.*nach Plan/);
    await expectAccessible(page);

    // What is no project is answered with a reason, and the office reads it.
    await page.getByRole('link', { name: 'Wartebereich begrünen' }).click();
    await page.getByRole('link', { name: 'Bearbeiten' }).click();
    const reason = page.getByLabel('Antwort', { exact: true });
    await reason.fill('Das Haus wird bis 2022 saniert.');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await reason.waitFor({ state: 'detached' });
    await page.getByRole('navigation', { name: 'Bedarfe' }).getByRole('link', { name: 'Ämter' }).click();
    await page.getByRole('table').getByRole('link', { name: 'Umweltamt' }).click();
    const answered = page.getByRole('row', { name: /Wartebereich begrünen/ });
    await expect.poll(() => answered.textContent()).toMatch(/beantwortet.*Das Haus wird bis 2022 saniert/);
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
