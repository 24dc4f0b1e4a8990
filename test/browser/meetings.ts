import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App, Faults } from './app.ts';

/** Somebody else saves the meeting that is open here: both versions are shown, and a person says what is to hold. */
async function savedElsewhere(page: Page, faults: Faults): Promise<void> {
  faults.expected = /status of 412/;
  const place = page.getByLabel('Ort', { exact: true });
  await place.fill('Saal 118');
  const status = await page.evaluate(async () => {
    const path = `/api/meetings/${window.location.pathname.split('/').at(-1)}`;
    const { meeting, version } = await (await fetch(path)).json();
    const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
    const body = JSON.stringify({ ...meeting, place: 'Stadthalle', time: '15:00' });
    return (await fetch(path, { method: 'PUT', headers, body })).status;
  });
  expect(status).toBe(200);
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  const notice = page.getByRole('alert', { name: 'Jemand anderes hat inzwischen gespeichert.' });
  await notice.getByText('Saal 118').waitFor();
  await notice.getByRole('radio', { name: 'Inzwischen gespeichert' }).check();
  await notice.getByRole('button', { name: 'Übernehmen und weiter bearbeiten' }).click();
  await notice.waitFor({ state: 'detached' });
  expect([await place.inputValue(), await page.getByLabel('Uhrzeit').inputValue()]).toEqual(['Stadthalle', '15:00']);
}

export function meetings(app: App): void {
  test('a result of a meeting becomes a resolution with a task that comes up again', async () => {
    const { page, faults, open } = await app.tab();
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
    await savedElsewhere(page, faults);
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
    await page.close();
  });
}
