import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { App } from './app.ts';
import { invitation, stranger } from './somebody.ts';

const PASSWORD = 'Vier Boote am Steg';

/** A fingerprint reader that the browser keeps, and whose finger is always there (WebAuthn § 11, user-agent automation). */
async function fingerprintReader(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

export function passkey(app: App): void {
  test('somebody signs in with a passkey, sees where else they are signed in, and ends that', async () => {
    const link = await invitation(app, 'Paula Passkey', 'paula@musterstadt.de', /^Lesen/);

    // Passkeys are bound to a name, so the same server by its name.
    const byName = (path: string): string => new URL(path, app.address.replace('127.0.0.1', 'localhost')).href;
    const paula = await stranger(app);
    paula.faults.expected = /status of 401/;
    await fingerprintReader(paula.page);
    await paula.page.goto(byName(new URL(link).pathname + new URL(link).hash));
    await paula.writes('Neues Kennwort', PASSWORD);
    await paula.presses(/^Kennwort speichern/);
    await paula.page.getByRole('banner').getByRole('button', { name: 'Paula Passkey' }).waitFor();
    await paula.opens(byName('/konto'));
    await paula.writes('Name des Geräts', 'Dienstlaptop');
    await paula.presses('Passkey hinzufügen');
    await paula.dialog.writes('Jetziges Kennwort', PASSWORD);
    await paula.dialog.presses('Weiter');
    await paula.row('Dienstlaptop').sees('noch nie');

    // Another device would not send the first one's cookie along.
    await paula.page.context().clearCookies();
    await paula.opens(byName('/anmeldung'));
    await paula.presses('Mit Passkey anmelden');
    await paula.page.getByRole('banner').getByRole('button', { name: 'Paula Passkey' }).waitFor();
    await paula.opens(byName('/konto'));
    const sessions = paula.part('Sitzungen');
    await sessions.row('diese Sitzung').sees('Chrome');
    await sessions.presses('Alle anderen beenden');
    await expect.poll(() => paula.page.getByRole('button', { name: /^Sitzung beenden/ }).count()).toBe(0);
    await paula.isNotShutOut();
    await paula.leaves();
  });
}
