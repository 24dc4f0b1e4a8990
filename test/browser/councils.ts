import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../src/formats/index.ts';
import type { App } from './app.ts';
import { administrator, type Place, type Somebody } from './somebody.ts';

/** The words of a report, as they stand in the Word file that somebody saves. */
async function reportOf(somebody: Somebody, report: Place): Promise<string> {
  const lines = await readDocument(await somebody.saves(/Word-Datei$/, report));
  return lines.map(({ text }) => text).join('\n');
}

/**
 * What other councils asked (docs/handbook/ratsfragen.md), each answered where somebody looks for it. They come after
 * the tests that enter a scenario and a resolution: nothing is put together for the answer.
 */
export function councils(app: App): void {
  let clerk: Somebody;
  beforeAll(async () => {
    clerk = await administrator(app);
    await clerk.opens('/ratspost');
  });
  afterAll(() => clerk.leaves());

  test('Stuttgart: what is late, at risk and spent if only some of the posts come', async () => {
    await clerk.goesTo('/szenarien');
    const scenario = clerk.row('Drei von vier Stellen');
    await expect.poll(() => scenario.reads()).toMatch(/-77|−77/);
    await scenario.follows('Drei von vier Stellen');
    await clerk.sees(/Projekte liegen anders/);
    await clerk.sees(/Gesetzliche Fristen werden zusammen um|Beide Pläne halten alle gesetzlichen Fristen/);
    await clerk.part('Projekte, die anders liegen').sees('Wochen');
  });

  test('Düsseldorf 2019: who works on which project, partners included', async () => {
    await clerk.goesTo('/ratspost/berichte');
    const staff = clerk.part('Personal je Vorhaben');
    await staff.chooses('Jahr', '2022');
    const text = await reportOf(clerk, staff);
    for (const words of ['2022', 'Programm- und Projektleitung', 'PT', 'Komm24 GmbH (Partner)'])
      expect(text).toContain(words);
  });

  test('Düsseldorf 2021: more money makes nothing faster, a post does', async () => {
    await clerk.goesTo('/plaene');
    await clerk.follows('Mehr Kapazität');
    await clerk.presses('Wirkung berechnen');
    await expect.poll(() => clerk.row('Eine Stelle: Programm- und Projektleitung').reads()).toMatch(/um \d+ Wochen/);
    await expect.poll(() => clerk.row('100 T€ im Jahr').reads()).toMatch(/0,0–$/);
  });

  test('München: plan against forecast, and what can be decided about what is endangered', async () => {
    await clerk.goesTo('/ratspost/berichte');
    const committee = clerk.part('Ausschussbericht');
    await committee.chooses('Gremium', 'Verwaltungs- und Finanzausschuss');
    const text = await reportOf(clerk, committee);
    for (const words of ['Verwaltungs- und Finanzausschuss', 'Zeit', 'Haushalt', 'Gefährdet'])
      expect(text).toContain(words);
  });

  test('Hagen, Segeberg, Hamburg-Mitte: every resolution with light, sentences, deadline; as a table too', async () => {
    clerk.faults.expected = /status of 400/;
    await clerk.goesTo('/ratspost/beschluesse');
    await clerk.follows(/BA-036\/2020/);
    await clerk.writes('Bericht', 'Eins. Zwei. Drei. Vier.');
    await clerk.presses('Speichern');
    await clerk.sees(/höchstens drei/);
    await clerk.writes('Bericht', 'Die Ausschreibung läuft. Ein Bieter fragt nach. Zuschlag im April.');
    await clerk.presses('Speichern');
    await clerk.sees('Beschluss gespeichert.');
    await clerk.goesTo('/ratspost/beschluesse');
    await clerk.row('BA-036/2020').sees(/Zuschlag im April\./);
    await clerk.row('BA-036/2020').sees('überfällig');
    await clerk.goesTo('/ratspost/berichte');
    const list = clerk.part('Beschlüsse und Zusagen');
    await list.chooses('Gremium', 'Stadtrat');
    const csv = String(await clerk.saves(/CSV/, list));
    expect(csv.split('\r\n').find((one) => one.includes('BA-036/2020'))).toContain('überfällig');
    // What is still open is asked at every meeting: next step, who, by when.
    await clerk.goesTo('/ratspost');
    await expect.poll(() => clerk.row('BA-090/2020').reads()).toMatch(/\d\d\.\d\d\.\d{4}/);
  });
}
