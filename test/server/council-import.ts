import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxOf } from '../../src/formats/document/testing.ts';
import { type Client, signIn, type TestServer } from './harness.ts';
import { OparlServer, smallCouncil } from './oparl-server.ts';
import { waitForJob } from './requests.ts';

interface Run {
  state: string;
  counts: { new: number; changed: number; unchanged: number; gone: number };
  faults: { de: string }[];
}
interface Incoming {
  key: string;
  state: string;
  reference: string | null;
  [field: string]: unknown;
}

/** Reading the council information system over OParl, over real HTTP; joined to the tests of the council desk. */
export function councilImportTests(app: () => TestServer): void {
  describe('the council information system, read over OParl', () => {
    let oparl: OparlServer;
    let council: ReturnType<typeof smallCouncil>;
    let desk: Client;

    const read = async (): Promise<Run> => {
      const { job } = (await (await desk.post('/api/council-import')).json()) as { job: string };
      const ended = await waitForJob(desk, job);
      const { runs } = await desk.get<{ runs: Run[] }>('/api/council-import');
      expect(runs[0]?.state).toBe(ended.state);
      return runs[0] as Run;
    };
    const papers = async (): Promise<Incoming[]> =>
      (await desk.get<{ papers: Incoming[] }>('/api/council-import/papers')).papers;
    const meetings = async (): Promise<Incoming[]> =>
      (await desk.get<{ meetings: Incoming[] }>('/api/council-import/meetings')).meetings;
    const send = (path: string, body: unknown): Promise<Response> =>
      desk.send('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

    beforeAll(async () => {
      oparl = await OparlServer.start();
      council = smallCouncil(oparl);
      desk = await signIn(app(), 'council');
      expect((await desk.post('/api/council-import')).status).toBe(409);
      const { settings, version } = await desk.get<{ settings: object; version: number }>('/api/council-settings');
      const oparlSource = { address: `${oparl.address}/oparl`, statements: 'both' };
      const put = await desk.put('/api/council-settings', { settings: { ...settings, oparlSource }, version });
      expect(put.status, await put.text()).toBe(200);
    });
    afterAll(() => oparl.stop());

    test('everything is read with its holes named; a second time nothing changes', async () => {
      const first = await read();
      expect(first.counts).toMatchObject({ changed: 0, gone: 0 });
      expect(first.counts.new).toBeGreaterThan(10);
      expect(first.faults.map((one) => one.de).join('\n')).toContain('ohne Adresse');
      const second = await read();
      expect(second.counts).toMatchObject({ new: 0, changed: 0, gone: 0 });
      expect(oparl.asked.some((one) => one.startsWith('/papers?modified_since='))).toBe(true);
    });

    test('papers come in the words of the register, and what is not certain is left to a person', async () => {
      const found = await papers();
      expect(found.find((one) => one.reference === 'BA-600/2020')).toMatchObject({
        state: 'new',
        name: 'Offenes WLAN in Bürgerhäusern',
        kind: 'motion',
        receivedOn: '2020-08-20',
        originators: [{ name: 'Fraktion SPD', kind: 'faction' }],
        statements: [{ name: 'Stellungnahme der Verwaltung' }],
        files: [{ name: 'Lageplan' }],
        consultations: [
          { body: 'Stadtrat', role: 'authoritative', on: '2020-08-25', result: 'adopted', public: true },
          { body: 'Kulturausschuss', role: 'preliminary' },
        ],
      });
      const unclear = found.find((one) => one.name === 'Ohne Art');
      expect(unclear).toMatchObject({ kind: null, receivedOn: null, reference: null });
      expect(unclear?.hints).toHaveLength(2);
    });

    test('the points are read from the paper’s own file; once it is in the register it is known, and differences are named', async () => {
      const [incoming] = (await papers()).filter((one) => one.reference === 'BA-600/2020');
      const docx = docxOf('<w:r><w:t>Der Stadtrat beschließt:</w:t></w:r>', '<w:r><w:t>1. WLAN überall.</w:t></w:r>');
      oparl.answers.set('/files/antrag.docx', docx);
      const suggested = await desk.post(`/api/council-import/papers/${incoming?.key}/read`);
      const { suggestions } = (await suggested.json()) as { suggestions: { points: { value: { text: string } }[] } };
      expect(suggestions.points[0]?.value.text).toBe('WLAN überall.');
      const paper = {
        format: 'fahrplan-paper',
        version: 1,
        reference: 'BA-600/2020',
        kind: 'motion',
        name: incoming?.name,
        versions: [{ number: 1, points: [{ number: '1', text: 'WLAN überall.' }] }],
        consultations: incoming?.consultations,
      };
      expect((await send('/api/papers', paper)).status).toBe(200);
      expect(await papers()).toContainEqual(expect.objectContaining({ state: 'known', paper: 'ba-600-2020' }));
      Object.assign(council.papers[0] ?? {}, { name: 'WLAN', modified: '2099-01-01T00:00:00Z' });
      expect((await read()).counts).toMatchObject({ new: 0, changed: 1 });
      const changed = (await papers()).find((one) => one.reference === 'BA-600/2020');
      expect(changed).toMatchObject({ state: 'differs', differences: [{ de: 'Gegenstand dort: „WLAN“' }] });
    });

    test('a meeting is taken over once, with its results entered into the paper; what is unusable is refused by name', async () => {
      const [usable, unusable] = (await meetings()).toSorted((a) => (a.state === 'new' ? -1 : 1));
      expect(usable?.meeting).toMatchObject({ body: 'Stadtrat', on: '2020-08-25', time: '15:00', place: 'Rathaus' });
      const taken = await desk.post(`/api/council-import/meetings/${usable?.key}`);
      expect(taken.status, await taken.clone().text()).toBe(200);
      expect(await taken.json()).toMatchObject({
        state: 'known',
        meeting: { items: [{ number: '1' }, { number: 'N 1' }] },
      });
      expect((await desk.post(`/api/council-import/meetings/${usable?.key}`)).status).toBe(200);
      const refused = await desk.post(`/api/council-import/meetings/${unusable?.key}`);
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain('Gremium fehlt');
    });

    test('a list of papers is looked at first, taken over once, and changes nothing the second time', async () => {
      const csv = 'Nummer;Betreff;Eingang\nBA-610/2020;Ladesäulen;24.08.2020\nBA-600/2020;WLAN;\nXX;Unklar;\n';
      const file = Buffer.from(csv, 'latin1').toString('base64');
      const states = async (path: string): Promise<string[]> => {
        const answer = (await (await send(path, { file })).json()) as { rows?: unknown; preview?: unknown };
        const { rows } = (answer.preview ?? answer) as { rows: { state: string }[] };
        return rows.map((row) => row.state);
      };
      expect(await states('/api/paper-list/preview')).toEqual(['new', 'changed', 'faulty']);
      expect((await desk.send('GET', '/api/papers/ba-610-2020')).status).toBe(404);
      const taken = await (await send('/api/paper-list', { file })).json();
      const { entries } = taken as { entries: number[] };
      expect(entries).toHaveLength(2);
      expect(await (await send('/api/paper-list/undo', { entries })).json()).toEqual({ undone: 2 });
      expect((await desk.send('GET', '/api/papers/ba-610-2020')).status).toBe(404);
      expect((await send('/api/paper-list/undo', { entries })).status).toBe(404);
      expect(await states('/api/paper-list')).toEqual(['new', 'changed', 'faulty']);
      expect(await states('/api/paper-list')).toEqual(['unchanged', 'unchanged', 'faulty']);
      const { paper } = await desk.get<{ paper: object }>('/api/papers/ba-610-2020');
      expect(paper).toMatchObject({ kind: 'motion', receivedOn: '2020-08-24' });
    });

    test('what its server has deleted is marked; a server that is away is named, and nothing is lost', async () => {
      council.papers[1] = { id: council.papers[1]?.id, type: 'Paper', deleted: true, modified: '2099-01-02T00:00:00Z' };
      expect((await read()).counts.gone).toBe(1);
      expect(await papers()).toContainEqual(expect.objectContaining({ name: 'Ohne Art', state: 'gone' }));
      oparl.answers.delete('/oparl');
      const failed = await read();
      expect(failed.state).toBe('failed');
      expect(failed.faults[0]?.de).toContain('HTTP 404');
      expect(await papers()).toHaveLength(2);
    });
  });
}
