import { test } from 'vitest';
import type { App } from './app.ts';
import { administrator } from './somebody.ts';

/** What somebody does about dates: asks what would help where a duty is late, and keeps the next months as they are. */
export function lateDuty(app: App): void {
  test('of a duty that will be missed somebody asks what would help, and is told', async () => {
    const team = await administrator(app);
    await team.opens('/');
    await team.part('Pflichten mit Risiko').row('wird verfehlt').follows('Was hilft? Q9');
    const help = team.part('Was würde helfen?');
    await help.presses('Suchen');
    await help.sees(/früher\.|Ende am|Gefunden wurde nichts, was das Ende vorzieht/);
    await team.isNotShutOut();
    await team.leaves();
  });

  test('frozen months stay as they are: a project in them is not moved until they are thawed', async () => {
    const team = await administrator(app);
    team.faults.expected = /status of 400/;
    await team.opens('/plaene');
    await team.writes(/^Einfrieren bis/, '01.01.2021');
    await team.presses('Einfrieren');
    await team.part('Arbeitsplan').sees('01.01.2021');
    await team.sees('Fertig.');

    await team.goesTo('/fahrplan?projekt=Q5');
    await team.unfolds('Verschieben und festhalten');
    await team.writes(/^Beginn \(Montag\)/, '09.11.2020');
    await team.presses('Festhalten');
    await team.sees(/Der Plan ist bis 01\.01\.2021 eingefroren/);

    await team.goesTo('/plaene');
    await team.presses('Auftauen');
    await team.sees('Keine Monate sind eingefroren.');
    await team.leaves();
  });
}
