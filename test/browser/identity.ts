import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { expectAccessible } from '../setup/browser.ts';
import type { App } from './app.ts';
import { administrator, invitation, type Somebody, stranger } from './somebody.ts';

const PASSWORD = 'Drei Bäume am Fluss';
/** A code of the app. Each must be later than the one before, and half a minute off is accepted: now, then the next. */
const codeOf = (secret: string, offset: 0 | 1): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + offset * 30_000 });

export function identity(app: App): void {
  test('somebody is invited, sets up password and second factor, and signs in with both', async () => {
    const admin = await app.window();
    await admin.open('/personen');
    await admin.page.getByRole('button', { name: 'Person einladen' }).click();
    await admin.page.getByLabel('Name', { exact: true }).fill('Anna Amtsleiterin');
    await admin.page.getByLabel('E-Mail-Adresse').fill('anna@musterstadt.de');
    await admin.page.getByLabel('Amt', { exact: false }).first().check();
    await admin.page.getByLabel('Amt hinzufügen').selectOption('it-amt');
    await expectAccessible(admin.page);
    await admin.page.getByRole('button', { name: 'Einladen', exact: true }).click();
    const link = (await admin.page.getByText(/\/einladung#/).textContent()) ?? '';
    await admin.page.getByRole('button', { name: 'Schließen' }).click();
    await admin.page.getByRole('rowheader', { name: 'Anna Amtsleiterin' }).waitFor();
    await expectAccessible(admin.page);
    expect(admin.faults.found).toEqual([]);
    await admin.page.close();

    const { page, faults } = await app.window({ signedIn: false, width: 320 });
    faults.expected = /status of 40[13]/; // nobody is signed in yet; the code is missing at first
    await page.goto(link);
    await page.getByLabel('Neues Kennwort').fill(PASSWORD);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Kennwort speichern' }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Anna Amtsleiterin' }).waitFor();
    await page.goto('/konto');
    await page.getByRole('button', { name: 'Authenticator-App einrichten' }).click();
    await page.getByRole('dialog').getByLabel('Jetziges Kennwort').fill(PASSWORD);
    await page.getByRole('button', { name: 'Weiter' }).click();
    const secret = (await page.locator('.fp-key').textContent()) ?? '';
    await expectAccessible(page);
    await page.getByLabel('Code aus der App').fill(codeOf(secret, 0));
    await page.getByRole('button', { name: 'Bestätigen' }).click();
    await page.getByText('Ihre Ersatzcodes').waitFor();
    await expect.poll(() => page.locator('.fp-codes li').count()).toBe(10);
    await page.getByRole('button', { name: 'Ich habe sie aufbewahrt' }).click();
    await page.getByText('noch 10').waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Anna Amtsleiterin' }).click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await page.getByLabel('E-Mail-Adresse').fill('anna@musterstadt.de');
    await page.getByLabel('Kennwort', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.getByLabel('Bestätigungscode').fill(codeOf(secret, 1));
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.getByRole('banner').getByRole('button', { name: 'Anna Amtsleiterin' }).waitFor();
    expect(faults.found).toEqual([]);
    await page.close();
  });

  test('an access that one administrator opens anew signs nothing until another one has confirmed it', async () => {
    const enter = async (name: string, link: string): Promise<Somebody> => {
      const person = await stranger(app);
      person.faults.expected = /status of 401/;
      await person.page.goto(link);
      await person.writes('Neues Kennwort', PASSWORD);
      await person.presses(/^Kennwort speichern/);
      await person.page.getByRole('banner').getByRole('button', { name }).waitFor();
      return person;
    };
    const invited = await invitation(app, 'Frieda Freigabe', 'frieda@musterstadt.de', /^Freigabe/);
    await (await enter('Frieda Freigabe', invited)).leaves();
    const olga = await invitation(app, 'Olga Ordnung', 'olga@musterstadt.de', /^Administration/);
    const opener = await enter('Olga Ordnung', olga);
    await opener.opens('/personen');
    await opener.presses('Schritte für Frieda Freigabe');
    await opener.page.getByRole('menuitem', { name: 'Neuen Link ausstellen' }).click();
    const anew = (await opener.page.getByText(/\/einladung#/).textContent()) ?? '';
    await (await enter('Frieda Freigabe', anew)).leaves();
    await opener.opens('/personen');
    await opener.row('Frieda Freigabe').sees('neu vergeben von Olga Ordnung, zeichnet erst nach Bestätigung');
    await opener.presses('Schritte für Frieda Freigabe');
    await opener.page.getByRole('menuitem', { name: 'Zugang entziehen' }).waitFor();
    await expect.poll(() => opener.page.getByRole('menuitem', { name: 'Neuen Zugang bestätigen' }).count()).toBe(0);
    await opener.leaves();

    const other = await administrator(app);
    await other.opens('/personen');
    await other.presses('Schritte für Frieda Freigabe');
    await other.page.getByRole('menuitem', { name: 'Neuen Zugang bestätigen' }).click();
    await other.isNotShutOut();
    await other.dialog.presses('Neuen Zugang bestätigen');
    await other.row('Frieda Freigabe').sees(/^aktiv/);
    await other.leaves();
  });
}
