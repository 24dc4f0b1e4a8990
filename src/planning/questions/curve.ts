import { type Agenda, mondayOfWeek, type Project } from '../../agenda/index.ts';
import type { ExtraCapacity } from '../answer.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import type { PlannedProject } from '../translation/planned.ts';
import type { Translation } from '../translation/translate.ts';
import { type Setting, settingFor, settingOn } from './candidate.ts';
import { extraAt, monthsOf } from './extra-capacity.ts';
import type { Curve, CurvePoint } from './question-schemas.ts';
import { boundsFor, demandAt, type Residual, residualOf, stretched } from './residual.ts';
import { standingPlan } from './standing-plan.ts';
import { untouchedPlacement } from './untouched.ts';

/**
 * The whole curve from deadline to extra capacity with the plan frozen: for every finish week the least extra work, as
 * long as a later finish needs less of it.
 *
 * Exact in work: the blocks of a project follow one another, so they never compete with each other, and the least sum
 * of missing person-days over all starts and waits is found block by block for each delivery mode (dynamic programme
 * over block and finish week). Then the money that is missing for these dates is added: exact for these dates, but other
 * dates with the same work might need less. Months are filled evenly, to the largest weekly gap of the month, so that
 * the teams' figures are sufficient and may exceed the least sum.
 *
 * @throws CandidateError when the candidate cannot be dated
 */
export function capacityCurve(agenda: Agenda, candidate: Project, options: SearchOptions): Curve {
  const setting = settingFor(agenda, candidate, options);
  return curveOf(setting, residualOf(setting.translation, setting.base));
}

/** The same for many candidates of one agenda: what does not depend on the candidate is done once. */
export function prepareCurve(agenda: Agenda): (candidate: Project, options: SearchOptions) => Curve {
  const standing = standingPlan(agenda);
  return (candidate, options) => {
    const setting = standing && settingOn(standing, candidate);
    if (!setting) return capacityCurve(agenda, candidate, options);
    return curveOf(setting, stretched(standing.residual, setting.translation));
  };
}

function curveOf(setting: Setting, residual: Residual): Curve {
  const { translation, planned, candidate, askedWeek } = setting;
  const monthIn = monthsOf(translation);
  const point = (dates: Dates) => pointOf(planned, dates, extraAt(translation, residual, planned, dates, monthIn));
  return {
    candidate: candidate.id,
    askedStart: mondayOfWeek(translation.weeks, askedWeek),
    untouched: untouchedPlacement(setting, residual),
    points: dominating(cheapestDates(setting, residual).map(point)),
  };
}

/** Starts of the blocks of a project in one delivery mode. */
interface Dates {
  mode: number;
  starts: readonly number[];
}

function pointOf(planned: PlannedProject, { mode }: Dates, extra: ExtraCapacity): CurvePoint {
  return {
    ...extra,
    mode: planned.project.modes[mode]?.id ?? '',
    tenths: extra.teams.reduce((sum, team) => sum + team.tenths, 0),
    cents: extra.money.reduce((sum, line) => sum + line.cents, 0),
  };
}

/** Money of later years that must be allowed to be bound in addition. */
function boundOf({ authorisations = [] }: CurvePoint): number {
  return authorisations.reduce((sum, { cents }) => sum + cents, 0);
}

/** Leaves out what ends later without needing less work, less money or a smaller authorisation. */
function dominating(points: readonly CurvePoint[]): CurvePoint[] {
  const kept: CurvePoint[] = [];
  for (const point of points) {
    const better = kept.some(
      (one) => one.tenths <= point.tenths && one.cents <= point.cents && boundOf(one) <= boundOf(point),
    );
    if (!better) kept.push(point);
  }
  return kept;
}

/** For each finish week from the earliest possible one the dates that need the least extra work, until none is needed. */
function cheapestDates({ translation, planned, base, askedWeek }: Setting, residual: Residual): Dates[] {
  const bounds = boundsFor(translation, base, planned);
  const from = Math.max(askedWeek, bounds.start);
  const tables = planned.project.modes.map((_, mode) => leastByFinish(translation, residual, planned, mode, from));
  const dates: Dates[] = [];
  const earliest = Math.max(bounds.end, Math.min(...tables.map((table) => table.earliest)));
  for (let end = earliest; end <= translation.horizon; end++) {
    let best: { mode: number; units: number } | null = null;
    tables.forEach((table, mode) => {
      const units = table.least.at(-1)?.[end] ?? Number.POSITIVE_INFINITY;
      if (units < (best?.units ?? Number.POSITIVE_INFINITY)) best = { mode, units };
    });
    const found = best as { mode: number; units: number } | null;
    if (found === null) continue;
    dates.push({ mode: found.mode, starts: startsOf(tables[found.mode], planned, found.mode, end) });
    // Money may still be missing in a week in which nobody is: go on for two years at most.
    if (found.units === 0 && end > earliest + 104) break;
  }
  return dates;
}

/** least[block][end]: least missing units when the block ends in that week or earlier; choice: the end that it takes. */
interface Table {
  earliest: number;
  least: Float64Array[];
  choice: Int32Array[];
}

function leastByFinish(
  translation: Translation,
  residual: Residual,
  planned: PlannedProject,
  mode: number,
  from: number,
): Table {
  const { horizon } = translation;
  const least: Float64Array[] = [];
  const choice: Int32Array[] = [];
  let before = new Float64Array(horizon + 1).fill(0, from);
  before.fill(Number.POSITIVE_INFINITY, 0, from);
  let earliest = from;
  for (const { activity, profiles } of planned.blocks) {
    const weeks = profiles[mode]?.weeks ?? 0;
    const row = new Float64Array(horizon + 1).fill(Number.POSITIVE_INFINITY);
    const taken = new Int32Array(horizon + 1).fill(-1);
    earliest += weeks;
    for (let end = earliest; end <= horizon; end++) {
      const units = (before[end - weeks] ?? 0) + missing(translation, residual, activity, mode, end - weeks);
      const waits = (row[end - 1] ?? Number.POSITIVE_INFINITY) <= units;
      row[end] = waits ? (row[end - 1] ?? 0) : units;
      taken[end] = waits ? (taken[end - 1] ?? -1) : end;
    }
    least.push(row);
    choice.push(taken);
    before = row;
  }
  return { earliest, least, choice };
}

/** Units missing when a block starts in this week. */
function missing(translation: Translation, { free }: Residual, activity: number, mode: number, start: number): number {
  const work = translation.input.activities[activity]?.modes[mode];
  let sum = 0;
  for (const demand of work?.demands ?? []) {
    const series = free[demand.resource];
    for (let week = 0; week < (work?.duration ?? 0); week++) {
      const gap = demandAt(demand, week) - Math.max(0, series?.[start + week] ?? 0);
      if (gap <= 0) continue;
      // An offer of a partner cannot be bought earlier than it exists.
      if (demand.resource >= translation.capacity.length) return Number.POSITIVE_INFINITY;
      sum += gap;
    }
  }
  return sum;
}

function startsOf(table: Table | undefined, planned: PlannedProject, mode: number, end: number): number[] {
  const starts: number[] = [];
  let until = end;
  for (let i = planned.blocks.length - 1; i >= 0; i--) {
    const taken = table?.choice[i]?.[until] ?? until;
    until = taken - (planned.blocks[i]?.profiles[mode]?.weeks ?? 0);
    starts.unshift(until);
  }
  return starts;
}
