import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agendaSchema } from '../../src/agenda/index.ts';
import { folder, run } from './run.ts';

const AGENDA = 'examples/chemnitz/agenda.json';
const PAPER = 'examples/chemnitz/papers/ba-090-2020.json';

test('curve: the earlier the end, the more is needed; the last row needs nothing', async () => {
  const { stdout, notes } = await run('curve', AGENDA, PAPER, '--json');
  expect(notes).toBe('');
  const curve = JSON.parse(stdout);
  expect(curve).toMatchObject({ format: 'fahrplan-curve', version: 1, candidate: 'C01', askedStart: '2020-10-19' });
  expect(curve.points[0].teams[0].team).toBe('PM');
  expect(curve.points.at(-1)).toMatchObject({ tenths: 0, cents: 0, finish: curve.untouched.finish });
  const page = await run('curve', AGENDA, PAPER);
  expect(page.stdout).toContain('Ohne zusätzliche Kapazität: 21.11.2022 – 15.12.2023');
});

test('worth: a row per team and budget line, best first, labelled as found', async () => {
  const worth = JSON.parse((await run('worth', AGENDA, '--json')).stdout);
  expect(worth).toMatchObject({ format: 'fahrplan-worth', quality: 'bestFound' });
  expect(worth.rows).toHaveLength(7);
  expect(worth.rows[0].team).toBe('PM');
  expect((await run('worth', AGENDA, '--lang', 'en')).stdout).toContain('Best found, not proven');
});

test('risk: every deadline with its share, the assumption said', async () => {
  const risk = JSON.parse((await run('risk', AGENDA, '--runs', '60', '--json')).stdout);
  expect(risk).toMatchObject({
    format: 'fahrplan-risk',
    runs: 60,
    spread: { shortestPercent: 90, longestPercent: 150 },
  });
  const page = (await run('risk', AGENDA, '--runs', '60')).stdout;
  expect(page).toContain('zwischen 90 und 150 %');
  expect(page).toContain('Alle gesetzlichen Fristen zusammen werden in');
});

describe('repair', () => {
  test('what waits moves with what is late; the new plan can be written', async () => {
    const out = `${folder()}/repaired.json`;
    const { stdout, stderr } = await run('repair', AGENDA, '--late', 'Q13=2022-01-03', '--json', '--out', out);
    expect(stderr).toContain('Geschrieben:');
    const repair = JSON.parse(stdout);
    expect(repair).toMatchObject({ format: 'fahrplan-repair', kept: 'all', lateWeeks: 0 });
    expect(repair.moved.map((one: { project: string }) => one.project)).toContain('Q13');
    const { plans } = agendaSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
    expect(plans.find(({ status }) => status === 'working')?.phases).toEqual(repair.plan.phases);
  });

  test.each([
    [['repair', AGENDA], 'Es ist nicht gesagt, was sich geändert hat'],
    [['repair', AGENDA, '--late', 'O10'], 'dort muss O10=2021-03-01 stehen'],
    [['repair', AGENDA, '--late', 'O10=2021-02-30'], 'dort muss O10=2021-03-01 stehen'],
    [['repair', AGENDA, '--late', 'XX=2021-03-01'], '„XX“ hinter „--late“ gibt es in der Agenda nicht'],
    [['repair', AGENDA, '--posts', 'PM=viel@2021-03-01'], 'dort muss PM=-0.5@2021-03-01 stehen'],
    [['repair', AGENDA, '--posts', 'XX=1@2021-03-01'], '„XX“ hinter „--posts“ gibt es in der Agenda nicht'],
    [['repair', AGENDA, '--money', 'digital=50000'], 'dort muss digital=2022:-50000 stehen'],
    [['repair', AGENDA, '--drop', 'XX'], '„XX“ hinter „--drop“ gibt es in der Agenda nicht'],
    [['curve', AGENDA, 'examples/chemnitz/papers/ra-043-2020.json'], 'bringt kein neues Vorhaben mit'],
  ])('%j is refused with one sentence', async (args, sentence) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });
});
