import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';
import { comesBack, commented } from './statement-text.ts';

const MOTION = `Beschlussantrag Nr. BA-500/2020
Datum: 24.08.2020
Gegenstand: Baustellen-App für Chemnitz
Einreicher: Fraktion SPD
Der Stadtrat beschließt:
1. Die Stadt bietet eine App für Baustellen an.
Begründung
Bürgerinnen und Bürger wollen wissen, wo gebaut wird.`;

/** Counts what a person does with the mouse, over all pages of the app. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = window as unknown as { clicks: number };
    counted.clicks = 0;
    window.addEventListener('click', (event) => event.isTrusted && counted.clicks++, { capture: true });
  });
  return () => page.evaluate(() => (window as unknown as { clicks: number }).clicks);
}

async function register(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Papier erfassen' }).click();
  await page.getByLabel('Text des Papiers').fill(MOTION);
  await page.getByRole('button', { name: 'Angaben vorschlagen' }).click();
  await page.getByRole('button', { name: 'Alle übernehmen' }).click();
  await expect.poll(() => page.getByLabel('Gegenstand').inputValue()).toBe('Baustellen-App für Chemnitz');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('heading', { level: 1, name: /^Prüfung: BA-500\/2020/ }).waitFor();
}

async function examine(page: Page): Promise<void> {
  for (const question of [/zuständig/, /Fraktion/, /sechs Monaten/, /Beschlusstext/, /Haushalt/])
    await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: 'ja', exact: true }).click();
  // The words of the motion name the template, and the only open point gets the new project.
  const template = page.getByLabel('Vorlage', { exact: true }).locator('option:checked');
  await expect.poll(() => template.textContent()).toBe('Mobile Anwendung');
  await page.getByRole('button', { name: 'Vorhaben anlegen' }).click();
  await page.getByLabel('Braucht ein neues Vorhaben').locator('option:checked', { hasText: 'BA-500/2020' }).waitFor({
    state: 'attached',
  });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('button', { name: /berechnen$/ }).click();
  await page.getByText('Neu berechnet.').waitFor();
}

/** What the answer rests on changes: it is called out of date, and once it is computed again the difference is shown. */
async function computedAgain(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Prüfen', exact: true }).click();
  const weeks = page.getByLabel('Wochen', { exact: true }).last();
  await weeks.fill(String(Number(await weeks.inputValue()) + 8));
  await page.getByRole('button', { name: 'Speichern' }).click();
  const notice = page.getByRole('status').filter({ hasText: 'Diese Antwort ist veraltet' });
  await notice.waitFor();
  await page.getByRole('button', { name: 'Neu berechnen', exact: true }).click();
  const difference = page.getByRole('table', { name: 'Was sich seit der vorigen Antwort geändert hat' });
  await difference
    .getByRole('row', { name: /^Ende, / })
    .first()
    .waitFor();
  await notice.waitFor({ state: 'detached' });
  await expectAccessible(page);
}

async function write(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stellungnahme bearbeiten' }).click();
  await page.getByText('Fassung 1: Entwurf').waitFor();
  const struck = page.getByRole('button', { name: /^erledigt: / });
  const missing = await struck.count();
  // Two in a row, at blocks far apart: the second does not bring the first one back.
  await struck.last().click();
  await struck.first().click();
  await expect.poll(() => struck.count()).toBe(missing - 2);
  for (let left = await struck.count(); left > 0; left = await struck.count()) {
    await struck.first().click();
    await expect.poll(() => struck.count()).toBe(left - 1);
  }
  await commented(page);
  await writeFormatted(page);
  await page.getByRole('button', { name: 'Vorlegen' }).click();
  await page.getByText('Fassung 1: in Mitzeichnung').waitFor();
  // Whoever has written cannot release, whatever the roles.
  await expect.poll(() => page.getByRole('button', { name: 'Freigeben', exact: true }).isDisabled()).toBe(true);
}

/** A block in the editor, by keyboard: text, toolbar, a pasted piece of a web page, undo. */
async function writeFormatted(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bearbeiten: Ergebnis der Prüfung' }).click();
  const field = page.getByRole('textbox', { name: 'Wortlaut: Ergebnis der Prüfung' });
  await field.waitFor();
  const figures = await field.locator('.fp-bound').count();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Die Verwaltung ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('dankt');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' den Einreichern.');
  await comesBack(page, field, 'Die Verwaltung dankt den Einreichern.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Eine Liste');
  await page.keyboard.press('Shift+Tab');
  for (let left = 4; left > 0; left--) await page.keyboard.press('ArrowLeft');
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: 'Aufzählung' })
    .and(page.locator(':focus'))
    .press('Space');
  await field.focus();
  await page.keyboard.press('Enter');
  await field.evaluate((element) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<table><tr><td onclick="x()">Ein <b>fetter</b> Satz<script>x()</script></td></tr></table><img src="x"><ul><li>Punkt<ul><li>Unterpunkt</li></ul></li></ul><span data-figure="e1|4711">4711</span>',
    );
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await field.getByText('Unterpunkt').waitFor();
  await expect
    .poll(() => field.locator('table, img:not(.ProseMirror-separator), script, li ul, [onclick]').count())
    .toBe(0);
  await expect.poll(() => field.locator('.fp-bound').count()).toBe(figures);
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => field.getByText('Unterpunkt').count()).toBe(0);
  await page.getByRole('button', { name: 'Speichern' }).click();
  // While it is saved, the text stands in the editor too.
  await field.waitFor({ state: 'detached' });
  await page.getByText('Die Verwaltung dankt den Einreichern.').waitFor();
  await page
    .getByRole('article')
    .locator('strong', { hasText: /^dankt$/ })
    .waitFor();
}

/** From the pasted motion to the public page, with two persons. */
export function councilDesk(app: App): void {
  test('a pasted motion is registered, examined, answered, released by a second person and public', async () => {
    const { page, faults, open } = await app.tab();
    const clicks = await countClicks(page);
    await open('/ratspost');
    await register(page);
    await examine(page);
    await page.getByRole('link', { name: 'Stellungnahme öffnen' }).click();
    await page.getByRole('button', { name: 'Stellungnahme bearbeiten' }).waitFor();
    // From the pasted motion to the draft with its numbers.
    expect(await clicks()).toBeLessThan(15);
    await open('/ratspost/ba-500-2020');
    await computedAgain(page);
    await page.getByRole('link', { name: 'Stellungnahme öffnen' }).click();
    await write(page);
    await open('/ratspost/einstellungen');
    await page.getByLabel(/^Freigegebene Stellungnahmen öffentlich/).check();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('link', { name: 'Öffentliche Seite' }).waitFor();
    await page.close();

    const mayor = await app.person('buergermeister', ['approver']);
    await mayor.open('/ratspost/ba-500-2020/stellungnahme');
    await expectAccessible(mayor.page);
    await mayor.page.getByRole('button', { name: 'Freigeben', exact: true }).click();
    await mayor.page.getByText(/^freigegeben von buergermeister/).waitFor();
    await mayor.open('/oeffentlich/chemnitz/ba-500-2020.1');
    await mayor.page.getByText('Die Verwaltung dankt den Einreichern.').waitFor();
    await expectAccessible(mayor.page);
    expect([...faults.found, ...mayor.faults.found]).toEqual([]);
    await mayor.page.close();
  });
}
