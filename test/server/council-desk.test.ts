import { beforeAll, describe, expect, test } from 'vitest';
import type { AnswerDifference, Paper } from '../../src/council/index.ts';
import { docxOf } from '../../src/formats/document/testing.ts';
import { readDocument } from '../../src/formats/index.ts';
import { paragraph, templateOf } from '../../src/formats/letterhead/testing.ts';
import { createFetcher } from '../../src/server/index.ts';
import { councilImportTests } from './council-import.ts';
import { newMeeting, newMotion, newResolution } from './council-requests.ts';
import { type Client, serverForFile, signIn } from './harness.ts';
import { assess } from './requests.ts';

/** The tests have servers of their own on this machine, and nothing else is reached. */
const loopback = createFetcher({ allows: (address) => address === '127.0.0.1' });
const app = serverForFile({}, true, loopback);
const json = { 'content-type': 'application/json' };
let desk: Client;

const post = (path: string, body: unknown): Promise<Response> =>
  desk.send('POST', path, { body: JSON.stringify(body), headers: json });

/** What everybody may read about resolutions, without a session. */
async function publicList(): Promise<string | number> {
  const answer = await fetch(`${app().server.address}/oeffentlich/chemnitz/beschluesse`);
  return answer.ok ? answer.text() : answer.status;
}

interface DeskAnswer {
  tasks: { paper: string; kind: string }[];
  deadlines: { paper: string; dueOn: string; overdue: boolean }[];
  nextNumbers: { kind: string; reference: string }[];
}

/** What the newest answer to a paper says otherwise than the one before. */
async function difference(paper: string): Promise<AnswerDifference | null> {
  const path = `/api/papers/${paper}/answer-difference`;
  const { compared } = await desk.get<{ compared: { difference: AnswerDifference } | null }>(path);
  return compared?.difference ?? null;
}

describe('the council desk', () => {
  beforeAll(async () => {
    desk = await signIn(app(), 'council');
    const { settings } = await desk.get<{ settings: object }>('/api/council-settings');
    // Two are the first to set anything: the second is told, and nothing is replaced unseen.
    const saved = () => desk.put('/api/council-settings', { settings, version: 0 });
    expect([(await saved()).status, (await saved()).status]).toEqual([200, 412]);
  });

  test('a motion gets a number, its deadline counts meetings, and the next task is named', async () => {
    const before = await desk.get<DeskAnswer>('/api/council-desk');
    expect(before.nextNumbers).toContainEqual({ kind: 'motion', reference: 'BA-114/2020' });
    expect((await post('/api/papers', newMotion)).status).toBe(200);
    expect((await post('/api/meetings', newMeeting)).status).toBe(200);
    expect((await post('/api/meetings', { ...newMeeting, id: 'rat-2020-10-14', on: '2020-10-14' })).status).toBe(200);
    const after = await desk.get<DeskAnswer>('/api/council-desk');
    expect(after.tasks).toContainEqual(expect.objectContaining({ paper: newMotion.id, kind: 'examine' }));
    expect(after.deadlines).toContainEqual(expect.objectContaining({ paper: newMotion.id, dueOn: '2020-10-14' }));
  });

  test('an alternative becomes what the answer rests on; one that does not fit is refused with the way out', async () => {
    const { version } = await desk.get<{ version: number }>('/api/papers/ba-090-2020');
    const choose = (kind: string, mode: string): Promise<Response> =>
      desk.send('PUT', '/api/papers/ba-090-2020/basis', {
        headers: { ...json, 'if-match': `"${version}"` },
        body: JSON.stringify({ basis: { kind, mode, choice: { posts: { team: 'PM', fte: 1, from: '2021-01-01' } } } }),
      });
    const wrong = await choose('partner', 'none');
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('Alternativen neu berechnen');
    expect((await choose('posts', 'experts')).status).toBe(200);
    const { paper } = await desk.get<{ paper: Paper }>('/api/papers/ba-090-2020');
    expect(paper.basis).toMatchObject({ kind: 'posts', on: '2020-08-31', by: expect.any(String) });
  });

  test('two papers cannot bear one number, and the other one is named', async () => {
    const answer = await post('/api/papers', { ...newMotion, id: 'x', reference: 'BA-90/2020' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Digitalisierungsstrategie für Chemnitz');
  });

  test.each([
    ['without points', { versions: [{ number: 1, points: [] }] }, '/versions/0/points'],
    ['without a number', { reference: '' }, '/reference'],
    [
      'dealt with before it came in',
      { consultations: [{ body: 'Stadtrat', role: 'authoritative', on: '2020-08-01' }] },
      '/consultations/0/on',
    ],
    ['with an unknown unit', { responsible: 'gibtesnicht' }, '/responsible'],
  ])('a paper %s is refused at its place', async (_, change, pointer) => {
    const answer = await post('/api/papers', { ...newMotion, id: 'neu', reference: 'BA-700/2020', ...change });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect(errors.map((one) => one.pointer)).toContain(pointer);
  });

  test('a Word file is read; a broken one is refused by name', async () => {
    const docx = docxOf('<w:r><w:t>BA-501/2020</w:t></w:r>', '<w:r><w:t>Gegenstand: Radwege</w:t></w:r>');
    const read = await post('/api/papers/read', { file: Buffer.from(docx).toString('base64') });
    const { suggestions } = (await read.json()) as { suggestions: Record<string, { value: string; place: object }> };
    expect(suggestions.reference?.value).toBe('BA-501/2020');
    expect(suggestions.name).toMatchObject({ value: 'Radwege', place: { line: 2 } });
    const broken = await post('/api/papers/read', { file: Buffer.from('PK kaputt').toString('base64') });
    expect(broken.status).toBe(422);
    expect(await broken.text()).toContain('beschädigt');
  });

  test('an examination suggests what the assessment finds and what the database finds', async () => {
    type View = { points: { suggestions: { relation: { kind: string; id: string }; title: string }[] }[] };
    const { points } = await desk.get<View>('/api/papers/b-077-2020/examination');
    const found = points[0]?.suggestions.map(({ relation }) => `${relation.kind} ${relation.id}`) ?? [];
    expect(found).toEqual(
      expect.arrayContaining(['project S1', 'paper ra-327-2020', 'commitment digitalpakt-abschluss']),
    );
    expect(found).not.toContain('paper b-077-2020');
  });

  test('an examination is signed by the session, a new project comes from a template, and the answer follows', async () => {
    const path = `/api/papers/${newMotion.id}/examination`;
    const view = await desk.get<{ version: number; checks: { check: string }[]; points: { suggestions: object[] }[] }>(
      path,
    );
    expect(view.checks.map((one) => one.check)).toContain('votable');
    expect(view.points[0]?.suggestions.length).toBeGreaterThan(0);
    const made = await post(`/api/papers/${newMotion.id}/candidate`, {
      template: 'portal',
      actionField: 'O',
      taken: [],
    });
    const { candidate } = (await made.json()) as { candidate: { id: string } };
    const decisions = {
      checks: [{ check: 'votable', decision: 'met', reason: 'Ja oder Nein.' }],
      points: [{ point: '1', scope: 'administration', relations: [], candidate: candidate.id }],
      candidates: [candidate],
    };
    const forged = { ...decisions, checks: [{ ...decisions.checks[0], by: 'jemand anders', on: '2020-01-01' }] };
    const match = { 'if-match': `"${view.version}"` };
    expect((await desk.put(path, forged, match)).status).toBe(400);
    const answer = await desk.put(path, decisions, match);
    expect(answer.status).toBe(200);
    const { paper } = (await answer.json()) as { paper: { checks: object[]; pointDecisions: object[] } };
    expect(paper.checks).toEqual([expect.objectContaining({ by: 'test-council', on: '2020-08-31' })]);
    expect(paper.pointDecisions).toEqual([expect.objectContaining({ by: 'test-council' })]);
    expect((await desk.put(path, decisions, match)).status).toBe(412);
  });

  test('a promise is suggested from the text, kept by a person, and followed up', async () => {
    await assess(desk, 'ba-090-2020');
    expect(await difference('ba-090-2020')).toBeNull();
    const { suggestions } = await desk.get<{ suggestions: { text: string; due: object }[] }>(
      '/api/papers/ba-090-2020/promises',
    );
    const [first] = suggestions;
    expect(first?.due).toMatchObject({ kind: 'date' });
    const kept = {
      id: 'zusage-1',
      text: first?.text,
      paper: 'BA-090/2020',
      due: { kind: 'date', on: '2020-08-01' },
      status: 'open',
    };
    expect((await post('/api/commitments', { ...kept, due: undefined })).status).toBe(400);
    expect((await post('/api/commitments', { ...kept, project: 'gibtesnicht' })).status).toBe(400);
    expect((await post('/api/commitments', kept)).status).toBe(200);
    const { commitments } = await desk.get<{ commitments: { commitment: { id: string }; state: string }[] }>(
      '/api/commitments',
    );
    expect(commitments[0]).toMatchObject({ commitment: { id: 'zusage-1' }, state: 'overdue', paper: 'ba-090-2020' });
    const again = await desk.get<{ suggestions: { text: string }[] }>('/api/papers/ba-090-2020/promises');
    expect(again.suggestions.map((one) => one.text)).not.toContain(first?.text);
  });

  test('the draft follows the template of the city for the kind of paper', async () => {
    await assess(desk, 'ra-043-2020');
    const { settings, version } = await desk.get<{ settings: object; version: number }>('/api/council-settings');
    const short = { block: 'questions', shown: true, text: 'Die Verwaltung antwortet:' };
    const templates = [{ kind: 'councilInquiry', blocks: [short, { block: 'earlierPapers', shown: false }] }];
    const put = (list: object[]): Promise<Response> =>
      desk.put('/api/council-settings', { settings: { ...settings, templates: list }, version });
    expect((await put([{ kind: 'councilInquiry', blocks: [short, short] }])).status).toBe(400);
    expect((await put(templates)).status).toBe(200);
    const draft = await desk.get<{ blocks: { id: string; title: string }[] }>('/api/papers/ra-043-2020/statement');
    expect(draft.blocks.map((one) => one.title).slice(0, 3)).toEqual(['Frage 1', 'Frage 2', 'Frage 3']);
    expect(JSON.stringify(draft.blocks[0])).toContain('Die Verwaltung antwortet:');
    expect(draft.blocks.map((one) => one.id)).not.toContain('earlierPapers');
  });

  test('a result is entered once, at the meeting; the adopted item waits to be followed up', async () => {
    const meeting = { ...newMeeting, id: 'rat-2020-08-26', on: '2020-08-26' };
    const item = { number: '7', title: 'Geodaten', paper: newMotion.id, public: true };
    expect((await post('/api/meetings', { ...meeting, items: [item] })).status).toBe(200);
    const put = (items: object[], seen: number): Promise<Response> =>
      desk.put(`/api/meetings/${meeting.id}`, { ...meeting, items }, { 'if-match': `"${seen}"` });
    const votes = { yes: 20, no: 20, abstained: 3 };
    const tie = await put([{ ...item, result: 'adopted', votes }], 1);
    expect(tie.status).toBe(400);
    expect(await tie.text()).toContain('§ 39 Abs. 6');
    expect((await put([{ ...item, paper: 'gibtesnicht' }], 1)).status).toBe(400);
    const words = 'Die Stadt veröffentlicht ihre Geodaten bis Ende 2021.';
    expect((await put([{ ...item, result: 'adopted', resolutionText: words }], 1)).status).toBe(200);
    const { paper } = await desk.get<{ paper: object }>(`/api/papers/${newMotion.id}`);
    expect(paper).toMatchObject({
      outcome: { result: 'adopted', on: '2020-08-26' },
      consultations: [{ body: 'Stadtrat', role: 'authoritative', result: 'adopted' }],
    });
    expect((await desk.send('DELETE', `/api/meetings/${meeting.id}`, { headers: { 'if-match': '"2"' } })).status).toBe(
      409,
    );
    const { untracked } = await desk.get<{ untracked: object[] }>('/api/resolutions');
    expect(untracked).toEqual([expect.objectContaining({ reference: newMotion.reference, text: words })]);
  });

  test('a resolution leads to tasks and to a project of the agenda; its light says by which rule', async () => {
    const programme = await signIn(app(), 'programme');
    const task = { id: 'a', text: 'Nutzungsbedingungen klären', dueOn: '2020-09-10', responsible: 'it-amt' };
    const body = { ...newResolution, dueOn: '2021-12-31', tasks: [task], report: 'Das Konzept liegt vor.' };
    expect((await post('/api/resolutions', { ...body, projects: ['gibtesnicht'] })).status).toBe(400);
    const long = { ...body, report: 'Eins. Zwei. Drei. Vier.' };
    expect((await post('/api/resolutions', long)).status).toBe(400);
    const made = (await (await post('/api/resolutions', body)).json()) as { light: string; resolution: object };
    expect(made).toMatchObject({ light: 'onTrack', resolution: { report: { by: 'test-council', on: '2020-08-31' } } });
    const path = `/api/resolutions/${newResolution.id}/project`;
    const choice = { body: JSON.stringify({ template: 'portal', actionField: 'O' }) };
    const headers = { ...json, 'if-match': '"1"' };
    expect((await desk.send('POST', path, { ...choice, headers })).status).toBe(403);
    const linked = await programme.send('POST', path, { ...choice, headers });
    const { projects } = (await linked.json()) as { projects: { id: string }[] };
    const { project } = await desk.get<{ project: object }>(`/api/projects/${projects[0]?.id}`);
    expect(project).toMatchObject({
      commitmentClass: 'decided',
      papers: [newResolution.reference],
      deadlines: [{ on: '2021-12-31', kind: 'promised', paper: newResolution.reference }],
    });
    expect(await publicList()).toBe(404);
    const { settings, version } = await desk.get<{ settings: object; version: number }>('/api/council-settings');
    await desk.put('/api/council-settings', { settings: { ...settings, publicPage: true }, version });
    expect(await publicList()).toMatch(/B-001\/2019.*Der Stadtrat beschließt freies WLAN.*Das Konzept liegt vor/s);
    const { reminders } = await desk.get<{ reminders: object[] }>('/api/council-desk');
    expect(reminders).toContainEqual(expect.objectContaining({ kind: 'resolution', text: task.text, state: 'soon' }));
  });

  test('a committee is entered once, and names that papers use are offered', async () => {
    const { unlisted } = await desk.get<{ unlisted: string[] }>('/api/organizations');
    expect(unlisted).toContain('Stadtrat');
    const council = { id: 'rat', name: 'Stadtrat', kind: 'council', spellings: [] };
    expect((await post('/api/organizations', council)).status).toBe(200);
    const twice = await post('/api/organizations', { ...council, id: 'rat-2', name: 'Rat', spellings: ['stadtrat'] });
    expect(twice.status).toBe(409);
    const after = await desk.get<{ unlisted: string[] }>('/api/organizations');
    expect(after.unlisted).not.toContain('Stadtrat');
  });

  test('the calendar feed opens with its key alone; a new key ends the old one', async () => {
    const { path } = (await (await desk.post('/api/council-desk/calendar-feed')).json()) as { path: string };
    const read = (at: string): Promise<Response> => fetch(`${app().server.address}${at}`);
    const answer = await read(path);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(await answer.text()).toContain('SUMMARY:Stadtrat');
    await desk.post('/api/council-desk/calendar-feed');
    expect((await read(path)).status).toBe(404);
  });

  test('Word files are written on the letterhead of the city; what is none is refused, and settings leave it alone', async () => {
    const stored = () => desk.get<{ settings: { letterhead?: object }; version: number }>('/api/council-settings');
    const send = async (file: Uint8Array): Promise<Response> => {
      const body = {
        name: 'Brief.docx',
        file: Buffer.from(file).toString('base64'),
        version: (await stored()).version,
      };
      return desk.put('/api/council-settings/letterhead', body);
    };
    const refused = await send(templateOf('', { 'word/vbaProject.bin': 'x' }));
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Makros')]);
    const template = templateOf(paragraph('Markt 1') + paragraph('{{Inhalt}}'));
    expect((await send(template)).status).toBe(200);
    const { settings, version } = await stored();
    const { letterhead: _, ...rest } = settings;
    expect((await desk.put('/api/council-settings', { settings: rest, version })).status).toBe(200);
    expect((await stored()).settings.letterhead).toEqual({
      name: 'Brief.docx',
      sha256: expect.stringMatching(/^\w{64}$/),
    });
    await assess(await signIn(app(), 'programme'), 'ra-043-2020');
    // An inquiry has no dates, so the second answer says the same.
    expect(await difference('ra-043-2020')).toEqual({ lines: [], reasonsGone: [], reasonsNew: [] });
    const word = await desk.send('GET', '/api/papers/ra-043-2020/statement.docx');
    const lines = await readDocument(new Uint8Array(await word.arrayBuffer()));
    expect(lines.slice(0, 2).map((line) => line.text)).toEqual(['Markt 1', expect.stringContaining('Stadt')]);
    await desk.send('POST', '/api/council-settings/letterhead/remove', {
      body: JSON.stringify({ version: (await stored()).version }),
      headers: json,
    });
    expect((await stored()).settings.letterhead).toBeUndefined();
  });
});

councilImportTests(app);
