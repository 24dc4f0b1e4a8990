import { type Agenda, type AgendaInput, agendaSchema } from './agenda.ts';
import { addDays, civil, fridayBeforeWeek, lastDayOfMonth, mondayOfWeek } from './calendar.ts';
import { withChoices } from './generate-choices.ts';
import { withCommitments } from './generate-commitments.ts';
import { inventProject, type ProjectInput, type Surroundings } from './generate-projects.ts';
import { type Bounds, freeCapacity, type Placed, place, spending, weekAfter } from './generate-schedule.ts';
import { inventSurroundings, inventTeams } from './generate-surroundings.ts';
import { isEnded, type Project } from './project.ts';
import { type Dice, dice } from './rng.ts';

const PLAN_START = '2021-01-04';
const WEEKS = { start: PLAN_START };

export interface GenerateOptions {
  /** Number of projects, 1 to 5,000. */
  projects: number;
  /** Same seed, same agenda. */
  seed: number;
  /** Some projects may be left out, and some exclude each other. */
  choices?: boolean;
  /** Money of later years may be bound only up to an authorisation of each year. */
  commitments?: boolean;
}

/**
 * An invented, plausible agenda for tests and measurements: teams loaded to about 85 %, links, pins, delivery modes,
 * deadlines and budgets. All deadlines together can be met, as they are set behind a schedule that exists.
 */
export function generateAgenda(options: GenerateOptions): Agenda {
  const { agenda, schedule } = generateWithSchedule(options);
  const authorised = options.commitments ? withCommitments(agenda, schedule) : agenda;
  return options.choices ? withChoices(authorised, options.seed) : authorised;
}

/** The agenda together with the schedule that proves it possible. */
export function generateWithSchedule({ projects: count, seed }: GenerateOptions): {
  agenda: Agenda;
  schedule: Placed[];
} {
  const die = dice(seed);
  const surroundings = inventSurroundings(die, count, PLAN_START);
  const around = references(surroundings);
  const projects = Array.from({ length: count }, (_, i) => inventProject(die, i + 1, around));
  for (const [i, project] of projects.entries()) inventLinks(die, project, projects.slice(0, i));
  inventReleases(die, projects, around.laterFields, spanWeeks(count));
  const teams = inventTeams(die, surroundings.teams, projects, spanWeeks(count));

  const agenda: AgendaInput = { ...surroundings, teams, projects };
  const parsed = agendaSchema.parse(agenda);
  const schedule = scheduleLoosely(parsed);
  const placed = new Map(schedule.map((one) => [one.project.id, one]));
  for (const project of projects) inventDeadlines(die, project, placed.get(project.id));
  fillBudgets(surroundings.budgetLines, schedule);
  return { agenda: agendaSchema.parse({ ...agenda, projects: die.shuffled(projects) }), schedule };
}

/** Weeks over which the work is spread: a year and a half for a few projects, four years for many. */
function spanWeeks(count: number): number {
  return Math.min(208, 70 + Math.round(Math.sqrt(count) * 8));
}

function references(from: ReturnType<typeof inventSurroundings>): Surroundings {
  const ids = (list: readonly { id: string }[]): readonly [string, ...string[]] => {
    const [first = '', ...rest] = list.map((one) => one.id);
    return [first, ...rest];
  };
  return {
    teams: ids(from.teams),
    units: ids(from.units),
    budgetLines: ids(from.budgetLines),
    fields: ids(from.actionFields.filter((field) => field.stage !== 'stufe-2')),
    laterFields: from.actionFields.filter((field) => field.stage === 'stufe-2').map((field) => field.id),
    obligations: ids(from.obligations),
    strategies: ids(from.strategies),
    prerequisites: ids(from.prerequisites),
  };
}

/** Links to earlier projects, so that no circle can arise. What is ended needs no phases any more. */
function inventLinks(die: Dice, project: ProjectInput, earlier: readonly ProjectInput[]): void {
  if (die.chance(4)) {
    const done = die.chance(60);
    project.status = done ? 'succeeded' : die.pick(['failed', 'rejected', 'stopped']);
    if (done) project.finishedOn = addDays(PLAN_START, -die.between(10, 400));
    project.phases = [];
    return;
  }
  const candidates = earlier.filter((one) => !['failed', 'rejected', 'stopped'].includes(one.status));
  if (candidates.length === 0 || !die.chance(35)) return;
  const chosen = new Set(Array.from({ length: die.between(1, 2) }, () => candidates[die.below(candidates.length)]?.id));
  project.dependencies = [...chosen].map((predecessor = '') => {
    if (die.chance(75)) return die.chance(20) ? { predecessor, lagWeeks: die.between(-2, 6) } : { predecessor };
    return { predecessor, type: die.pick(['startStart', 'finishFinish', 'startFinish']), lagWeeks: die.between(0, 8) };
  });
}

/** Pins what already runs, and sets first days for what must wait. */
function inventReleases(die: Dice, projects: readonly ProjectInput[], later: readonly string[], span: number): void {
  for (const project of projects) {
    if (project.phases.length === 0) continue;
    const waits = project.dependencies || project.prerequisites || later.includes(project.actionField);
    if (!waits && die.chance(4)) {
      project.status = 'inProgress';
      project.fixedStart = PLAN_START;
    } else if (die.chance(20)) {
      project.earliestStart = addDays(PLAN_START, die.between(7, Math.ceil(span * 3.5)));
    }
  }
}

/** Serial schedule in file order, pinned projects first; each in its first mode and in the first gap. */
function scheduleLoosely(agenda: Agenda): Placed[] {
  const free = freeCapacity(agenda.teams, WEEKS);
  const placed = new Map<string, Placed>();
  const running = agenda.projects.filter((project) => project.fixedStart !== undefined);
  const waiting = agenda.projects.filter((project) => project.fixedStart === undefined && !isEnded(project));
  for (const project of [...running, ...waiting]) {
    const mode = project.fixedMode ?? project.modes[0]?.id ?? '';
    placed.set(project.id, place(project, mode, boundsOf(agenda, project, placed), free));
  }
  return [...placed.values()];
}

function boundsOf(agenda: Agenda, project: Project, placed: ReadonlyMap<string, Placed>): Bounds {
  if (project.fixedStart !== undefined) return { start: 0, finish: 0 };
  const field = agenda.actionFields.find((one) => one.id === project.actionField);
  const stage = agenda.stages.find((one) => one.id === field?.stage);
  const days = project.prerequisites.map((id) => agenda.prerequisites.find((one) => one.id === id)?.expectedOn);
  const bounds = { start: 0, finish: 0 };
  for (const day of [project.earliestStart, stage?.from, ...days]) {
    bounds.start = Math.max(bounds.start, weekAfter(WEEKS, day));
  }
  for (const { predecessor, type, lagWeeks } of project.dependencies) {
    const before = placed.get(predecessor);
    if (!before) continue;
    const event = (type.startsWith('start') ? before.start : before.finish) + lagWeeks;
    if (type.endsWith('Start')) bounds.start = Math.max(bounds.start, event);
    else bounds.finish = Math.max(bounds.finish, event);
  }
  return bounds;
}

/** A deadline some months behind the proven finish: for duties mostly, for the rest now and then. */
function inventDeadlines(die: Dice, project: ProjectInput, placed: Placed | undefined): void {
  if (!placed || !die.chance(project.commitmentClass === 'mandatory' ? 80 : 30)) return;
  const { year, month } = civil(addDays(fridayBeforeWeek(WEEKS, placed.finish), 7 * die.between(2, 26)));
  const on = lastDayOfMonth(year, month);
  const [obligation] = project.obligations ?? [];
  project.deadlines = [obligation === undefined ? { on, kind: 'promised' } : { on, kind: 'statutory', obligation }];
}

/** Gives every line what the schedule spends and a quarter more. */
function fillBudgets(lines: NonNullable<AgendaInput['budgetLines']>, schedule: readonly Placed[]): void {
  const spent = spending(schedule, WEEKS);
  const first = civil(PLAN_START).year;
  const last = civil(mondayOfWeek(WEEKS, Math.max(52, ...schedule.map((one) => one.finish)))).year + 2;
  for (const line of lines) {
    line.years = Array.from({ length: last - first + 1 }, (_, i) => {
      const runningCents = i * 1_000_000;
      const projects = Math.ceil(((spent.get(line.id)?.get(first + i) ?? 0) * 1.25) / 1_000_000) * 1_000_000;
      return {
        year: first + i,
        amountCents: 5_000_000 + runningCents + projects,
        runningCents,
        status: i < 2 ? 'adopted' : 'forecast',
      };
    });
  }
}
