import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

export function firstRun(app: App): void {
  test('the own city is begun from the example, and five steps lead on', async () => {
    // A session of its own, because beginning a city ends the one that began it. Its first plan takes a moment (503).
    const { page, faults, open } = await app.person('gruenderin', ['administrator']);
    faults.expected = /status of (400|503)/;
    await open('/');
    await page.getByRole('link', { name: 'Mit der eigenen Stadt beginnen' }).click();
    await page.getByRole('radio', { name: /Projektliste/ }).waitFor();
    await page.getByLabel('Name der Stadt').fill('Stadt Musterstadt');
    await page.getByLabel('Gemeindeschlüssel').fill('123');
    await page.getByRole('button', { name: 'Stadt anlegen' }).click();
    await page.getByRole('link', { name: /mit 8 Ziffern/ }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Gemeindeschlüssel').fill('14 612 000');
    await page.getByRole('button', { name: 'Stadt anlegen' }).click();

    await page.getByRole('heading', { name: 'Fünf Schritte zum ersten Plan' }).waitFor();
    await page.getByText('Stadt Musterstadt', { exact: true }).first().waitFor();
    await expect.poll(() => page.getByText('als Nächstes').count()).toBe(1);
    await expectAccessible(page);
    await page.getByRole('link', { name: /Ämter und Teams/ }).click();
    await page.getByRole('link', { name: 'Neues Amt' }).click();
    await page.locator('[id="feld/id"]').fill('amt-18');
    await page.locator('[id="feld/names/0/name"]').fill('Amt für Informationsverarbeitung');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByText('In der Agenda steht noch kein Team mit Kapazität.').waitFor();
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
