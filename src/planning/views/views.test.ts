import { expect, test } from 'vitest';
import { type Agenda, agendaSchema } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { type QuickProject, quickAgenda } from '../testing.ts';
import { loadDetail, loadView } from './load-view.ts';
import { dutiesWithDeadline, obligationRows } from './obligation-view.ts';
import { overview } from './overview.ts';
import { deadlineLight, type PlanContext, planContext } from './plan-context.ts';
import { roadmapView } from './roadmap-view.ts';
import { loadViewSchema, obligationRowSchema, overviewSchema, roadmapViewSchema } from './schemas.ts';

const projects: QuickProject[] = [
  { id: 'A', weeks: 4, days: { PM: 20 }, euro: 8000, fixed: '2021-01-04', by: '2021-03-31' },
  {
    id: 'B',
    weeks: 8,
    days: { PM: 40, IT: 8 },
    after: ['A'],
    by: '2021-03-26',
    statutory: true,
    commitmentClass: 'mandatory',
  },
  { id: 'C', weeks: 2, days: { IT: 4 }, earliest: '2021-11-01' },
];

const law = (id: string, force: 'must' | 'optional', deadline?: string) => ({
  id,
  law: 'SächsEGovG',
  paragraph: '§ 3',
  name: `Pflicht ${id}`,
  duty: 'Wortlaut in eigenen Worten',
  force,
  trigger: { kind: 'inForce' as const },
  addressee: 'Gemeinden',
  ...(deadline ? { deadline } : {}),
});

function contextOf(): PlanContext {
  const base = quickAgenda(projects, {
    obligations: [law('due', 'must', '2021-03-31'), law('open', 'must'), law('free', 'optional', '2021-03-31')],
  });
  const agenda: Agenda = agendaSchema.parse({
    ...base,
    projects: base.projects.map((project) => ({
      ...project,
      obligations: project.id === 'B' ? ['due'] : project.id === 'A' ? ['due', 'free'] : [],
    })),
  });
  const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 50 } });
  if (!plan) throw new Error('no plan');
  return planContext(agenda, plan, '2021-01-04');
}

test('the load of a month is the even share of each phase in the weeks whose Monday it holds', () => {
  const view = loadViewSchema.parse(loadView(contextOf()));
  const cells = view.rows.find(({ team }) => team === 'PM')?.cells ?? [];
  // January 2021 has four Mondays from the plan's start: 4 × 10 days available, A works 4 × 5.
  expect(cells[0]).toEqual({ month: '2021-01', availableTenths: 400, plannedTenths: 200, percent: 50 });
  // February: four Mondays of B at 5 days a week.
  expect(cells[1]).toMatchObject({ month: '2021-02', plannedTenths: 200 });
  expect(view.bottleneck).toBe('PM');
});

test('a cell of the load leads to the projects behind it, and their sum is the cell', () => {
  const context = contextOf();
  const detail = loadDetail(context, 'PM', '2021-01');
  expect(detail?.projects).toEqual([{ project: 'A', name: 'Projekt A', commitmentClass: 'decided', tenths: 200 }]);
  expect([detail?.firstWeek, detail?.lastWeek]).toEqual([1, 4]);
  expect(loadDetail(context, 'nobody', '2021-01')).toBeNull();
  expect(loadDetail(context, 'PM', '1999-01')).toBeNull();
});

test('money is carried into the next year less what the plan spends', () => {
  const [line] = loadView(contextOf()).budgetLines;
  expect(
    line?.years.map(({ carriedInCents, plannedCents, freeCents }) => [carriedInCents, plannedCents, freeCents]),
  ).toEqual([
    [0, 800_000, 4_400_000],
    [4_400_000, 0, 9_600_000],
  ]);
});

test('follow-up costs begin in the year after the planned finish', () => {
  const context = contextOf();
  const projects = context.agenda.projects.map((one) =>
    one.id === 'A' ? { ...one, followUpCostCentsPerYear: 300_000 } : one,
  );
  expect(loadView({ ...context, agenda: { ...context.agenda, projects } }).followUp).toEqual([
    { year: 2021, cents: 0, projects: [] },
    { year: 2022, cents: 300_000, projects: ['A'] },
  ]);
  expect(loadView(context).followUp).toEqual([]);
});

test('a duty shows the last finish of what covers it; a must without a project is named as uncovered', () => {
  const rows = obligationRows(contextOf()).map((row) => obligationRowSchema.parse(row));
  expect(rows.map(({ id, finish, marginDays, uncovered }) => ({ id, finish, marginDays, uncovered }))).toEqual([
    { id: 'due', finish: '2021-03-26', marginDays: 5, uncovered: false },
    { id: 'open', finish: null, marginDays: null, uncovered: true },
    { id: 'free', finish: '2021-01-29', marginDays: 61, uncovered: false },
  ]);
});

test('a norm whose day is still to come is not in force yet, and nothing is missing for it', () => {
  const context = contextOf();
  const open = context.agenda.obligations.find(({ id }) => id === 'open');
  if (!open) throw new Error('the norm without a project');
  const on = (day: string) => ({ ...open, trigger: { kind: 'date' as const, on: day } });
  const shown = (obligations: typeof context.agenda.obligations) =>
    obligationRows({ ...context, agenda: { ...context.agenda, obligations } }).map((row) => [
      row.inForce,
      row.uncovered,
    ]);
  expect(shown([on('2021-01-04'), on('2021-01-05'), { ...open, status: 'draft' }])).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
});

test('a duty is marked illustrative only where a covering project is', () => {
  const context = contextOf();
  const illustrative = { '*': { kind: 'illustrative' as const } };
  const mark = (provenance: typeof illustrative | undefined) =>
    obligationRows({
      ...context,
      agenda: { ...context.agenda, projects: context.agenda.projects.map((project) => ({ ...project, provenance })) },
    }).map((row) => row.illustrative);
  expect(mark(undefined)).toEqual([false, false, false]);
  expect(mark(illustrative)).toEqual([true, false, true]);
});

test('an optional norm is never counted as a duty with a deadline, nor a project that is not mandatory', () => {
  expect(dutiesWithDeadline(contextOf()).map(({ id, projects: [project] }) => [id, project?.id])).toEqual([
    ['due', 'B'],
  ]);
  const view = overviewSchema.parse(overview(contextOf()));
  expect([view.obligationsWithDeadline, view.obligationsKept, view.obligationsOverdue]).toEqual([1, 1, 0]);
});

test('a light follows its rule on both sides of each limit', () => {
  const on = (deadline: string, finish: string | null) => deadlineLight('2021-01-04', deadline, finish);
  expect(on('2021-01-03', '2021-02-01')).toBe('overdue');
  expect(on('2021-01-03', '2021-01-01')).toBe('done');
  expect(on('2021-03-31', null)).toBe('missed');
  expect(on('2021-03-31', '2021-04-01')).toBe('missed');
  expect(on('2021-03-31', '2021-02-15')).toBe('tight');
  expect(on('2021-03-31', '2021-02-14')).toBe('onPlan');
});

test('a day is drawn across the roadmap if three projects and a twentieth of all deadlines share it', () => {
  const due = (id: string, by: string): QuickProject => ({ id, weeks: 1, by, statutory: true });
  const days = (many: number): string[] => {
    const others = Array.from({ length: many }, (_, i) =>
      due(`P${i}`, `2022-${String((i % 12) + 1).padStart(2, '0')}-03`),
    );
    const agenda = quickAgenda([...others, ...['A', 'B', 'C'].map((id) => due(id, '2021-12-31'))]);
    const { sharedDeadlines } = roadmapView(planContext(agenda, { ...contextOf().plan, phases: [] }, '2021-01-04'));
    return sharedDeadlines.map(({ on }) => on);
  };
  expect(days(12)).toEqual(['2021-12-31']);
  expect(days(120)).not.toContain('2021-12-31');
});

test('the roadmap shows every project with its bars and names what moved since approval', () => {
  const context = contextOf();
  const view = roadmapViewSchema.parse(roadmapView(context));
  expect(view.areas.flatMap((area) => area.projects.map(({ id, start, finish }) => [id, start, finish]))).toEqual([
    ['A', '2021-01-04', '2021-01-29'],
    ['B', '2021-02-01', '2021-03-26'],
    ['C', '2021-11-01', '2021-11-12'],
  ]);
  expect(view.movedSinceApproval).toEqual([]);
  const moved = context.plan.phases.map((phase) => (phase.project === 'C' ? { ...phase, start: '2021-12-06' } : phase));
  const approved = { ...context.plan, id: 'approved', status: 'approved' as const, phases: moved };
  const after = roadmapView(planContext({ ...context.agenda, plans: [approved] }, context.plan, '2021-01-04'));
  expect(after.movedSinceApproval).toEqual(['C']);
});
