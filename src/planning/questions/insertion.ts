import type { Plan } from '../../solver/index.ts';
import type { PlannedProject } from '../translation/planned.ts';
import type { Translation } from '../translation/translate.ts';
import {
  type Bounds,
  boundsFor,
  copySpent,
  demandAt,
  type Residual,
  residualOf,
  shortfalls,
  spend,
} from './residual.ts';

/** Where a project fits into a plan of which nothing moves. */
export interface Insertion {
  mode: number;
  /** Start week per block of the project. */
  starts: readonly number[];
  start: number;
  /** Exclusive end week. */
  end: number;
}

/**
 * Frozen-plan insertion: the earliest finish of a project while the plan stays exactly as it is.
 *
 * Exact, not a heuristic: the blocks of a project follow one another, so they never compete for capacity, and a block
 * that is placed earlier leaves at least as much money for the blocks after it (unspent money can only lapse). A block
 * binds money of later years only if it runs beyond the year in which it begins, so the next one begins in a later year
 * and asks for another authorisation: blocks never compete for one. So the
 * first week in which each block fits, taken in order, gives the earliest finish of a delivery mode, and the best mode
 * is found by trying each. Null when the project fits nowhere within the horizon.
 *
 * @param residual what the plan leaves free, where that is known already or asked to be otherwise
 */
export function insertFrozen(
  translation: Translation,
  plan: Plan,
  project: PlannedProject,
  residual: Residual = residualOf(translation, plan),
): Insertion | null {
  const bounds = boundsFor(translation, plan, project);
  let best: Insertion | null = null;
  for (let mode = 0; mode < project.project.modes.length; mode++) {
    const found = insertInMode(translation, residual, bounds, project, mode);
    if (found && (!best || found.end < best.end)) best = found;
  }
  return best;
}

function insertInMode(
  translation: Translation,
  residual: Residual,
  bounds: Bounds,
  project: PlannedProject,
  mode: number,
): Insertion | null {
  let spent: readonly (readonly number[])[] = residual.spent;
  let earliest = bounds.start;
  const starts: number[] = [];
  for (const [i, block] of project.blocks.entries()) {
    const weeks = block.profiles[mode]?.weeks ?? 0;
    const from = i === project.blocks.length - 1 ? Math.max(earliest, bounds.end - weeks) : earliest;
    const placed = firstFit(translation, residual, spent, block.activity, mode, from);
    if (!placed) return null;
    spent = placed.spent;
    starts.push(placed.start);
    earliest = placed.start + weeks;
  }
  return { mode, starts, start: starts[0] ?? earliest, end: earliest };
}

function firstFit(
  translation: Translation,
  residual: Residual,
  spent: readonly (readonly number[])[],
  activity: number,
  mode: number,
  from: number,
): { start: number; spent: number[][] } | null {
  const work = translation.input.activities[activity]?.modes[mode];
  const weeks = work?.duration ?? 0;
  const demands = work?.demands ?? [];
  for (let start = from; start + weeks <= translation.horizon; start++) {
    const blocked = lastBlockedStart(residual, demands, weeks, start);
    if (blocked >= start) {
      start = blocked;
      continue;
    }
    const trial = copySpent(spent);
    spend(translation, trial, activity, mode, start);
    if (trial.every((row, budget) => shortfalls(translation, budget, row).every((cents) => cents === 0))) {
      return { start, spent: trial };
    }
  }
  return null;
}

type Demands = NonNullable<Translation['input']['activities'][number]['modes'][number]['demands']>;

/**
 * The last start from `start` on of which it is certain that capacity does not suffice; `start - 1` if it suffices at `start`. What needs
 * the same in each week and finds too little in one of them finds too little as long as it runs in that week.
 */
function lastBlockedStart({ free }: Residual, demands: Demands, weeks: number, start: number): number {
  let blocked = start - 1;
  for (const demand of demands) {
    const left = free[demand.resource];
    const isEven = !('profile' in demand);
    for (let week = weeks - 1; week >= 0 && start + week > blocked; week--) {
      if ((left?.[start + week] ?? 0) >= demandAt(demand, week)) continue;
      blocked = isEven ? start + week : Math.max(blocked, start);
      break;
    }
  }
  return blocked;
}
