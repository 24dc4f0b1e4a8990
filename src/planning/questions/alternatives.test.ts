import { expect, test } from 'vitest';
import { type Project, projectSchema } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { approved, quickAgenda, quickProject } from '../testing.ts';
import { alternativeChoiceSchema } from './alternative-schemas.ts';
import { alternativesFor, smallerProject } from './alternatives.ts';

const options = { seed: 1, iterations: 400, prove: true };

/** Two phases of ten weeks, each the whole of PM; a partner needs none of PM, but thirty weeks and 10,000 euros. */
const candidate: Project = projectSchema.parse({
  ...quickProject({ id: 'n', weeks: 10 }),
  modes: [
    { id: 'own', name: 'eigenes Personal', kind: 'own' },
    { id: 'shared', name: 'Zweckverband', kind: 'shared' },
  ],
  phases: ['first', 'second'].map((id) => ({
    id,
    name: id,
    work: {
      own: { weeks: 10, effortTenths: { PM: 1000 } },
      shared: { weeks: 15, effortTenths: {}, costs: [{ budgetLine: 'money', cents: 500_000 }] },
    },
  })),
});
const busy = quickAgenda([{ id: 'a', weeks: 20, days: { PM: 200 }, by: '2021-05-21' }]);
const agenda = approved(busy, planAgenda(busy, { seed: 1, limit: { iterations: 200 } }).plan);
const choose = (choice: object) => alternativeChoiceSchema.parse(choice);
const rows = (choice: object) => alternativesFor(agenda, inOwn(), choose(choice), options).rows;
/** Without the partner. */
const inOwn = (): Project => ({ ...candidate, modes: candidate.modes.slice(0, 1) });

test('as asked others give way, later nobody does; without a choice there is no third row', () => {
  const [asked, later, ...more] = rows({});
  expect(more).toEqual([]);
  expect(asked).toMatchObject({ kind: 'asked', dates: { start: '2021-01-04' } });
  expect(asked?.displaced.map(({ project, lateWeeks }) => [project, lateWeeks > 0])).toEqual([['a', true]]);
  expect(asked?.extra?.teams.map(({ team, tenths }) => [team, tenths > 0])).toEqual([['PM', true]]);
  expect(later).toMatchObject({ kind: 'later', dates: { start: '2021-05-24' }, displaced: [], quality: 'proven' });
  expect(later?.effort).toEqual([{ team: 'PM', tenths: 2000 }]);
});

test('smaller: what a person leaves out is neither planned nor counted', () => {
  const half = rows({ effortPercent: 50 }).find((row) => row.kind === 'smaller');
  expect(half?.effort).toEqual([{ team: 'PM', tenths: 1000 }]);
  const short = rows({ without: ['second'] }).find((row) => row.kind === 'smaller');
  expect(short).toMatchObject({ dates: { start: '2021-05-24', finish: '2021-07-30' } });
  expect(short?.effort).toEqual([{ team: 'PM', tenths: 1000 }]);
  expect(smallerProject(candidate, choose({}))).toEqual(candidate);
});

test('with a partner: in its own delivery mode, with its own effort and money', () => {
  const { rows: found } = alternativesFor(agenda, candidate, choose({}), options);
  const modes = found.filter((row) => row.kind !== 'asked').map(({ kind, mode }) => [kind, mode]);
  expect(modes).toContainEqual(['later', 'shared']);
  expect(modes).toContainEqual(['partner', 'own']);
  const later = found.find((row) => row.kind === 'later');
  expect(later).toMatchObject({ dates: { start: '2021-01-04' }, effort: [] });
  expect(later?.costs).toEqual([{ budgetLine: 'money', cents: 1_000_000 }]);
});

test('with posts: earlier, and the posts stand in the row', () => {
  const posts = { team: 'PM', fte: 5, from: '2021-01-01' };
  const row = rows({ posts }).find((one) => one.kind === 'posts');
  expect(row).toMatchObject({ changes: [{ kind: 'posts', ...posts }], dates: { start: '2021-01-04' } });
});
