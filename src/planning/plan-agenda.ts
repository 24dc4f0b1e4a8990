import { type Agenda, approvedPlan, type PlanQuality, type PlanVersion } from '../agenda/index.ts';
import {
  type InfeasibleReason,
  type Limit,
  makeProblem,
  type Plan,
  type Problem,
  type Progress,
  type Result,
  type SolveOptions,
  solve,
  validatePlan,
} from '../solver/index.ts';
import type { Quality } from './answer.ts';
import { ENGINE_VERSION } from './engine.ts';
import { type Meeting, partnerOf } from './meeting.ts';
import { type AimView, aimView } from './plans/aim-view.ts';
import { droppedProjects, filledIn } from './plans/dropped.ts';
import { planFigures } from './plans/figures.ts';
import { type Holds, heldPlan, withHolds } from './plans/holds.ts';
import { type Aim, planAims, planLevels, stayAims } from './translation/levels.ts';
import { toPhases } from './translation/schedule.ts';
import { type Translation, translate } from './translation/translate.ts';

/** How long a question may search, and how it reports. Only `limit.iterations` makes a run repeatable to the byte. */
export interface SearchOptions {
  seed: number;
  limit: Limit;
  /** Milliseconds on a steady clock; needed with `limit.milliseconds`. */
  now?: () => number;
  onProgress?: (progress: Progress) => void;
  cancelled?: () => boolean;
}

export interface PlanOptions extends SearchOptions {
  /** The plan whose pins and frozen months hold; without it nothing but the agenda does. */
  present?: Holds;
  /**
   * `anew` (the default) plans everything as well as it can; `stay` moves as little of `present` as the agenda, the
   * pins and the deadlines that it keeps ask for.
   */
  way?: 'anew' | 'stay';
  /** Day of the plan; without it the agenda's status date or the start of planning. */
  on?: string;
  /** Whether to look, after the search, for a certificate of how good each aim can be at best. */
  prove?: boolean;
  /** Given if another thread looks for the same plan; both get the same other options. */
  meeting?: Meeting;
}

/** A plan of the whole agenda, and how good it is. */
export interface PlanResult {
  /** Null when no plan was found; `infeasible` then says why if that is certain. */
  plan: PlanVersion | null;
  /** Per aim, see `aims`: weeks late in sum over statutory deadlines, over promised ones, and so on. */
  values: readonly number[];
  bounds: readonly number[];
  /** The same by name, with the gap and how it is known; empty without a plan. */
  aims: readonly AimView[];
  quality: Quality;
  iterations: number;
  /** False when a limit or the caller ended the search, or the caller the proof after it. */
  complete: boolean;
  undated: readonly string[];
  infeasible: InfeasibleReason | null;
}

/**
 * Plans the whole agenda against its capacity and money: legal deadlines first, then promised ones, then (if asked)
 * as little movement as possible, then everything as early as possible, duties before options; what may be left out
 * where there is room (see `translation/levels`). Starts from the present
 * plan, else from the approved one. Every plan is checked by the validator, which shares no code with the search.
 */
export function planAgenda(agenda: Agenda, options: PlanOptions): PlanResult {
  const { present, way = 'anew', on: _, prove = false, meeting, ...alone } = options;
  const search = meeting ? { ...alone, ...together(meeting, alone) } : alone;
  const began = search.now?.() ?? 0;
  const free = translate(agenda);
  if (search.cancelled?.()) return cancelledAt(free);
  const translation = present ? withHolds(free, present) : free;
  const base = present ?? approvedPlan(agenda);
  const start = base ? heldPlan(translation, base) : null;
  const aims = way === 'stay' && start !== null ? stayAims(translation, start) : planAims(translation);
  const { result, plan } = solveChecked(translation, aims, {
    ...search,
    limit: leftOf(search, began),
    ...(start ? { warmStart: start } : {}),
    ...(prove && meeting?.side !== 1 ? { priceSteps: priceSteps(translation, search.limit) } : {}),
  });
  // All steps may be done while the proof is ended: then less is known than would have been.
  const complete = result.status === 'complete' || (result.stoppedBy === 'iterations' && search.cancelled?.() !== true);
  const quality = qualityOf(result, aims, complete);
  return {
    plan: plan && planVersion(agenda, translation, plan, options, quality),
    values: result.values,
    bounds: result.bounds,
    aims: plan ? quality.aims.map(aimView) : [],
    quality: result.proven.length > 0 && result.proven.every(Boolean) ? 'proven' : 'bestFound',
    iterations: result.iterations,
    complete,
    undated: translation.undated,
    infeasible: result.reason,
  };
}

/** What is known where nothing was searched. */
function cancelledAt({ undated }: Translation): PlanResult {
  const nothing = { plan: null, values: [], bounds: [], aims: [], iterations: 0, infeasible: null };
  return { ...nothing, quality: 'bestFound', complete: false, undated };
}

/** Checking the plan and writing its dates takes so many times what the translation took. */
const WAY_BACK = 2;

/** The limit less the time that went into the translation, and what the way back will take. */
function leftOf({ limit, now }: SearchOptions, began: number): Limit {
  if (limit.milliseconds === undefined || now === undefined) return limit;
  return { ...limit, milliseconds: Math.max(0, limit.milliseconds - (1 + WAY_BACK) * (now() - began)) };
}

/** The helper goes its own way by another seed, and when time is the limit it ends with the one that it helps. */
function together(meeting: Meeting, { seed, limit, cancelled }: SearchOptions): Partial<SolveOptions> {
  const partner = partnerOf(meeting);
  if (meeting.side === 0) return { partner };
  const done = () => cancelled?.() === true || (limit.milliseconds !== undefined && partner.alone);
  return { partner, seed: seed + 1, cancelled: done };
}

/** After so many steps prices hardly get better. */
const MOST_PRICE_STEPS = 400;
/** A step costs the more the more phases there are: some seconds in sum, whatever the size. */
const PRICE_STEPS_TIMES_BLOCKS = 300_000;

/** In less time than this there is none for prices and their check. */
const LEAST_MILLISECONDS = 1000;

/** A limit in time ends the search for prices by itself. */
function priceSteps({ blocks }: Translation, { milliseconds }: Limit): number {
  if (milliseconds !== undefined) return milliseconds < LEAST_MILLISECONDS ? 0 : 10 * MOST_PRICE_STEPS;
  return Math.min(MOST_PRICE_STEPS, Math.ceil(PRICE_STEPS_TIMES_BLOCKS / Math.max(1, blocks.length)));
}

/** The engine's problem behind `planAgenda` without a present plan, for measurements beside other solvers. */
export function planProblem(agenda: Agenda): Problem {
  const translation = translate(agenda);
  return makeProblem({ ...translation.input, levels: planLevels(translation) });
}

function solveChecked(
  translation: Translation,
  aims: readonly Aim[],
  options: SolveOptions,
): { result: Result; plan: Plan | null } {
  const problem = makeProblem({ ...translation.input, levels: aims.map(({ level }) => level) });
  const result = filledIn(translation, problem, solve(problem, options));
  const [violation] = result.plan ? validatePlan(problem, result.plan) : [];
  if (violation) throw new Error(`planAgenda: the engine found a plan that is none: ${JSON.stringify(violation)}`);
  return { result, plan: result.plan };
}

function planVersion(
  agenda: Agenda,
  translation: Translation,
  plan: Plan,
  { present, seed, on }: PlanOptions,
  quality: PlanQuality,
): PlanVersion {
  const phases = toPhases(translation, plan);
  const dropped = droppedProjects(agenda, translation, plan);
  const pins = present?.pins?.filter(({ project }) => translation.byProject.has(project)) ?? [];
  return {
    id: 'working',
    name: 'Arbeitsplan',
    status: 'working',
    on: on ?? agenda.statusDate ?? agenda.planStart,
    engineVersion: ENGINE_VERSION,
    seed,
    quality,
    ...(pins.length > 0 ? { pins } : {}),
    ...(present?.frozenUntil ? { frozenUntil: present.frozenUntil } : {}),
    figures: planFigures(agenda, { phases, dropped }),
    phases,
    ...(dropped.length > 0 ? { dropped } : {}),
  };
}

function qualityOf(result: Result, meant: readonly Aim[], complete: boolean): PlanQuality {
  const aims = meant.map(({ kind }, i) => ({
    kind,
    value: result.values[i] ?? 0,
    bound: result.bounds[i] ?? 0,
    proven: result.proven[i] ?? false,
    basis: result.bases[i] ?? 'argument',
  }));
  return { aims, iterations: result.iterations, complete };
}

/** The plan that dates rest on: the approved one, else the last working plan that is kept with the agenda. */
export function basePlan(agenda: Agenda): PlanVersion | undefined {
  return approvedPlan(agenda) ?? agenda.plans.filter((plan) => plan.status === 'working').at(-1);
}
