import { expect, test } from 'vitest';
import type { App } from './app.ts';
import { administrator, type Somebody, stranger } from './somebody.ts';

/** The link that a dialog shows once. */
async function copiesLink(somebody: Somebody): Promise<string> {
  const link = (await somebody.page.locator('.fp-key').textContent()) ?? '';
  await somebody.page.keyboard.press('Escape');
  return link;
}

/** What others say by a link, without an account: a partner, the head of an office. */
export function links(app: App): void {
  test('a partner moves a date by link; what it moves is read before it is taken over', async () => {
    const team = await administrator(app);
    await team.opens('/bestaetigungen');
    await team.row('Antragsassistenten Soziales und Familie').presses(/^Link erstellen/);
    const link = await copiesLink(team);

    const partner = await stranger(app, 320);
    partner.faults.expected = /status of 400/;
    await partner.page.goto(link);
    await partner.sees('Verfügbar ab 01.10.2021');
    await partner.ticks('nein, es wird ein anderer');
    await partner.presses('Absenden');
    await partner.sees(/Bitte nennen Sie den neuen Tag/);
    await partner.writes('Neuer Tag', '01.04.2022');
    await partner.presses('Absenden');
    await partner.sees(/Ihre Antwort ist eingegangen/);
    await partner.leaves();

    await team.opens('/bestaetigungen');
    await team.part('Zu entscheiden').sees('neuer Tag: 01.04.2022');
    await team.part('Zu entscheiden').sees(/Beginnen nach dem Plan vorher|Kein Projekt beginnt vorher/);
    await team.presses(/^Antwort von .* übernehmen$/);
    await team.sees('Keine Antwort wartet auf eine Entscheidung.');
    await team.sees('der Arbeitsplan folgt in wenigen Sekunden');
    await expect
      .poll(() => team.part('Angebote der Partner').row('Soziales und Familie').reads())
      .toContain('01.04.2022');
    await team.leaves();
  });

  test('the head of an office confirms a talk by link, without an account', async () => {
    const team = await administrator(app);
    await team.opens('/bedarfe/gespraeche/gespraech-buergeramt');
    await team.presses('Link zum Bestätigen');
    const link = await copiesLink(team);

    const head = await stranger(app, 320);
    head.faults.expected = /status of 410/;
    await head.page.goto(link);
    await head.sees(/So haben wir das Gespräch/);
    await head.ticks('ja, so bestätige ich es');
    await head.presses('Absenden');
    await head.sees(/Ihre Antwort ist eingegangen/);
    await head.page.goto(link);
    await head.sees(/gilt nicht mehr|schon benutzt/);
    await head.leaves();
    await team.opens('/bedarfe/gespraeche/gespraech-buergeramt');
    await team.sees('bestätigt am 31.08.2020');
    await team.leaves();
  });
}
