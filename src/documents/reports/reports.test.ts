import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { addDays, type PlanVersion } from '../../agenda/index.ts';
import { type Resolution, resolutionSchema } from '../../council/index.ts';
import { chemnitz } from '../../council/testing.ts';
import { quickAgenda } from '../../planning/testing.ts';
import { documentToDocx } from '../docx/write.ts';
import { documentToHtml } from '../html.ts';
import { documentToPdf } from '../pdf/write.ts';
import { documentText } from '../testing.ts';
import { factSheet } from './fact-sheet.ts';
import type { ReportFacts, ReportOptions } from './facts.ts';
import { type ReportKind, reportCsv, reportDocument, reportKinds, reportTable } from './kinds.ts';
import { roadmapDocument } from './roadmap.ts';

const { agenda, papers } = chemnitz();
const resolution = (id: string, changes: object): Resolution =>
  resolutionSchema.parse({
    id,
    reference: `B-00${id}/2020`,
    name: `Beschluss ${id}`,
    text: 'Der Stadtrat beschließt.',
    body: 'Stadtrat',
    on: '2020-03-04',
    public: true,
    ...changes,
  });

/** The example half a year later: a working plan in which two projects have slipped, and resolutions of two bodies. */
function facts(): ReportFacts {
  const [approved] = agenda.plans;
  if (!approved) throw new Error('the example has no plan');
  const slipped = (phase: PlanVersion['phases'][number]): PlanVersion['phases'][number] =>
    ['Q3', 'B1'].includes(phase.project)
      ? { ...phase, start: addDays(phase.start, 70), finish: addDays(phase.finish, 70) }
      : phase;
  const working: PlanVersion = { ...approved, id: 'arbeit', status: 'working', phases: approved.phases.map(slipped) };
  const reported = agenda.projects.map((project) =>
    project.id === 'Q3'
      ? {
          ...project,
          reports: [{ on: '2021-02-01', status: 'waiting' as const, reason: 'Die Ausschreibung wurde aufgehoben.' }],
        }
      : project,
  );
  return {
    agenda: { ...agenda, plans: [approved, working], projects: reported },
    papers,
    today: '2021-03-01',
    resolutions: [
      resolution('1', { status: 'done', report: { on: '2021-01-11', by: 'x', text: 'Das Konzept liegt vor.' } }),
      resolution('2', { dueOn: '2021-01-31', projects: ['Q3'] }),
      resolution('3', {
        body: 'Verwaltungs- und Finanzausschuss',
        on: '2020-06-17',
        projects: ['Q3'],
        dueOn: '2030-01-01',
      }),
      resolution('4', { on: '2021-01-20' }),
      resolution('5', { on: '2020-12-09', status: 'notPursued', name: '=cmd; "a"' }),
    ],
  };
}

const given = (): never => {
  throw new Error('no such project');
};

function golden(name: string, text: string): void {
  const path = join(import.meta.dirname, 'golden', name);
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

const CASES: [ReportKind, ReportOptions, string][] = [
  ['committee', { body: 'Verwaltungs- und Finanzausschuss' }, 'committee.txt'],
  ['faction', { faction: 'Fraktion BÜNDNIS 90/DIE GRÜNEN' }, 'faction.txt'],
  ['resolutions', {}, 'resolutions.txt'],
  ['resolutions', { body: 'Verwaltungs- und Finanzausschuss' }, 'resolutions-vfa.txt'],
  ['openMotions', { body: 'Stadtrat' }, 'open-motions.txt'],
  ['year', { year: 2020 }, 'year-2020.txt'],
  ['staff', { year: 2021 }, 'staff-2021.txt'],
];

test.each(CASES)('the report %s %j says what its golden file says', (kind, options, name) => {
  golden(name, documentText(reportDocument(kind, facts(), options)));
});

test.each(reportKinds)('the report %s says the same as HTML, without any script', async (kind) => {
  const document = reportDocument(kind, facts(), {});
  const html = await documentToHtml(document);
  const words = (text: string): string[] => text.match(/[\p{L}\d][\p{L}\d.,]{2,}/gu) ?? [];
  const said = new Set(words(html.replaceAll(/<[^>]*>/g, ' ')));
  expect(words(documentText(document)).filter((word) => !said.has(word))).toEqual([]);
  expect(html).toContain(`<h1>${document.title}</h1>`);
  expect(html).not.toMatch(/<script|style=|onclick/);
});

describe('the fact sheet of a project', () => {
  test('says what is on record', () => {
    golden('fact-sheet-q4.txt', documentText(factSheet(facts(), 'Q4') ?? given()));
    expect(factSheet(facts(), 'gibt-es-nicht')).toBeUndefined();
  });

  test('stands on one A4 page, for a project of usual size', async () => {
    const bytes = await documentToPdf(factSheet(facts(), 'Q4') ?? given());
    expect((await getDocumentProxy(new Uint8Array(bytes))).numPages).toBe(1);
  });
});

describe('the roadmap on A3', () => {
  test('a drawing with every project, and the same as a table', async () => {
    const document = roadmapDocument(facts());
    golden('roadmap.txt', documentText(document));
    const [image] = document.parts.filter((part) => part.kind === 'image');
    for (const { id } of agenda.projects) expect(image?.svg).toContain(`>${id} `);
    const pdf = await getDocumentProxy(new Uint8Array(await documentToPdf(document)));
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    expect([Math.round(width), Math.round(height), pdf.numPages]).toEqual([1191, 842, 2]);
  });

  test('as somebody has arranged it: over what, which projects, how close', () => {
    const [first = '', second = ''] = agenda.projects.map(({ id }) => id);
    const groups = [
      { name: 'Hauptamt', projects: [second] },
      { name: 'Bürgeramt', projects: [first, 'weg'] },
    ];
    const document = roadmapDocument(facts(), { over: 'unit', groups, zoom: 'month' });
    const images = document.parts.filter((part) => part.kind === 'image');
    expect(images[0]?.svg.indexOf('>Hauptamt<')).toBeLessThan(images[0]?.svg.indexOf('>Bürgeramt<') ?? 0);
    expect(images[0]?.svg).toContain(`>${second} `);
    expect(documentText(document)).toContain('Federführung');
    expect(documentText(document)).not.toContain('weg');
    const weeks = roadmapDocument(facts(), { over: 'unit', groups, zoom: 'week' });
    expect(weeks.parts.filter((part) => part.kind === 'image').length).toBeGreaterThan(images.length);
  });

  test('many projects take several sheets; a hostile name stays text', () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ ...agenda.projects[1], id: `Z${index}`, name: '<b>"&' }));
    const document = roadmapDocument({ ...facts(), agenda: { ...agenda, projects: many as typeof agenda.projects } });
    const images = document.parts.filter((part) => part.kind === 'image');
    expect(images).toHaveLength(3);
    expect(images[2]?.alt).toContain('Blatt 3 von 3');
    expect(images[0]?.svg).toContain('&lt;b&gt;&quot;&amp;');
  });
});

test('the list as CSV: for German Excel, every cell in its column, nothing that a sheet would compute', () => {
  const csv = reportCsv(reportTable('resolutions', facts(), {}) ?? []);
  expect(csv.startsWith('\ufeffArt;Nr.;Gegenstand;Gremium;am;Stand;Regel;Bericht;Frist\r\n')).toBe(true);
  expect(csv).toContain(`Beschluss;B-005/2020;"'=cmd; ""a""";Stadtrat;09.12.2020;nicht weiter verfolgt;`);
  golden('resolutions.csv', csv);
});

test('what is on record of later days has not happened in a report of the day before', () => {
  const before = { ...facts(), today: '2020-08-31' };
  const year = documentText(reportDocument('year', before, { year: 2020 }));
  expect(year).not.toContain('abgelehnt');
  expect(year).not.toContain('B-005/2020');
  expect(year).toContain('2 Papiere beschlossen, deren Umsetzung hier nicht verfolgt wird: B-077/2020, BA-036/2020.');
  expect(documentText(reportDocument('openMotions', before, {}))).not.toContain('Abgelehnt');
  const faction = documentText(reportDocument('faction', before, { faction: 'Fraktion BÜNDNIS 90/DIE GRÜNEN' }));
  expect(faction).toContain('BA-090/2020 Digitalisierungsstrategie für Chemnitz: offen');
});

describe('a city without plan, projects, papers', () => {
  const empty: ReportFacts = { agenda: quickAgenda([]), papers: [], resolutions: [], today: '2021-03-01' };
  test.each(reportKinds)('the report %s says so, as a file that opens', async (kind) => {
    const document = reportDocument(kind, { ...empty, agenda: { ...empty.agenda, plans: [] } }, {});
    expect(documentText(document)).toMatch(/noch keinen Plan|kein Beschluss|Kein Beschluss|keine Zusage/);
    expect((await documentToDocx(document)).length).toBeGreaterThan(1000);
  });
});

test('work over the turn of a year counts in each year for its days: all years together are the whole', () => {
  const total = (year?: number): number => {
    const [, roles = ''] = documentText(reportDocument('staff', facts(), { year })).split('# Je Rolle');
    const efforts = [...roles.matchAll(/\| ([\d.,]+)\u00a0PT \|/g)].map(([, text = '']) => text);
    return efforts.reduce((sum, text) => sum + Number(text.replaceAll('.', '').replace(',', '.')), 0);
  };
  const years = Array.from({ length: 11 }, (_, index) => total(2020 + index));
  const parts = years.reduce((sum, one) => sum + one, 0);
  // Each share is rounded to a tenth of a day.
  expect(Math.abs(parts - total())).toBeLessThan(10);
  expect(years.filter((one) => one > 0).length).toBeGreaterThan(3);
});
