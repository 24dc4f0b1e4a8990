import { fridayBeforeWeek, mondayOfWeek } from '../../agenda/index.ts';
import { leastLate, makeProblem, type Plan, type ProblemInput, solve } from '../../solver/index.ts';
import type { DisplacedProject, TradeOff } from '../answer.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import { type Dues, isProtected, lateness, promisesOf } from '../translation/levels.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { spanOf } from '../translation/schedule.ts';
import type { Setting } from './candidate.ts';
import { type KeptResult, type KeptSearch, keptEarliest, strictInput } from './kept.ts';

/** The earliest finish when duties and prerequisites keep their promises and everything else may slip. */
export function displacingEarliest(setting: Setting, options: KeptSearch): KeptResult | null {
  const { translation, planned, base } = setting;
  return keptEarliest(translation, base, planned, options, dutiesOf(base));
}

/** The promises of duties and prerequisites; whatever else was promised may slip. */
export function dutiesOf(base: Plan): Dues {
  const promises = promisesOf(base);
  return (project) => (isProtected(project) ? promises(project) : []);
}

/**
 * What a given start costs. One group keeps its promises as far as possible, the other slips; then as little as
 * possible moves against the base plan. The lateness found is an upper bound; `lateWeeksAtLeast` is proven.
 *
 * @param startWeek week in which the candidate is made to start
 */
export function tradeOffAt(
  setting: Setting,
  startWeek: number,
  kind: 'protectDuties' | 'protectDecided',
  options: SearchOptions,
): TradeOff | null {
  const { translation, planned, base } = setting;
  const { shielded, others } = groups(setting, kind);
  const forced = { setting, startWeek, shielded, others };
  const found = shieldedPlan(forced, options) ?? anyPlan(forced, options);
  if (!found) return null;
  const { plan } = found;
  const span = spanOf(planned, plan);
  const displaced = displacedProjects(setting, plan, promisesOf(base));
  return {
    kind,
    start: mondayOfWeek(translation.weeks, span.start),
    finish: fridayBeforeWeek(translation.weeks, span.end),
    dropped: [],
    displaced,
    lateWeeks: found.late,
    lateWeeksAtLeast: found.atLeast,
    dutiesMissed: displaced
      .filter((entry) => entry.commitmentClass === 'mandatory' && entry.lateWeeks > 0)
      .map((entry) => entry.project),
    quality: found.proven ? 'proven' : 'bestFound',
  };
}

/** A start that the candidate is made to take, whose promises are kept, and whose may slip. */
interface Forced {
  setting: Setting;
  startWeek: number;
  shielded: PlannedProject[];
  others: PlannedProject[];
}

interface ForcedPlan {
  plan: Plan;
  late: number;
  atLeast: number;
  proven: boolean;
}

/** A plan in which the shielded keep every promise, the others as far as it goes; null if none was found. */
function shieldedPlan(forced: Forced, { limit, cancelled }: SearchOptions): ForcedPlan | null {
  const { setting, startWeek, shielded, others } = forced;
  const { translation, planned, base } = setting;
  const promises = promisesOf(base);
  const input = strictInput(translation, planned, (project) => (shielded.includes(project) ? promises(project) : []));
  const activities = startingIn(startWeek, planned, input.activities);
  const problem = makeProblem({ ...input, activities, levels: [lateness(others, promises)] });
  const { iterations = 0 } = limit;
  const found = leastLate(problem, { guide: base, iterations, ...(cancelled ? { cancelled } : {}) });
  if (!found) return null;
  return { plan: found.plan, late: found.lateness, atLeast: found.bound, proven: found.lateness === found.bound };
}

/** A plan in which the shielded may be late too, though as little as possible. */
function anyPlan(forced: Forced, options: SearchOptions): ForcedPlan | null {
  const { setting, startWeek, shielded, others } = forced;
  const { translation, planned, base } = setting;
  const promises = promisesOf(base);
  const activities = startingIn(startWeek, planned, translation.input.activities);
  const levels = [lateness(shielded, promises), lateness(others, promises), movement(setting)];
  const result = solve(makeProblem({ ...translation.input, activities, levels }), { ...options, warmStart: base });
  if (!result.plan) return null;
  const [first = 0, second = 0] = result.values;
  return {
    plan: result.plan,
    late: first + second,
    atLeast: (result.bounds[0] ?? 0) + (result.proven[0] === true ? (result.bounds[1] ?? 0) : 0),
    proven: result.proven[0] === true && result.proven[1] === true,
  };
}

function startingIn(week: number, { blocks }: PlannedProject, activities: ProblemInput['activities']) {
  return activities.map((activity, a) =>
    a === blocks[0]?.activity ? { ...activity, frozen: { start: week, mode: 0 } } : activity,
  );
}

function groups(setting: Setting, kind: 'protectDuties' | 'protectDecided') {
  const rest = setting.translation.projects.filter((project) => project !== setting.planned);
  const duties = rest.filter(isProtected);
  const decided = rest.filter((project) => !isProtected(project));
  return kind === 'protectDuties' ? { shielded: duties, others: decided } : { shielded: decided, others: duties };
}

function movement({ translation, planned, base }: Setting) {
  const terms = translation.blocks
    .filter(({ activity, project }) => project !== planned.project && (base.start[activity] ?? -1) >= 0)
    .map(({ activity }) => ({ activity, start: base.start[activity] ?? 0, weight: 1 }));
  return { kind: 'movement' as const, terms };
}

/** Projects that end after a promise, or that have none and end later than in the base plan; the latest first. */
export function displacedProjects(setting: Setting, plan: Plan, promises: Dues): DisplacedProject[] {
  const { translation, planned, base } = setting;
  return translation.projects
    .filter((project) => project !== planned)
    .flatMap((project) => displacedProject(setting, project, plan, base, promises))
    .toSorted((a, b) => b.lateWeeks - a.lateWeeks || b.movedWeeks - a.movedWeeks || (a.project < b.project ? -1 : 1));
}

function displacedProject(
  { translation }: Setting,
  project: PlannedProject,
  plan: Plan,
  base: Plan,
  promises: Dues,
): DisplacedProject[] {
  const before = spanOf(project, base);
  const after = spanOf(project, plan);
  const late = promises(project).map((due) => ({ ...due, weeks: Math.max(0, after.end - due.week) }));
  const lateWeeks = Math.max(0, ...late.map((due) => due.weeks));
  const movedWeeks = after.end - before.end;
  if (lateWeeks === 0 && (project.dueWeeks.length > 0 || movedWeeks <= 0)) return [];
  return [
    {
      project: project.project.id,
      commitmentClass: project.project.commitmentClass,
      movedWeeks,
      finish: fridayBeforeWeek(translation.weeks, after.end),
      previousFinish: fridayBeforeWeek(translation.weeks, before.end),
      deadline: project.dueWeeks[0]?.on ?? null,
      lateWeeks,
      statutoryMissed: late.some((due) => due.statutory && due.weeks > 0),
    },
  ];
}
