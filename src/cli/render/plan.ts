import type { Agenda, PlanVersion, Text } from '../../agenda/index.ts';
import { date, money, number, percent } from '../../council/index.ts';
import {
  droppedText,
  type LoadRow,
  type LoadView,
  loadView,
  obligationRows,
  type PlanContext,
  type PlanResult,
  planContext,
  type RoadmapProject,
  roadmapView,
} from '../../planning/index.ts';
import { table } from './layout.ts';
import { type Format, Page } from './page.ts';
import { classLetters, lights, planWords as words } from './plan-words.ts';

/** A plan of the whole agenda for a terminal: how good it is, duties, projects, load, money. */
export function renderPlan(agenda: Agenda, plan: PlanVersion, result: PlanResult, format: Format): string {
  const page = new Page(format);
  const context = planContext(agenda, plan, agenda.planStart);
  const projects = roadmapView(context).areas.flatMap((area) => area.projects);
  head(page, agenda, result, projects);
  duties(page, context);
  projectTable(page, agenda, projects, plan);
  leftOut(page, agenda, plan);
  const load = loadView(context);
  loadTable(page, load);
  moneyTable(page, load);
  return page.toString();
}

function head(page: Page, agenda: Agenda, result: PlanResult, projects: readonly RoadmapProject[]): void {
  const dated = projects.filter((one) => one.start !== null && one.finish !== null);
  const starts = dated.flatMap((one) => one.start ?? []).sort();
  const finishes = dated.flatMap((one) => one.finish ?? []).sort();
  page.strong(`${agenda.name} · ${agenda.city.name}`);
  const span = starts[0] ? `${page.say(date(starts[0]))} – ${page.say(date(finishes.at(-1) ?? starts[0]))}` : '–';
  const leftOut = (result.plan?.dropped ?? []).length > 0;
  if (dated.length === 0) page.paragraph(page.say(leftOut ? words.allLeftOut : words.nothing));
  else page.paragraph(page.say(words.planned(dated.length, span)));
  if (!result.complete) page.strong(page.say(words.incomplete));
  if (dated.length > 0) quality(page, result);
  if (result.undated.length > 0) page.paragraph(`${page.say(words.undated)} ${result.undated.join(', ')}`);
}

function quality(page: Page, result: PlanResult): void {
  const [statutory = 0, promised = 0] = result.values;
  page.paragraph(page.say(words.lateness(statutory, promised)));
  page.paragraph(page.say(words.quality[result.quality]));
  aims(page, result);
}

/** Per aim its value, what no plan can be below, the gap, and how that is known. */
function aims(page: Page, result: PlanResult): void {
  if (result.aims.length === 0) return;
  page.title(words.goodness);
  const rows = result.aims.map(({ kind, value, bound, gapPermille, quality, basis }) => [
    page.say(words.aims[kind]),
    page.say(number(value)),
    page.say(number(bound)),
    gapPermille === null ? '–' : `${page.say(number(gapPermille / 10, 1))} %`,
    page.say(words.known[quality][basis ?? 'argument']),
  ]);
  const right = (title: Text) => ({ title: page.say(title), align: 'right' as const });
  const columns = [
    { grow: 2 },
    right(words.value),
    right(words.atLeast),
    right(words.gap),
    { title: page.say(words.how), grow: 3 },
  ];
  page.lines(table(columns, rows, page.format.width));
  page.faint(page.say(words.inOrder));
}

function duties(page: Page, context: PlanContext): void {
  const rows = obligationRows(context)
    .filter((one) => one.deadline !== null && one.projects.length > 0)
    .sort((a, b) => (a.marginDays ?? 0) - (b.marginDays ?? 0))
    .map((one) => [
      `${lights[one.light].mark} ${page.say(lights[one.light].word)}`,
      `${one.paragraph} ${one.law}`,
      one.projects.map(({ id }) => id).join(', '),
      one.finish ? page.say(date(one.finish)) : '–',
      one.deadline ? page.say(date(one.deadline)) : '–',
      margin(page, one.marginDays),
    ]);
  if (rows.length === 0) return;
  page.title(words.duties);
  const columns = [
    {},
    { title: page.say(words.norm), grow: 2 },
    { title: page.say(words.project), grow: 2 },
    { title: page.say(words.finish) },
    { title: page.say(words.deadline) },
    { title: page.say(words.margin), align: 'right' as const },
  ];
  page.lines(table(columns, rows, page.format.width));
}

function margin(page: Page, days: number | null): string {
  return days === null ? '–' : page.say(number(days));
}

function projectTable(page: Page, agenda: Agenda, projects: readonly RoadmapProject[], plan: PlanVersion): void {
  const several = new Set(agenda.projects.filter((one) => one.modes.length > 1).map((one) => one.id));
  const modes = new Map(plan.phases.map((phase) => [phase.project, phase.mode]));
  const rows = projects
    .filter((one) => one.start !== null)
    .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))
    .map((one) => [
      one.id,
      one.shortName,
      classLetters[one.commitmentClass],
      several.has(one.id) ? (modes.get(one.id) ?? '') : '',
      one.start ? page.say(date(one.start)) : '–',
      one.finish ? page.say(date(one.finish)) : '–',
      margin(page, one.marginDays),
    ]);
  page.title(words.projects);
  const columns = [
    {},
    { title: page.say(words.project), grow: 1 },
    {},
    { title: page.say(words.mode) },
    { title: page.say(words.start) },
    { title: page.say(words.finish) },
    { title: page.say(words.margin), align: 'right' as const },
  ];
  page.lines(table(columns, rows, page.format.width));
  page.faint(page.say(words.legend));
}

/** What the plan leaves out, each with its reason. */
function leftOut(page: Page, agenda: Agenda, plan: PlanVersion): void {
  if (!plan.dropped || plan.dropped.length === 0) return;
  page.title(words.dropped);
  const rows = plan.dropped.map((one) => [one.project, page.say(droppedText(agenda, plan, one))]);
  page.lines(table([{ title: page.say(words.project) }, { grow: 1 }], rows, page.format.width));
}

/** Planned through available by year: a month's figure is for the page, not for eighty columns. */
function loadTable(page: Page, { rows, months, bottleneck }: LoadView): void {
  if (rows.length === 0) return;
  const years = [...new Set(months.map((month) => month.slice(0, 4)))].slice(0, 6);
  page.title(words.load);
  const columns = [
    { title: page.say(words.team), grow: 1 },
    ...years.map((year) => ({ title: year, align: 'right' as const })),
    {},
  ];
  const cells = rows.map((row) => [
    `${row.name} (${row.shortName})`,
    ...years.map((year) => loadOf(page, row, year)),
    row.team === bottleneck ? page.say(words.bottleneck) : '',
  ]);
  page.lines(table(columns, cells, page.format.width));
}

function loadOf(page: Page, row: LoadRow, year: string): string {
  const cells = row.cells.filter((cell) => cell.month.startsWith(year));
  const available = cells.reduce((sum, cell) => sum + cell.availableTenths, 0);
  const planned = cells.reduce((sum, cell) => sum + cell.plannedTenths, 0);
  return available === 0 ? '–' : page.say(percent((100 * planned) / available));
}

function moneyTable(page: Page, { budgetLines }: LoadView): void {
  const rows = budgetLines.flatMap((line) =>
    line.years.map((year, i): string[] => [
      i === 0 ? line.name : '',
      String(year.year),
      ...[year.amountCents, year.carriedInCents, year.runningCents, year.plannedCents, year.freeCents].map((cents) =>
        page.say(money(cents)),
      ),
    ]),
  );
  if (rows.length === 0) return;
  page.title(words.money);
  const right = (title: Text) => ({ title: page.say(title), align: 'right' as const });
  const columns = [
    { title: page.say(words.budget), grow: 1 },
    { title: page.say(words.year) },
    right(words.amount),
    right(words.carried),
    right(words.running),
    right(words.spent),
    right(words.free),
  ];
  page.lines(table(columns, rows, page.format.width));
}
