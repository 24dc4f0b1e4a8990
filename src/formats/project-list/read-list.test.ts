import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaSchema, checkAgenda, generateAgenda } from '../../agenda/index.ts';
import { decodeText, parseCsv } from '../sheet/csv.ts';
import type { SheetCell } from '../sheet/write-sheet.ts';
import { dayOf, numberOf } from './cells.ts';
import { readProjectList } from './read-list.ts';

const empty = agendaSchema.parse({
  format: 'fahrplan-agenda',
  version: 1,
  city: { id: 'stadt', name: 'Stadt', agsKey: '14000000', state: 'Sachsen', budgetRhythm: 'annual' },
  name: 'Agenda',
  planStart: '2020-08-31',
});

test.each([
  ['31.08.2020', '2020-08-31'],
  ['1.9.20', '2020-09-01'],
  [{ day: '2020-08-31' }, '2020-08-31'],
  [44_074, '2020-08-31'],
  ['08/2020', '2020-08-31'],
  ['August 2020', '2020-08-31'],
  ['Dez. 21', '2021-12-31'],
  ['Mai-21', '2021-05-31'],
  ['III/2020', '2020-09-30'],
  ['Q3 2020', '2020-09-30'],
  ['2020', '2020-12-31'],
  ['–', undefined],
  ['31.02.2020', null],
  ['demnächst', null],
] as [SheetCell, string | null | undefined][])('the last day of %j is %j', (cell, day) => {
  expect(dayOf(cell, 'end')).toBe(day);
});

test.each([
  ['1.234,5', 1234.5],
  ['120 PT', 120],
  ['1.380 T€', 1380],
  ['12.5', 12.5],
  [7, 7],
  ['viel', null],
  ['', undefined],
])('the number %j is %j', (cell, number) => expect(numberOf(cell)).toBe(number));

test('a list in Windows-1252 with semicolons, quotes and a title above is read like one in UTF-8', () => {
  const text = 'Projektliste;;\r\nMaßnahme;Federführung;Status\r\n"Straßen; Wege";Bauamt;in Umsetzung\r\n';
  const old = Uint8Array.from(Buffer.from(text, 'latin1'));
  for (const bytes of [old, new TextEncoder().encode(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    const list = readProjectList(empty, parseCsv(decodeText(bytes)));
    expect(list.headLine).toBe(2);
    expect(list.rows).toMatchObject([
      { line: 3, state: 'new', name: 'Straßen; Wege', project: { status: 'inProgress' } },
    ]);
    expect(list.newUnits).toEqual([{ id: 'bauamt', kind: 'office', names: [{ name: 'Bauamt' }] }]);
  }
});

test('in a grouped list of ours a project stands once in each of its groups; two lines that differ are a fault', () => {
  const head = ['Gruppe: Partner', 'Schlüssel', 'Projekt', 'Bereich', 'Stand'];
  const line = (group: string, state: string): SheetCell[] => [group, 'S1', 'Schulen', 'Schule', state];
  const states = (...lines: SheetCell[][]) => readProjectList(empty, [head, ...lines]).rows.map((one) => one.state);
  expect(states(line('Land', 'läuft'), line('Bund', 'läuft'))).toEqual(['new', 'unchanged']);
  expect(states(line('Land', 'läuft'), line('Bund', 'erledigt'))).toEqual(['new', 'faulty']);
});

describe('a list of a city', () => {
  const rows: SheetCell[][] = [
    ['Lfd. Nr.', 'Maßnahme', 'Handlungsfeld', 'Amt', 'Beginn', 'Ende', 'Status', 'Verbindlichkeit', 'Bemerkung'],
    ['D 1/a', 'E-Akte', 'Verwaltung', 'Hauptamt', '01.02.2021', '12/2021', 'geplant', 'Pflicht', 'x'],
    ['D2', 'Online-Termine', 'Verwaltung', 'Bürgeramt', null, null, 'läuft', 'freiwillig', null],
    ['D3', 'Kaputt', 'Verwaltung', 'Bürgeramt', 'bald', null, 'irgendwie', null, null],
    [null, null, null, null, null, null, null, null, null],
    ['D2', 'Online-Termine', 'Verwaltung', 'Bürgeramt', null, null, 'läuft', 'freiwillig', null],
    ['D4', null, 'Verwaltung', null, null, null, null, null, null],
  ];
  const list = readProjectList(empty, rows);

  test('columns are recognised, unknown ones left out', () => {
    expect(list.columns.map((one) => one.target)).toEqual([
      'id',
      'name',
      'actionField',
      'leadUnit',
      'earliestStart',
      'deadline',
      'status',
      'commitmentClass',
      null,
    ]);
  });

  test('each fault is named with its line and column; the other lines are taken', () => {
    expect(list.rows.map((one) => [one.line, one.state, one.faults.map((fault) => fault.column)])).toEqual([
      [2, 'new', []],
      [3, 'new', []],
      [4, 'faulty', ['Beginn', 'Status']],
      [6, 'faulty', ['']],
      [7, 'faulty', ['Name']],
    ]);
  });

  test('a duty without a norm is not called one; a length follows from the days or is marked as assumed', () => {
    const [akte, termine] = list.rows;
    expect(akte?.project).toMatchObject({ id: 'D-1-a', commitmentClass: 'decided', deadlines: [{ on: '2021-12-31' }] });
    expect(akte?.project?.phases[0]?.work.own?.weeks).toBe(48);
    expect(termine?.project?.provenance?.phases).toMatchObject({ kind: 'illustrative' });
  });

  test('what comes of it is an agenda without faults, and the same list again changes nothing', () => {
    const projects = list.rows.flatMap((one) => one.project ?? []);
    const after = { ...empty, actionFields: list.newActionFields, units: list.newUnits, projects };
    expect(checkAgenda(after)).toEqual([]);
    const again = readProjectList(after, rows);
    expect(again.rows.filter((one) => one.state !== 'faulty').map((one) => one.state)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    const withoutKeys = rows.map((row) => row.slice(1));
    expect(readProjectList(after, withoutKeys).rows.map((one) => one.state)).not.toContain('new');
  });
});

test('our own export is read back without any change, whatever the agenda', () => {
  const statuses = { suggested: 'vorgeschlagen', planned: 'geplant', waiting: 'wartet', inProgress: 'läuft' };
  const more = { succeeded: 'erledigt', failed: 'gescheitert', rejected: 'abgelehnt', stopped: 'gestoppt' };
  const classes = {
    mandatory: 'Pflicht',
    prerequisite: 'Voraussetzung',
    decided: 'beschlossen',
    optional: 'freiwillig',
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const agenda = generateAgenda({ projects: 25, seed });
      const unit = (id = ''): string => agenda.units.find((one) => one.id === id)?.names[0]?.name ?? '';
      const rows = agenda.projects.map((one): SheetCell[] => [
        one.id,
        one.name,
        classes[one.commitmentClass],
        unit(one.leadUnit) || null,
        { ...statuses, ...more }[one.status],
        agenda.actionFields.find((field) => field.id === one.actionField)?.name ?? null,
        one.partners.map((id) => agenda.partners.find((partner) => partner.id === id)?.name ?? '').join('; ') || null,
        one.obligations.join('; ') || null,
        { day: '2021-01-04' },
        12.5,
      ]);
      const head = [
        'Schlüssel',
        'Projekt',
        'Art',
        'Federführung',
        'Stand',
        'Bereich',
        'Partner',
        'Pflicht',
        'Beginn (berechnet)',
        'Aufwand, PT (berechnet)',
      ];
      const list = readProjectList(agenda, [head, ...rows]);
      expect(list.rows.filter((one) => one.state !== 'unchanged')).toEqual([]);
      expect([list.newActionFields, list.newUnits]).toEqual([[], []]);
    }),
    { numRuns: 30 },
  );
});

test('whatever stands in the cells, nothing is thrown, and every line that is taken fits the model', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.constant(null),
    fc.constant({ day: '2021-02-01' }),
  );
  const head = ['Nr', 'Projekt', 'Status', 'Beginn', 'Ende', 'Dauer', 'Partner', 'Fallzahl', 'Folgekosten', 'Bereich'];
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 }), (rows) => {
      const list = readProjectList(empty, [head, ...rows]);
      for (const row of list.rows) expect(row.project === null).toBe(row.state === 'faulty');
    }),
  );
});
