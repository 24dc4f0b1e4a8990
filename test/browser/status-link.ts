import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

export function statusLink(app: App): void {
  test('a round is started, an office answers by its link, the answer is decided', async () => {
    const { page, faults, open } = await app.tab();
    await open('/statusrunde');
    await page.getByRole('button', { name: 'Runde beginnen' }).click();
    await page.getByRole('button', { name: 'Links erstellen' }).click();
    const line = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Sozialamt' });
    const link = (await line.locator('.fp-key').textContent()) ?? '';
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Fertig' }).click();

    const lead = await app.window({ signedIn: false, width: 320 });
    await lead.page.goto(link);
    await expectAccessible(lead.page);
    const count = await lead.page.locator('.fp-link__project').count();
    await lead.page.getByRole('button', { name: 'Absenden' }).click();
    await lead.page.getByRole('alert').waitFor();
    for (let index = 0; index < count; index++) {
      const project = lead.page.locator('.fp-link__project').nth(index);
      await project.getByLabel('läuft', { exact: true }).check();
      await project.getByLabel('weiß ich nicht').check();
    }
    await lead.page.getByLabel('Gibt es ein Problem?').first().fill('Uns fehlt jemand.');
    await lead.page.getByRole('button', { name: 'Absenden' }).click();
    await lead.page.getByText('Ihre Antworten sind eingegangen').waitFor();
    await expectAccessible(lead.page);
    expect(
      await lead.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await lead.page.close();

    await page.reload();
    const answer = page.getByRole('row').filter({ hasText: 'Uns fehlt jemand.' });
    await answer.waitFor();
    await expectAccessible(page);
    await answer
      .getByRole('button', { name: /^Stand von .* übernehmen$/ })
      .first()
      .click();
    await answer.waitFor({ state: 'detached' });

    await open('/bestaetigungen');
    await page
      .getByRole('button', { name: /^Link erstellen für/ })
      .first()
      .click();
    await page.goto((await page.locator('.fp-key').textContent()) ?? '');
    await page.getByRole('heading', { level: 1, name: 'Termin bestätigen' }).waitFor();
    await expectAccessible(page);
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
