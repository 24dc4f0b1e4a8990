import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';
import { administrator, invitation, stranger } from './somebody.ts';

export function discussing(app: App): void {
  test('a remark survives a reload, somebody answers, and the bell tells of it', async () => {
    const { page, faults, open } = await app.tab();
    const field = page.getByLabel('Kommentar', { exact: true });
    await open('/projekte/V3');
    await field.fill('Wann kommt der Scanner?');
    await page.reload();
    await expect.poll(() => field.inputValue()).toBe('Wann kommt der Scanner?');
    await page.getByRole('button', { name: 'Kommentieren' }).click();
    await page.getByRole('button', { name: 'Nicht mehr beobachten' }).waitFor();
    await expectAccessible(page);

    const other = await app.person('otto', ['programme']);
    await other.open('/projekte/V3');
    const answer = other.page.getByLabel('Kommentar', { exact: true });
    await answer.fill('Im Mai.');
    await other.page.getByRole('button', { name: 'Kommentieren' }).click();
    await expect.poll(() => answer.inputValue()).toBe(''); // while it is being saved the words stand there twice
    await other.page.getByText('Im Mai.').waitFor();
    await other.page.close();

    await page.reload();
    await page.getByRole('link', { name: 'Mitteilungen, 1 ungelesen' }).click();
    await page.getByRole('row', { name: /otto hat kommentiert/ }).waitFor();
    await page.getByRole('button', { name: 'Alle als gelesen kennzeichnen' }).click();
    await page.getByRole('link', { name: 'Mitteilungen', exact: true }).waitFor();
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('whoever is mentioned in a comment is told, and finds it', async () => {
    const link = await invitation(app, 'Mara Meister', 'mara@musterstadt.de', /^Programmteam/);
    const mara = await stranger(app);
    mara.faults.expected = /status of 401/;
    await mara.page.goto(link);
    await mara.writes('Neues Kennwort', 'Fünf Körbe voll Obst');
    await mara.presses(/^Kennwort speichern/);
    await mara.page.getByRole('link', { name: 'Mitteilungen', exact: true }).waitFor();

    const team = await administrator(app);
    await team.opens('/projekte/V2');
    await team.writes('Kommentar', 'Reicht die Zeit?');
    await team.chooses('Erwähnen', 'Mara Meister');
    await team.sees('Mara Meister erwähnt werden');
    await team.presses('Kommentieren');
    await team.sees('Reicht die Zeit? @Mara Meister');
    await team.leaves();

    await mara.opens('/');
    await mara.follows('Mitteilungen, 1 ungelesen');
    await mara.row('hat Sie erwähnt').follows(/E-Akte/);
    await mara.sees('Reicht die Zeit? @Mara Meister');
    await mara.leaves();
  });

  test('when a session ends, what was typed is kept, and the sign-in knows the way back', async () => {
    const { page, faults, open } = await app.person('erika', ['programme']);
    faults.expected = /status of 401/;
    await open('/projekte/V3/bearbeiten');
    await page.locator('[id="feld/purpose"]').fill('Noch nicht gespeichert');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.reload();
    await page.waitForURL(/anmeldung\?zurueck=/);
    expect(new URL(page.url()).searchParams.get('zurueck')).toBe('/projekte/V3/bearbeiten');
    const kept = await page.evaluate(() => sessionStorage.getItem('fahrplan.draft.project.V3'));
    expect(kept).toContain('Noch nicht gespeichert');
    expect(faults.found).toEqual([]);
    await page.close();
  });
}
