import { beforeAll, expect, test } from 'vitest';
import { writeXlsx } from '../../src/formats/index.ts';
import { saveAgenda, withCity } from '../../src/store/index.ts';
import { sampleAgenda } from '../setup/sample.ts';
import { type Client, serverForFile, signIn } from './harness.ts';

const app = serverForFile({ workers: 0 });
let client: Client;

beforeAll(async () => {
  client = await signIn(app(), 'programme');
});

interface Preview {
  columns: { heading: string; target: string | null }[];
  rows: { line: number; state: string; id: string; faults: { column: string; message: { de: string } }[] }[];
  newActionFields: string[];
  newUnits: string[];
}

async function send<T>(
  path: string,
  bytes: Uint8Array,
  mapping?: object,
): Promise<T & { status: number; detail?: string }> {
  const body = JSON.stringify({ file: Buffer.from(bytes).toString('base64'), ...(mapping ? { mapping } : {}) });
  const answer = await client.send('POST', path, { body, headers: { 'content-type': 'application/json' } });
  return { ...((await answer.json()) as T), status: answer.status };
}
const preview = (bytes: Uint8Array, mapping?: object) => send<Preview>('/api/project-list/preview', bytes, mapping);
const take = (bytes: Uint8Array) =>
  send<{ preview: Preview; written: { entry: number }[] }>('/api/project-list', bytes);
const projects = async (): Promise<unknown[]> =>
  (await client.get<{ projects: unknown[] }>('/api/agenda.json')).projects;

const list = await writeXlsx({
  name: 'Liste',
  head: ['Projektnummer', 'Vorhaben', 'Handlungsfeld', 'Zuständig', 'Ende', 'Status', 'Kanal'],
  rows: [
    ['X1', 'Digitales Fundbüro', 'Querschnitt', 'Fundamt', { day: '2022-12-31' }, 'geplant', 'a'],
    ['X2', 'Wartemarken am Handy', 'Neues Feld', 'Bürgeramt', null, 'läuft', 'b'],
    ['X3', 'Frist war gestern', 'Querschnitt', 'Bürgeramt', { day: '2019-12-31' }, 'geplant', 'c'],
    ['Q4', null, null, null, null, 'irgendwie', 'd'],
  ],
});

test('a preview names what each line would do and changes nothing', async () => {
  const before = await projects();
  const found = await preview(list);
  expect(found.status).toBe(200);
  expect(found.rows.map((row) => [row.id, row.state])).toEqual([
    ['X1', 'new'],
    ['X2', 'new'],
    ['X3', 'faulty'],
    ['Q4', 'faulty'],
  ]);
  // One fault of the agenda's rules, one of a cell.
  expect(found.rows[2]?.faults[0]?.message.de).toContain('vor dem Planbeginn');
  expect(found.rows[3]?.faults[0]).toMatchObject({ column: 'Status' });
  expect([found.newActionFields, found.newUnits]).toEqual([['Neues Feld'], ['Fundamt']]);
  expect(await projects()).toEqual(before);
});

test('what was decided about the columns is remembered for the next list with these headings', async () => {
  const { columns } = await preview(list);
  expect(columns.at(-1)).toEqual({ heading: 'Kanal', target: null });
  const mapping = Object.fromEntries(columns.map((one) => [one.heading, one.target]));
  const body = JSON.stringify({
    file: Buffer.from(list).toString('base64'),
    mapping: { ...mapping, Kanal: 'shortName' },
  });
  const taken = await client.send('POST', '/api/project-list', {
    body,
    headers: { 'content-type': 'application/json' },
  });
  const { written } = (await taken.json()) as { written: { entry: number }[] };
  expect((await preview(list)).columns.at(-1)).toEqual({ heading: 'Kanal', target: 'shortName' });
  const undo = JSON.stringify({ entries: written.map((one) => one.entry) });
  const undone = await client.send('POST', '/api/undo', {
    body: undo,
    headers: { 'content-type': 'application/json' },
  });
  expect(undone.status).toBe(200);
});

test('a list that comes twice makes no project twice', async () => {
  const before = (await projects()).length;
  const first = await take(list);
  expect(first.written).toHaveLength(4); // field, unit, two projects
  expect((await projects()).length).toBe(before + 2);
  const second = await take(list);
  expect(second.written).toEqual([]);
  expect((await projects()).length).toBe(before + 2);
});

test('our own export comes back without a change', async () => {
  type Rows = {
    projects: {
      id: string;
      name: string;
      commitmentClass: string;
      leadName: string | null;
      partners: { name: string }[];
    }[];
  };
  const { projects: rows } = await client.get<Rows>('/api/projects');
  const words: Record<string, string> = {
    mandatory: 'Pflicht',
    prerequisite: 'Voraussetzung',
    decided: 'beschlossen',
    optional: 'freiwillig',
  };
  const sheet = await writeXlsx({
    name: 'projekte',
    head: ['Schlüssel', 'Projekt', 'Art', 'Federführung', 'Partner', 'Beginn (berechnet)'],
    rows: rows.map((row) => [
      row.id,
      row.name,
      words[row.commitmentClass] ?? null,
      row.leadName,
      row.partners.map((one) => one.name).join('; ') || null,
      { day: '2021-01-04' },
    ]),
  });
  const { rows: states } = await preview(sheet);
  expect(states.filter((row) => row.state !== 'unchanged')).toEqual([]);
  expect(states.length).toBe(rows.length);
});

test.each([
  ['a PDF', Buffer.from('%PDF-1.7 nothing'), 'weder eine Excel-Datei'],
  ['an old XLS file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'alte XLS-Datei'],
  ['a broken XLSX file', Buffer.from('PK\u0003\u0004 broken'), 'beschädigt'],
  ['an empty file', Buffer.from('\n\n'), 'keine Tabelle'],
])('%s is refused with its reason', async (_name, bytes, words) => {
  const refused = await preview(bytes);
  expect(refused.status).toBe(400);
  expect(refused.detail).toContain(words);
});

test('a city that begins with nothing takes its list over: fields and offices come with it', async () => {
  const begun = { ...sampleAgenda('neustadt'), projects: [], actionFields: [], needs: [], obligations: [] };
  const acting = { city: 'neustadt', actor: 'test' };
  await withCity(app().server.store.db, acting, (tx) => saveAgenda(tx, begun));
  const newcomer = await signIn(app(), 'programme', 'neustadt');
  expect(await newcomer.get('/api/projects')).toEqual({ projects: [], versions: {} });
  const text =
    'Projektliste Stand 2020\r\n\r\nVorhaben;Themenfeld;Fachamt;Dauer (Wochen)\r\nE-Akte;Verwaltung;Hauptamt;40\r\n';
  const body = JSON.stringify({ file: Buffer.from(text, 'latin1').toString('base64') });
  const headers = { 'content-type': 'application/json' };
  expect((await newcomer.send('POST', '/api/project-list', { body, headers })).status).toBe(200);
  const after = await newcomer.get('/api/agenda.json');
  expect(after).toMatchObject({
    actionFields: [{ id: 'verwaltung', name: 'Verwaltung' }],
    units: [{ id: 'hauptamt' }],
    projects: [{ id: 'e-akte', name: 'E-Akte', leadUnit: 'hauptamt' }],
  });
});

test('a list of bookings stands beside budget and plan, books nothing twice, and moves no date', async () => {
  const file = (csv: string): Uint8Array => Buffer.from(csv);
  const csv =
    'Beleg;Datum;Art;Betrag\nR-1;01.10.2020;gezahlt;1.234,50\nA-2;02.10.2020;Auftrag;500\nX;01.10.2031;gezahlt;1\n';
  const before = (await client.get<{ plans: unknown[] }>('/api/agenda.json')).plans;
  const seen = await send<Preview>('/api/booking-list/preview', file(csv));
  expect(seen.rows.map(({ state }) => state)).toEqual(['new', 'new', 'faulty']);
  expect(seen.rows[2]?.faults[0]?.message.de).toContain('2031');
  const taken = await send<{ written: { entry: number }[] }>('/api/booking-list', file(csv));
  expect(taken.written).toHaveLength(2);
  interface Actuals {
    lines: { years: { year: number; spentCents: number; committedCents: number }[] }[];
  }
  const actuals = await client.get<Actuals>('/api/actuals');
  expect(actuals.lines[0]?.years[0]).toMatchObject({ year: 2020, spentCents: 123_450, committedCents: 50_000 });
  const again = await send<Preview>('/api/booking-list/preview', file(csv));
  expect(again.rows.map(({ state }) => state)).toEqual(['unchanged', 'unchanged', 'faulty']);
  expect((await client.get<{ plans: unknown[] }>('/api/agenda.json')).plans).toEqual(before);
  const office = await signIn(app(), 'office', 'chemnitz', ['it-amt']);
  const body = JSON.stringify({ file: Buffer.from(csv).toString('base64') });
  const refused = await office.send('POST', '/api/booking-list', {
    body,
    headers: { 'content-type': 'application/json' },
  });
  expect(refused.status).toBe(403);
});
