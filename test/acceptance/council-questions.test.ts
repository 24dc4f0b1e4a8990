import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agendaSchema } from '../../src/agenda/index.ts';
import { type Meeting, meetingSchema, paperSchema, resolutionSchema, untracked } from '../../src/council/index.ts';
import { type ReportFacts, reportCsv, reportDocument, reportTable } from '../../src/documents/index.ts';

/** Questions that councils have asked their administrations (docs/handbook/ratsfragen.md), on the example city. */

const FOLDER = join(import.meta.dirname, '..', '..', 'examples', 'chemnitz');
const read = (path: string): unknown => JSON.parse(readFileSync(join(FOLDER, path), 'utf8'));
const agenda = agendaSchema.parse(read('agenda.json'));
const papers = ['ba-036-2020', 'b-077-2020'].map((name) => paperSchema.parse(read(`papers/${name}.json`)));

/** Minutes of two bodies: what they adopted becomes resolutions, as a person would follow them up. */
const meetings: Meeting[] = [
  { id: 'rat', body: 'Stadtrat', on: '2020-05-20', paper: 'ba-036-2020' },
  { id: 'vfa', body: 'Verwaltungs- und Finanzausschuss', on: '2020-06-17', paper: 'b-077-2020' },
].map(({ paper, ...meeting }) =>
  meetingSchema.parse({ ...meeting, items: [{ number: '1', title: 'Punkt', paper, result: 'adopted' }] }),
);
const [app, schools] = untracked(meetings, [], papers).map((one) => resolutionSchema.parse(one));
if (app === undefined || schools === undefined) throw new Error('both items were adopted');

const facts: ReportFacts = {
  agenda,
  papers,
  today: '2021-03-01',
  resolutions: [
    {
      ...app,
      dueOn: '2021-01-31',
      tasks: [{ id: 'a', text: 'Markt erkunden', dueOn: '2021-01-15' }],
      report: {
        on: '2021-02-15',
        by: 'Amt',
        text: 'Die Ausschreibung läuft. Ein Bieter fragt nach. Zuschlag im April.',
      },
    },
    { ...schools, projects: ['Q3'] },
  ],
};

const textOf = (document: ReturnType<typeof reportDocument>): string => JSON.stringify(document);

describe('questions of councils', () => {
  test('Düsseldorf 2019: which roles work on which project, with how many days, partners included', () => {
    const text = textOf(reportDocument('staff', facts, { year: 2021 }));
    expect(text).toContain('(Q4)');
    expect(text).toContain('Programm- und Projektleitung');
    expect(text).toMatch(/\d\s?PT/);
    expect(text).not.toContain('Sven Schulze');
  });

  test('Hagen 2023: one list for one body, with state, rule, report and deadline', () => {
    const text = textOf(reportDocument('resolutions', facts, { body: 'Stadtrat' }));
    expect(text).toContain('BA-036/2020');
    expect(text).toContain('überfällig');
    expect(text).toContain('die Frist oder ein Termin einer Aufgabe ist verstrichen');
    expect(text).not.toContain('Antrag auf Förderung');
    const waiting = paperSchema.parse(read('papers/ba-113-2020.json'));
    const open = reportTable('openMotions', { ...facts, papers: [...papers, waiting] }, { body: 'Stadtrat' }) ?? [];
    const [heads, motion] = open;
    expect(heads).toEqual(expect.arrayContaining(['Einreicher', 'Zuständig', 'Stand', 'Frist', 'Warum später']));
    expect(motion?.slice(0, 2)).toEqual(['Antrag', 'BA-113/2020']);
    expect(motion?.at(-1)).toContain('Kein weiterer Termin erfasst.');
    expect(open.some((row) => row[0] === 'Beschluss' && row[8]?.includes('verstrichen'))).toBe(true);
  });

  test('Segeberg 2018: a light with its rule and three short sentences, a fourth is refused', () => {
    const text = textOf(reportDocument('resolutions', facts, {}));
    expect(text).toContain('Die Ausschreibung läuft. Ein Bieter fragt nach. Zuschlag im April.');
    const report = { on: '2021-02-15', by: 'Amt', text: 'Eins. Zwei. Drei. Vier.' };
    expect(resolutionSchema.safeParse({ ...app, report }).success).toBe(false);
  });

  test('Hamburg-Mitte 2018: the state of the resolutions as CSV, one line each', () => {
    const lines = reportCsv(reportTable('resolutions', facts, {}) ?? []).split('\r\n');
    const mine = lines.filter((line) => line.includes('BA-036/2020') && line.includes('Beschluss'));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatch(/;.*überfällig.*;.*31\.01\.2021/);
  });

  test('München 2020: plan against forecast, and for what is endangered causes and what can be decided', () => {
    const text = textOf(reportDocument('committee', facts, { body: 'Verwaltungs- und Finanzausschuss' }));
    for (const part of ['Zeit', 'Haushalt', 'Gefährdet']) expect(text).toContain(part);
  });
});
