import { expect, test } from 'vitest';
import type { App } from './app.ts';

export function states(app: App): void {
  test('a lost connection is named with its way out, and trying again works', async () => {
    const { page, faults, open } = await app.window();
    faults.expected = /ERR_INTERNET_DISCONNECTED/;
    // The code of both pages has been fetched; what is missing then is data.
    await open('/ratspost');
    await page.getByRole('link', { name: 'RA-327/2020' }).click();
    await page.getByRole('heading', { level: 1, name: /^RA-327/ }).waitFor();
    await page.getByRole('link', { name: 'Ratspost' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Ratspost' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('table', { name: 'Offen' }).getByRole('link', { name: 'BA-113/2020' }).click();
    await page.getByText('Der Server ist nicht erreichbar.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.getByRole('heading', { level: 1, name: /^BA-113/ }).waitFor();
    await page.close();
  });

  test('a paper is open on the day of the agenda, though its outcome of later days is on record', async () => {
    const { page, open } = await app.tab();
    await open('/');
    const line = page.getByRole('row').filter({ hasText: 'BA-090/2020' });
    await expect.poll(() => line.textContent()).toContain('14.10.2020');
    await expect.poll(() => line.textContent()).toContain('in 44 Tagen');
    await page.close();
  });

  test('search, filter, order and groups of the projects stand in the address and come back from it', async () => {
    const { page, open } = await app.tab();
    await open('/projekte');
    await page.getByLabel('Suche', { exact: true }).fill('akte');
    await page.waitForURL(/suche=akte/);
    await page.getByLabel('Gruppe').selectOption('stand');
    await page.getByRole('columnheader', { name: 'Ende' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: 'Ende' }).getByRole('button').click();
    await page.waitForURL(/sort=ende.*ab=true|ab=true.*sort=ende/);
    await page.getByRole('columnheader', { name: 'Ende' }).and(page.locator('[aria-sort="descending"]')).waitFor();
    const names = await page.locator('tbody th[scope="row"]').allTextContents();
    expect(names.length).toBeGreaterThan(2);
    await page.reload();
    await expect.poll(() => page.locator('tbody th[scope="row"]').allTextContents()).toEqual(names);
    await expect
      .poll(() => page.getByRole('columnheader', { name: 'Ende' }).getAttribute('aria-sort'))
      .toBe('descending');
    await page.close();
  });

  test('the exported file holds exactly this view', async () => {
    const { page, open } = await app.tab();
    await open('/projekte?bereich=V');
    const shown = await page.locator('tbody th[scope="row"]').count();
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Ausgeben' }).click();
    await page.getByRole('menuitem', { name: 'Diese Ansicht als CSV' }).click();
    const stream = await (await started).createReadStream();
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    expect(text.trim().split('\r\n')).toHaveLength(shown + 1);
    expect(text).toContain('V2;');
    await page.close();
  });

  test('a choice in the timeline is a place of its own', async () => {
    const { page, open } = await app.tab();
    await open('/fahrplan?projekt=V3&zu=O,Q');
    await page.getByRole('heading', { name: 'Warum dieses Datum?' }).waitFor();
    await expect.poll(() => page.locator('[data-row="area O"]').getAttribute('aria-expanded')).toBe('false');
    await expect.poll(() => page.locator('[data-row="V3"]').getAttribute('aria-selected')).toBe('true');
    // Values that nobody offers are dropped, not shown.
    await open('/fahrplan?massstab=jahrhundert');
    await expect.poll(() => page.getByRole('radio', { name: 'Quartal' }).getAttribute('aria-checked')).toBe('true');
    await page.close();
  });
}
