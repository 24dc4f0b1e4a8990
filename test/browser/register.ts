import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';

export function register(app: App): void {
  test('a new duty is entered, shows up as a gap, and is deleted after a question', async () => {
    const { page, faults, open } = await app.tab();
    faults.expected = /status of (400|409)/;
    const field = (name: string) => page.locator(`[id="feld/${name}"]`);
    const save = page.getByRole('button', { name: 'Speichern', exact: true });
    await open('/pflichten');
    await page.getByRole('link', { name: 'Neue Vorschrift' }).click();
    await field('name').fill('Probepflicht der Stadt');
    await save.click();
    // What is missing is named above and at the fields, and what was typed is still there.
    await page.getByRole('alert').getByRole('link').first().waitFor();
    await expectAccessible(page);
    await expect.poll(() => field('name').inputValue()).toBe('Probepflicht der Stadt');
    await field('id').fill('probe-1');
    await field('law').fill('ProbeG');
    await field('paragraph').fill('§ 1');
    await field('duty').fill('Die Stadt tut etwas.');
    await field('addressee').fill('Gemeinden');
    await field('force').selectOption('must');
    await field('trigger/kind').selectOption('date');
    await field('trigger/on').fill('01.01.2019');
    await save.click();
    await page.getByRole('heading', { level: 1, name: 'Pflichten' }).waitFor();

    await page.getByRole('link', { name: 'Abdeckung' }).click();
    await page.getByLabel('Zeigen').selectOption('luecken');
    const line = page.getByRole('row', { name: /Probepflicht der Stadt/ });
    await expect.poll(() => line.textContent()).toMatch(/muss.*kein Projekt/);
    await line.getByRole('link', { name: 'Probepflicht der Stadt' }).click();
    await page.getByRole('link', { name: 'Bearbeiten' }).click();
    await page.getByRole('button', { name: 'Löschen' }).click();
    const question = page.getByRole('dialog');
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Löschen' }).click();
    await page.getByText('„Probepflicht der Stadt“ ist gelöscht.').waitFor();

    // A norm that projects name stays, and the refusal says which project.
    await open('/pflichten/vorschriften/saechsegovg-3');
    await page.getByRole('button', { name: 'Löschen' }).click();
    await question.getByRole('button', { name: 'Löschen' }).click();
    await expect.poll(() => question.getByRole('alert').textContent()).toContain('Q5');
    await question.getByRole('button', { name: 'Behalten' }).click();
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
