import { expect, test } from 'vitest';
import { meetingSchema, type Paper, paperSchema, type Release } from '../../council/index.ts';
import { listNames } from './addresses.ts';
import { germanMoment } from './german-time.ts';
import type { Published, Times } from './published.ts';
import { checkObject, referencesOf, type Seen } from './testing.ts';
import { writeOparl, writeSystem } from './write-oparl.ts';

const ORIGIN = 'https://fahrplan.example';
const BODY = `${ORIGIN}/oparl/v1.1/body/musterstadt`;

const at = (created: string, modified = created): Times => ({
  created: `${created}T08:00:00.000Z`,
  modified: `${modified}T08:00:00.000Z`,
});

const motion = (more: Partial<Paper> = {}): Paper =>
  paperSchema.parse({
    format: 'fahrplan-paper',
    version: 1,
    id: 'ba-1-2020',
    reference: 'BA-001/2020',
    kind: 'motion',
    name: 'Offene Geodaten',
    receivedOn: '2020-08-24',
    responsible: 'hauptamt',
    originators: [
      { name: 'Fraktion A/B', kind: 'faction' },
      { name: 'Frau Beispiel', kind: 'councillor' },
    ],
    versions: [{ number: 1, points: [{ number: '1', text: 'Die Stadt veröffentlicht ihre Geodaten.' }] }],
    consultations: [
      { body: 'Dezernat 1', role: 'statement', on: '2020-08-31' },
      { body: 'Finanzausschuss', role: 'preliminary', public: false },
      { body: 'Stadtrat', role: 'authoritative' },
    ],
    ...more,
  });

const release = (edition: number): Release => ({
  kind: 'release',
  id: `ba-1-2020.${edition}`,
  paper: 'ba-1-2020',
  edition,
  content: {
    format: 'fahrplan-statement',
    version: 1,
    paper: 'ba-1-2020',
    title: 'Stellungnahme zu BA-001/2020',
    asOf: '2020-08-31',
    blocks: [],
    evidence: [],
    footnotes: [],
  },
  planRun: 'r1',
  hash: 'a'.repeat(64),
  authors: ['anna'],
  cosigners: [],
  kept: [],
  releasedBy: 'bert',
  releasedOn: '2020-09-01',
});

const stadtrat = meetingSchema.parse({
  id: 'rat-2020-09-23',
  body: 'Stadtrat',
  on: '2020-09-23',
  time: '15:00',
  place: 'Rathaus, Saal 1',
  items: [
    { number: '1', title: 'Geheimes', public: false },
    { number: '2', title: 'Geodaten', paper: 'ba-1-2020', result: 'adopted', resolutionText: 'Beschlossen.' },
    { number: '2', title: 'Nachtrag' },
  ],
});

const published = (more: Partial<Published> = {}): Published => ({
  origin: ORIGIN,
  city: { id: 'musterstadt', name: 'Musterstadt', agsKey: '99999999', times: at('2020-01-01') },
  councilBody: 'Stadtrat',
  papers: [{ paper: motion(), times: at('2020-09-01', '2020-09-02') }],
  statements: [
    {
      release: release(1),
      publishedAt: '2020-09-01T08:00:00.000Z',
      verdict: { value: 'notNow', lookAgainOn: '2022-08-29', label: 'nicht jetzt' },
      figures: [],
    },
  ],
  deleted: [{ list: 'meeting', id: 'abgesagt', times: at('2020-05-01', '2020-05-02') }],
  meetings: [{ meeting: stadtrat, times: at('2020-07-01', '2020-09-24') }],
  organizations: [
    {
      organization: { id: 'sr', name: 'Stadtrat Musterstadt', kind: 'council', spellings: ['Stadtrat'] },
      times: at('2019-07-01'),
    },
  ],
  units: [{ id: 'hauptamt', name: 'Hauptamt', times: at('2020-01-01') }],
  ...more,
});

const all = (content: ReturnType<typeof writeOparl>): Seen[] =>
  [content.body, ...listNames.flatMap((name) => content.lists[name])].map(checkObject);

const find = (objects: Seen[], id: string): Seen => {
  const found = objects.find((one) => one.id === `${BODY}/${id}`);
  if (found === undefined) throw new Error(`${id} is not published: ${objects.map((one) => one.id).join('\n')}`);
  return found;
};

test('every object is valid, stands in a list, and names none that does not exist', () => {
  const content = writeOparl(published());
  const objects = all(content);
  checkObject(writeSystem(ORIGIN, [content.body]));
  const known = new Set(objects.map((one) => one.id));
  expect(objects.map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at)).toEqual([]);
  const named = objects.flatMap((one) => referencesOf(one, BODY));
  const lists = new Set(listNames.map((name) => `${BODY}/${name}`));
  expect(named.filter((one) => !known.has(one) && !lists.has(one))).toEqual([]);
});

test('paper, consultation, agenda item and meeting are linked, also where the day of the consultation was not known', () => {
  const objects = all(writeOparl(published()));
  const item = find(objects, 'agendaItem/rat-2020-09-23.2');
  expect(item).toMatchObject({ name: 'Geodaten', order: 0, result: 'Unverändert beschlossen' });
  const consultation = find(objects, 'consultation/ba-1-2020.stadtrat');
  expect(consultation).toMatchObject({
    authoritative: true,
    agendaItem: item.id,
    meeting: `${BODY}/meeting/rat-2020-09-23`,
    // The item changes what is said about the consultation.
    modified: '2020-09-24T08:00:00.000Z',
  });
  expect(item.consultation).toBe(consultation.id);
  expect(find(objects, 'agendaItem/rat-2020-09-23.2.2').name).toBe('Nachtrag');
});

test('closed session, councillors and notes of offices stay inside', () => {
  const text = JSON.stringify(writeOparl(published()));
  for (const secret of ['Geheimes', 'Finanzausschuss', 'Frau Beispiel', 'Dezernat 1', 'anna', 'bert'])
    expect(text, secret).not.toContain(secret);
});

test('a statement lies below its paper and carries verdict and files; a newer edition is named', () => {
  const corrected = { ...release(2), corrects: { edition: 1, on: '2020-09-01' } };
  const second = { release: corrected, publishedAt: '2020-10-01T08:00:00.000Z', figures: [] };
  const objects = all(writeOparl(published({ statements: [...published().statements, second] })));
  expect(find(objects, 'paper/ba-1-2020~1')).toMatchObject({
    superordinatedPaper: [`${BODY}/paper/ba-1-2020`],
    paperType: 'Stellungnahme',
    modified: '2020-10-01T08:00:00.000Z',
    mainFile: { mimeType: 'application/pdf' },
    'fahrplan:verdict': { value: 'notNow', lookAgainOn: '2022-08-29' },
    'fahrplan:supersededBy': `${BODY}/paper/ba-1-2020~2`,
  });
  expect(find(objects, 'paper/ba-1-2020~2')).toMatchObject({ 'fahrplan:corrects': `${BODY}/paper/ba-1-2020~1` });
  expect(find(objects, 'paper/ba-1-2020').subordinatedPaper).toEqual([
    `${BODY}/paper/ba-1-2020~1`,
    `${BODY}/paper/ba-1-2020~2`,
  ]);
});

test('of a withdrawn statement and its files nothing is left but that they are gone', () => {
  const [one] = published().statements;
  const withdrawnAt = '2020-11-01T08:00:00.000Z';
  const objects = all(writeOparl(published({ statements: one ? [{ ...one, withdrawnAt }] : [] })));
  for (const id of ['paper/ba-1-2020~1', 'file/ba-1-2020~1.pdf', 'file/ba-1-2020~1.html', 'file/ba-1-2020~1.docx']) {
    const { type: _, id: __, ...rest } = find(objects, id);
    const gone = { created: '2020-09-01T08:00:00.000Z', modified: withdrawnAt, deleted: true };
    expect(rest).toEqual(id.startsWith('file') ? { ...gone, accessUrl: `${BODY}/${id}/content` } : gone);
  }
  expect(find(objects, 'paper/ba-1-2020').subordinatedPaper).toBeUndefined();
});

test('addresses stay when a consultation gets its day, and when an office gets a new name', () => {
  const idsOf = (one: Published): string[] =>
    all(writeOparl(one))
      .map((object) => object.id)
      .sort();
  const dated = motion({ consultations: [{ body: 'Stadtrat', role: 'authoritative', on: '2020-09-23' }] });
  const renamed = [{ id: 'hauptamt', name: 'Amt für Zentrales', times: at('2020-01-01') }];
  expect(idsOf(published({ papers: [{ paper: dated, times: at('2020-09-01') }], units: renamed }))).toEqual(
    idsOf(published()),
  );
});

test('a deleted meeting stays as a tombstone', () => {
  expect(find(all(writeOparl(published())), 'meeting/abgesagt')).toMatchObject({ deleted: true });
});

test('whom a name means is found on record, under any of its spellings; others have an address made of their name', () => {
  const objects = all(writeOparl(published()));
  expect(find(objects, 'meeting/rat-2020-09-23').organization).toEqual([`${BODY}/organization/sr`]);
  expect(objects[0]?.mainOrganization).toBe(`${BODY}/organization/sr`);
  const names = objects.filter((one) => one.organizationType).map((one) => [one.name, one.organizationType]);
  expect(names).toEqual([
    ['Fraktion A/B', 'Fraktion'],
    ['Stadtrat Musterstadt', 'Gremium'],
    ['Hauptamt', 'Verwaltungsbereich'],
  ]);
});

test('moments carry the offset of German time, in summer and in winter', () => {
  expect(germanMoment('2020-09-23', '15:00')).toBe('2020-09-23T15:00:00+02:00');
  expect(germanMoment('2020-12-01')).toBe('2020-12-01T00:00:00+01:00');
});
