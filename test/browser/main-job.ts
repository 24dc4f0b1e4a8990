import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type App, settled } from './app.ts';

/** Presses „Abbrechen“, unless the computation ends first. */
async function cancel(place: Page | Locator): Promise<void> {
  const ended = place.getByText(/Abgebrochen|Neu berechnet/);
  const pressed = place.getByRole('button', { name: 'Abbrechen' }).click();
  await Promise.race([pressed.catch(() => undefined), ended.waitFor()]);
  await ended.waitFor();
}

/** What the product is for: from the council's paper to the Word file, down to the record under a figure. */
export function mainJob(app: App): void {
  test('a paper is assessed, its answer followed down to a record, its statement downloaded', async () => {
    const { page, faults, open } = await app.tab();
    await open('/ratspost');
    await page.getByRole('table', { name: 'Offen' }).getByRole('link', { name: 'BA-090/2020' }).click();
    await page.getByRole('heading', { level: 1, name: /^BA-090\/2020/ }).waitFor();

    await page.getByRole('button', { name: /^(Neu|Antwort) berechnen$/ }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByText('Neu berechnet.').waitFor();
    await page.getByRole('heading', { level: 2, name: /möglich|umsetzbar/ }).waitFor();
    for (const name of ['Frühester Beginn, in drei Bedeutungen', 'Was würde helfen?', 'Prüfungen'])
      await page.getByRole('heading', { level: 2, name }).waitFor();
    // Our figures beside those of other cities, each with its source.
    const peers = page.getByRole('region', { name: 'Vergleichsstädte' }).getByRole('row', { name: /Leipzig/ });
    await peers.getByRole('button').first().click();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^Vergleichsstadt/ })
      .waitFor();
    await page.keyboard.press('Escape');

    await page.locator('.fp-verdict + p .fp-fig').filter({ hasText: 'PT' }).first().click();
    const card = page.getByRole('dialog');
    await card.getByRole('link', { name: 'Rechenlauf' }).waitFor();
    await card.getByText('beruht auf').waitFor();
    await card.getByRole('button', { name: /PT/ }).first().click();
    await card.getByRole('link', { name: /^Team/ }).click();
    await page.waitForURL('**/belege/team/**');
    await page.getByRole('heading', { name: 'Angaben' }).waitFor();
    await page.getByText('angenommen, ohne öffentliche Quelle').first().waitFor();

    await page.goBack();
    await settled(page);
    await page.getByRole('link', { name: 'Stellungnahme öffnen' }).click();
    await page
      .getByRole('article')
      .getByRole('heading', { name: /Personelle Auswirkungen/ })
      .waitFor();
    const bound = page.locator('.fp-bound').filter({ hasText: 'PT' }).first();
    await bound.click();
    await page.locator('.fp-cardbox[data-open="true"]').waitFor();
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Als Word-Datei' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const bytes = readFileSync(await download.path());
    expect(bytes.length).toBeGreaterThan(5_000);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('alternatives side by side: each figure says what it rests on, and one becomes the basis', async () => {
    const { page, faults, open } = await app.tab();
    await open('/ratspost/ba-090-2020');
    const part = page.getByRole('region', { name: 'Alternativen im Vergleich' });
    await part.getByLabel('Stellen (VZÄ)').fill('1');
    await part.getByLabel('ab Tag').fill('01.01.2021');
    await part.getByRole('button', { name: 'Alternativen berechnen' }).click();
    const posts = part.getByRole('row', { name: /^mit mehr Stellen/ });
    await posts.waitFor();
    await posts.getByRole('button', { name: /^1,0 VZÄ/ }).click();
    await page.getByRole('dialog').getByText('sie sind nicht bewilligt').waitFor();
    await page.getByRole('dialog').getByRole('link', { name: /^Team/ }).waitFor();
    await page.keyboard.press('Escape');
    // Choosing has the answer computed anew; here only the choice counts.
    const choose = async (row: typeof posts): Promise<void> => {
      await row.getByRole('button', { name: 'Als Grundlage wählen' }).click();
      await row.getByText('gewählt', { exact: true }).waitFor();
      await cancel(part);
    };
    await choose(posts);
    await choose(part.getByRole('row', { name: /^später/ }));
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('a running assessment can be cancelled, and the earlier answer stays', async () => {
    const { page, faults, open } = await app.tab();
    await open('/ratspost/ba-090-2020');
    const before = await page.locator('.fp-verdict').textContent();
    await page.getByRole('button', { name: 'Neu berechnen' }).click();
    await cancel(page);
    await expect.poll(() => page.locator('.fp-verdict').textContent()).toBe(before);
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
