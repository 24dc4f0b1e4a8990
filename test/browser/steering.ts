import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

/** What the programme team does when it steers: rank, cover, wait, pay. */
export function steering(app: App): void {
  test('a project is given points by the criteria, its rank follows, and it is taken back', async () => {
    const { page, faults, open } = await app.tab();
    faults.expected = /status of 400/;
    await open('/projekte/prioritaeten');
    const row = page.getByRole('row', { name: /Open-Data-Portal/ });
    const before = await row.textContent();
    await row.getByRole('button', { name: /^Punkte für/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('200');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog
      .getByRole('alert')
      .getByRole('link', { name: /höchstens 100/ })
      .waitFor();
    await expectAccessible(page);
    await dialog.getByRole('textbox').first().fill('100');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText(/Punkte für „.*“ gespeichert/).waitFor();
    await expect.poll(() => row.textContent()).not.toBe(before);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect.poll(() => row.textContent()).toBe(before);
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('a service is found, concerns the city, is a gap until a project covers it', async () => {
    const { page, faults, open } = await app.tab();
    await open('/pflichten/leistungen?suche=Hundesteuer&nur=all');
    await page
      .getByRole('button', { name: /betrifft uns$/ })
      .first()
      .click();
    await page.getByText('ist entschieden.').waitFor();
    const bundle = page.getByRole('row').filter({ hasText: 'kein Projekt' }).getByRole('link').first();
    await bundle.click();
    await page.getByRole('heading', { name: 'Abdeckung durch Projekte' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Projekt verknüpfen').fill('Q15');
    await page.getByRole('option', { name: /Q15/ }).click();
    await page.getByText('Mit Q15 verknüpft.').waitFor();
    // The list stays open for a further one.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Q15 lösen' }).waitFor();
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('a decision comes later: the form says what moves, and nothing typed is lost on the way out', async () => {
    const { page, faults, open } = await app.tab();
    await open('/fahrplan/stufen');
    await page.getByRole('link', { name: 'Voraussetzungen', exact: true }).click();
    await page.getByRole('link', { name: /Doppelhaushalt/ }).click();
    const day = page.locator('[id="feld/expectedOn"]');
    await day.fill('01.06.2023');
    await page.getByText('Diese Projekte können nicht vor dem 01.06.2023 beginnen und rücken:').waitFor();
    await page.getByRole('link', { name: 'Stufen', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hier bleiben' }).click();
    await page.reload();
    await page.getByText('Ihr Entwurf von vorhin ist wieder da').waitFor();
    await expect.poll(() => day.inputValue()).toBe('01.06.2023');
    await page.getByRole('button', { name: 'Entwurf verwerfen' }).click();
    await expect.poll(() => day.inputValue()).toBe('01.01.2023');
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('a payment is entered and stands beside budget and plan', async () => {
    const { page, faults, open } = await app.tab();
    const field = (name: string) => page.locator(`[id="feld/${name}"]`);
    await open('/auslastung/buchungen');
    await page.getByRole('link', { name: 'Buchung erfassen' }).click();
    await field('on').fill('1.10.2020');
    await field('cents').fill('12.500');
    await field('budgetLine').fill('Programmmittel');
    await page.getByRole('option').first().click();
    await field('year').fill('2020');
    await field('text').fill('Konzept');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByRole('link', { name: 'Konzept' }).waitFor();
    await page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Auslastung' }).click();
    const table = page.getByRole('table', { name: /Plan und Ist/ });
    await expect.poll(() => table.getByRole('row', { name: /2020/ }).textContent()).toMatch(/13.*im Plan/);
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
