import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

/** Somebody else changes a field of the project meanwhile, over the same API. */
function changeElsewhere(page: Page, id: string, values: object): Promise<number> {
  return page.evaluate(
    async ([project, changed]) => {
      const path = `/api/records/project/${project}`;
      const { body, version } = await (await fetch(path)).json();
      const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
      const answer = await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ ...body, ...changed }) });
      return answer.status;
    },
    [id, values] as const,
  );
}

export function editing(app: App): void {
  test('a project is changed while somebody else changes it too: nothing is lost, nothing overwritten', async () => {
    const { page, faults, open } = await app.tab();
    faults.expected = /status of (400|412)/;
    await open('/projekte/Q9/bearbeiten');
    await page.getByLabel('Zweck').fill('Mein neuer Zweck');
    await page.getByLabel('Nutzen').fill('Mein Nutzen');
    await page.getByLabel('Fälle im Jahr').fill('viele');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    // What is wrong stands above and at its field; what was typed is still there, even after the page is opened anew.
    await page.getByRole('alert').getByRole('link').first().click();
    await expect
      .poll(() => page.getByLabel('Fälle im Jahr').evaluate((one) => one === document.activeElement))
      .toBe(true);
    await expectAccessible(page);
    await page.getByLabel('Fälle im Jahr').fill('1.200');
    await page.getByRole('link', { name: 'Auslastung' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verlassen, Entwurf behalten' }).click();
    await page.getByRole('heading', { level: 1, name: 'Auslastung' }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByLabel('Zweck').inputValue()).toBe('Mein neuer Zweck');

    expect(await changeElsewhere(page, 'Q9', { purpose: 'Zweck der anderen', shortName: 'Anders' })).toBe(200);
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    const notice = page.getByRole('alert');
    await notice.getByText('Jemand anderes hat inzwischen gespeichert.').waitFor();
    await expect.poll(() => notice.textContent()).toMatch(/Zweck der anderen[\s\S]*|Mein neuer Zweck/);
    await expectAccessible(page);
    await notice.getByLabel('Inzwischen gespeichert').check();
    await notice.getByRole('button', { name: 'Übernehmen und weiter bearbeiten' }).click();
    await expect.poll(() => page.getByLabel('Kurzname').inputValue()).toBe('Anders');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Q9/ }).waitFor();
    await page.getByText('Zweck der anderen').waitFor();
    await page.getByText('Mein Nutzen').waitFor();

    // The last change is taken back; the fact sheet fits on one page.
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('Die Änderung ist zurückgenommen.').waitFor();
    await page.getByText('Mein Nutzen').waitFor({ state: 'detached' });
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    // The fact sheet as files, which are what they say.
    for (const [link, begin] of [
      ['Als PDF', '%PDF-'],
      ['Als Word-Datei', 'PK'],
    ] as const) {
      const started = page.waitForEvent('download');
      await page.getByRole('link', { name: link }).click();
      expect(readFileSync(await (await started).path(), 'latin1').slice(0, begin.length)).toBe(begin);
    }

    // The history says what was changed by whom, and what stood there before; what was taken back is brought back.
    const history = page.getByRole('region', { name: 'Verlauf' }).getByRole('listitem').filter({ hasText: 'Nutzen' });
    await expect.poll(() => history.count()).toBe(2);
    const saved = history.nth(1);
    await saved.getByText('Alte und neue Werte').click();
    await expect
      .poll(() => saved.getByRole('group', { name: 'Nutzen' }).textContent())
      .toContain('nachher: Mein Nutzen');
    await expectAccessible(page);
    await saved.getByRole('button', { name: 'Diesen Stand zurückholen' }).click();
    await expect.poll(() => history.count()).toBe(3);
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('the project list of the city is taken over: columns, faults by line, undo', async () => {
    const { page, faults, open } = await app.tab();
    await open('/liste-uebernehmen');
    const lines = [
      'Nr;Maßnahme;Amt;Ende;Status;Bemerkung',
      'Z91;Digitales Fundbüro;Bürgeramt;31.12.2022;läuft;x',
      'Z92;Ohne Tag;;bald;geplant;y',
    ];
    const buffer = Buffer.from(lines.join('\r\n'), 'latin1');
    await page.locator('input[type=file]').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer });
    await page.getByText('1 neu, 0 geändert, 0 unverändert, 1 fehlerhaft').waitFor();
    await page.getByText('Ende: „bald“ ist kein Tag').waitFor();
    await page.getByLabel('Bemerkung').selectOption({ label: 'Nutzen' });
    await expectAccessible(page);
    await page.getByRole('button', { name: '1 Projekt übernehmen' }).click();
    await page.getByText('1 Projekt übernommen').waitFor();
    await page.getByLabel('Suche', { exact: true }).fill('Fundbüro');
    await page.getByRole('link', { name: 'Digitales Fundbüro' }).waitFor();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('Die Änderung ist zurückgenommen.').waitFor();
    await page.getByRole('link', { name: 'Digitales Fundbüro' }).waitFor({ state: 'detached' });
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
