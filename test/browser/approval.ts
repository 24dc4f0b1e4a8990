import { test } from 'vitest';
import type { App } from './app.ts';
import { administrator, colleague, stranger } from './somebody.ts';

/** Four eyes on a plan, and who reads it then. */
export function approval(app: App): void {
  test('one puts the working plan forward, another approves it, and the house sees it', async () => {
    const planner = await administrator(app);
    await planner.opens('/plaene');
    await planner.unfolds('Zur Genehmigung vorlegen');
    await planner.writes('Name der Fassung', 'Plan für den Herbst');
    await planner.presses('Zur Genehmigung vorlegen');
    await planner.row('Plan für den Herbst').sees('vorgelegt');
    await planner.follows('Ansehen und entscheiden: Plan für den Herbst');
    await planner.sees('Sie haben diesen Plan selbst vorgelegt; entscheiden muss jemand anderes.');

    const mayor = await colleague(app, 'dezernentin', 'approver');
    await mayor.opens('/plaene');
    await mayor.follows('Ansehen und entscheiden: Plan für den Herbst');
    await mayor.presses('Genehmigen');
    await mayor.sees('Der Plan ist genehmigt. Zusagen ruhen jetzt auf ihm.');
    // What is not for her says so before she types anything.
    await mayor.goesTo('/personen');
    await mayor.sees('Dazu fehlt Ihnen die Berechtigung');
    await mayor.isNotShutOut();
    await mayor.leaves();

    await planner.goesTo('/ratspost/einstellungen');
    await planner.ticks(/^Den genehmigten Plan im Haus zeigen/);
    await planner.presses('Speichern');
    await planner.page.locator('a[href^="/intranet/"]').waitFor();
    await planner.leaves();

    const house = await stranger(app, 320);
    await house.page.goto('/intranet/chemnitz');
    await house.sees('E-Akte-Plattform');
    await house.isNotShutOut();
    await house.leaves();
  });
}
