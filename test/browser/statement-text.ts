import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';

/** Comments on words of the text: marked by mouse, chosen by keyboard; answered and settled. */
export async function commented(page: Page): Promise<void> {
  const text = page.getByRole('region', { name: /Ergebnis der Prüfung/ });
  await text
    .locator('[data-at]')
    .first()
    .dblclick({ position: { x: 12, y: 8 } });
  await page.getByRole('button', { name: 'Markierte Stelle anmerken' }).click();
  await page.keyboard.type('Stimmt das so?');
  await text.getByRole('button', { name: 'Anmerken', exact: true }).click();
  const first = text.getByRole('group', { name: 'Anmerkung 1' });
  await first.getByText('Stimmt das so?').waitFor();
  const words = (await first.locator('q').textContent()) ?? '';
  await expect.poll(() => text.locator('mark').first().textContent()).toBe(words);

  await text.getByRole('button', { name: 'Anmerken: Ergebnis der Prüfung' }).press('Enter');
  await page.keyboard.type('Bitte mit Datum.');
  await text.getByLabel('Stelle').selectOption({ index: 2 });
  await text.getByRole('button', { name: 'Anmerken', exact: true }).press('Enter');
  await text.getByRole('group', { name: 'Anmerkung 2' }).getByText('Bitte mit Datum.').waitFor();
  await first.getByRole('button', { name: /^Antworten/ }).click();
  const answer = first.getByRole('textbox', { name: 'Antwort' });
  await answer.fill('Ja.');
  await first.getByRole('button', { name: 'Antwort speichern' }).click();
  await answer.waitFor({ state: 'detached' }); // while it is being saved the words stand there twice
  await first.getByText('Ja.').waitFor();
  await expectAccessible(page);
  for (const comment of ['Stimmt das so?', 'Bitte mit Datum.'])
    await text.getByRole('button', { name: `erledigt: ${comment}` }).click();
  await expect.poll(() => text.locator('mark').count()).toBe(0);
  await text
    .getByText(/erledigt von/)
    .first()
    .waitFor();
}

/** What is written and not saved stands there again after the page was loaded anew. */
export async function comesBack(page: Page, field: Locator, words: string): Promise<void> {
  page.once('dialog', (question) => void question.accept());
  await page.reload();
  await field.getByText(words).waitFor();
  await page.getByText('Hier steht wieder, was noch nicht gespeichert war.').waitFor();
}
