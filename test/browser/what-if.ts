import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

/** The question of Stuttgart: what if only some of the posts come? */
export function whatIf(app: App): void {
  test('a scenario is described, computed and read beside the agenda as it is', async () => {
    const { page, faults, open } = await app.tab();
    await open('/szenarien/neu');
    await page.getByLabel('Name', { exact: true }).fill('Drei von vier Stellen');
    await page.getByLabel('Team').selectOption('PM');
    await page.getByLabel(/^Stellen mehr/).fill('-1');
    await page.getByLabel('Ab', { exact: true }).fill('01.01.2021');
    await page.getByRole('button', { name: 'Änderung hinzufügen' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('button', { name: 'Berechnen', exact: true }).click();
    await page.getByText(/Projekte liegen anders/).waitFor();
    await page.getByText(/Zieltermine werden zusammen um \d+ Wochen überschritten, vorher um 0/).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Szenarien', exact: true }).first().click();
    const rest = page.getByRole('button', { name: /^Berechnen: / });
    await rest.first().waitFor();
    const before = await rest.count();
    // The third one is held back until all of it is given up: so much is certainly open then.
    let asked = 0;
    const givenUp = Promise.withResolvers<void>();
    await page.route('**/api/scenarios/*/compute', async (route) => {
      if (++asked === 3) await givenUp.promise;
      await route.fallback();
    });
    await page.getByRole('button', { name: `Alle ${before} offenen berechnen` }).click();
    await page.waitForFunction(
      (many) => document.querySelectorAll('[aria-label^="Berechnen: "]').length < many - 1,
      before,
    );
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    givenUp.resolve();
    await page.getByRole('button', { name: /^Alle \d offenen berechnen$/, disabled: false }).waitFor();
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('capacity is changed from a day on, and money of a year', async () => {
    const { page, faults, open } = await app.tab();
    await open('/auslastung?team=KEY&monat=2021-03');
    await page.getByRole('link', { name: 'Kapazität bearbeiten' }).click();
    await page.getByRole('heading', { level: 1, name: 'Team KEY bearbeiten' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Name').first().fill('Schlüsselanwender');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.waitForURL('**/auslastung');
    await page.getByRole('link', { name: 'Mittel bearbeiten' }).click();
    await page
      .getByLabel(/^Betrag/)
      .first()
      .fill('151');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.waitForURL('**/auslastung');
    await page.getByRole('cell', { name: '151' }).first().waitFor();
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('how sure the dates are is asked with an assumption, and read by deadline', async () => {
    const { page, faults, open } = await app.tab();
    await open('/plaene');
    await page.getByRole('link', { name: 'Sicherheit der Termine' }).click();
    await page.getByLabel(/^Dauer einer Phase/).selectOption({ label: '95 % bis 120 %' });
    await page.getByRole('button', { name: 'Plan durchspielen' }).click();
    await page.getByText(/Jede Phase dauert zwischen 95\s% und 120\s%/).waitFor();
    await page.getByRole('rowheader', { name: /OZG-Staffel Einwohner/ }).waitFor();
    await expectAccessible(page);
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
