import { expect, test } from 'vitest';
import type { App } from './app.ts';
import { administrator, colleague } from './somebody.ts';

/** A scenario becomes the agenda, and its plan the approved one: two persons take part. */
export function promoting(app: App): void {
  test('what a scenario changes is taken over, its plan put forward, and approved by somebody else', async () => {
    const team = await administrator(app);
    await team.opens('/szenarien');
    await team.follows('Nur 180 T€ mehr');
    await team.sees('Programmmittel Digitale Agenda 2021: +180 T€');
    await team.presses('In die Agenda übernehmen');
    await team.sees('„Nur 180 T€ mehr“ steht jetzt in der Agenda; der Arbeitsplan folgt.');
    await team.goesTo('/auslastung');
    const budget = team.part('Programmmittel Digitale Agenda je Haushaltsjahr, in T€');
    await expect.poll(() => budget.row('2021').reads()).toContain('780');

    await team.goesTo('/plaene');
    await team.unfolds('Zur Genehmigung vorlegen');
    await team.writes('Name der Fassung', 'Plan mit 180 T€ mehr');
    await team.presses('Zur Genehmigung vorlegen');
    await team.row('Plan mit 180 T€ mehr').sees('vorgelegt');
    await team.leaves();

    const mayor = await colleague(app, 'dezernentin', 'approver');
    await mayor.opens('/plaene');
    await mayor.follows('Ansehen und entscheiden: Plan mit 180 T€ mehr');
    await mayor.sees('2021');
    await mayor.presses('Genehmigen');
    await mayor.sees('Der Plan ist genehmigt. Zusagen ruhen jetzt auf ihm.');
    await mayor.leaves();
  });
}
