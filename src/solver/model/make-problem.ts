import { checkInteger, checkIntegers, checkLength, checkRange, MAX_AMOUNT, MAX_MONEY } from './check.ts';
import { checkSums } from './check-sums.ts';
import { ProblemError } from './errors.ts';
import { makeActivities } from './make-activity.ts';
import { makeLevels } from './make-levels.ts';
import { makeSelection } from './make-selection.ts';
import type { Budget, Link, LinkInput, Problem, ProblemInput, Reservoir, ReservoirInput, Resource } from './problem.ts';

/** Longest horizon, in periods. Weekly planning needs some hundreds; PSPLIB's sum of durations some thousands. */
export const MAX_HORIZON = 100_000;
/** Most cells of the resource table (resources times periods), 128 MB of loads. */
const MAX_CELLS = 2 ** 25;
const MAX_ACTIVITIES = 100_000;
const MAX_LINKS = 1_000_000;

/**
 * Checks the input completely and returns the problem the engine works on.
 * @throws {ProblemError} with a code of its own for every kind of refusal
 */
export function makeProblem(input: ProblemInput): Problem {
  const horizon = checkInteger(input.horizon, 1, MAX_HORIZON, 'horizon', 'horizon');
  const resources = input.resources ?? [];
  if (resources.length * horizon > MAX_CELLS) {
    throw new ProblemError(
      'size',
      'resources',
      `at most ${MAX_CELLS} resource periods, got ${resources.length * horizon}`,
    );
  }
  if (input.activities.length > MAX_ACTIVITIES) {
    throw new ProblemError('size', 'activities', `at most ${MAX_ACTIVITIES}, got ${input.activities.length}`);
  }
  const links = input.links ?? [];
  if (links.length > MAX_LINKS) throw new ProblemError('size', 'links', `at most ${MAX_LINKS}, got ${links.length}`);
  const budgets = input.budgets ?? [];
  const reservoirs = input.reservoirs ?? [];
  if (reservoirs.length * horizon > MAX_CELLS) {
    throw new ProblemError('size', 'reservoirs', `at most ${MAX_CELLS} periods, got ${reservoirs.length * horizon}`);
  }
  const frame = { horizon, resources: resources.length, budgets: budgets.length, reservoirs: reservoirs.length };
  const activities = makeActivities(input.activities, frame);
  const data = {
    horizon,
    resources: resources.map((resource, i) => makeResource(resource.capacity, horizon, `resources[${i}]`)),
    budgets: budgets.map((budget, i) => makeBudget(budget, horizon, `budgets[${i}]`)),
    reservoirs: reservoirs.map((reservoir, i) => makeReservoir(reservoir, `reservoirs[${i}]`)),
    activities,
    links: links.map((link, i) => makeLink(link, activities.length, horizon, `links[${i}]`)),
    ...makeSelection(input),
    levels: makeLevels(input.levels, activities.length, horizon),
  };
  checkSums(data);
  // The brand exists for the type checker only; this is the one place that grants it.
  return data as unknown as Problem;
}

function makeResource(capacity: ArrayLike<number>, horizon: number, path: string): Resource {
  checkLength(capacity, horizon, 'capacity-length', `${path}.capacity`);
  checkRange(capacity, 0, MAX_AMOUNT, 'capacity-value', `${path}.capacity`);
  return { capacity: new Int32Array(capacity) };
}

function makeBudget(input: NonNullable<ProblemInput['budgets']>[number], horizon: number, path: string): Budget {
  const bucketEnds = checkIntegers(input.bucketEnds, 1, horizon, 'bucket-ends', `${path}.bucketEnds`);
  bucketEnds.forEach((end, i) => {
    if (i > 0 && end <= (bucketEnds[i - 1] ?? 0)) {
      throw new ProblemError('bucket-ends', `${path}.bucketEnds[${i}]`, 'bucket ends must rise strictly');
    }
  });
  if (bucketEnds.at(-1) !== horizon) {
    throw new ProblemError('bucket-ends', `${path}.bucketEnds`, `the last bucket must end at the horizon ${horizon}`);
  }
  checkLength(input.inflow, bucketEnds.length, 'inflow-length', `${path}.inflow`);
  const inflow = checkIntegers(input.inflow, -MAX_MONEY, MAX_MONEY, 'inflow-value', `${path}.inflow`);
  const carryOverPermille = checkInteger(
    input.carryOverPermille ?? 1000,
    0,
    1000,
    'carry-over',
    `${path}.carryOverPermille`,
  );
  const counts = input.counts ?? 'payments';
  if (counts !== 'payments' && counts !== 'commitments') {
    const got = String(counts satisfies never);
    throw new ProblemError('budget-counts', `${path}.counts`, `expected payments or commitments, got ${got}`);
  }
  return { bucketEnds, inflow, carryOverPermille, counts };
}

function makeReservoir(input: ReservoirInput, path: string): Reservoir {
  const initial = checkInteger(input.initial ?? 0, 0, MAX_AMOUNT, 'reservoir-initial', `${path}.initial`);
  const maximum =
    input.maximum === undefined
      ? null
      : checkInteger(input.maximum, 0, MAX_AMOUNT, 'reservoir-maximum', `${path}.maximum`);
  if (maximum !== null && initial > maximum) {
    throw new ProblemError('reservoir-initial', `${path}.initial`, `must not be above the maximum ${maximum}`);
  }
  return { initial, maximum };
}

const linkTypes: readonly string[] = ['FS', 'SS', 'FF', 'SF'];

function makeLink(input: LinkInput, activities: number, horizon: number, path: string): Link {
  const from = checkInteger(input.from, 0, activities - 1, 'link-activity', `${path}.from`);
  const to = checkInteger(input.to, 0, activities - 1, 'link-activity', `${path}.to`);
  if (from === to) throw new ProblemError('link-self', path, 'an activity cannot be linked to itself');
  const type = input.type ?? 'FS';
  if (!linkTypes.includes(type)) throw new ProblemError('link-type', `${path}.type`, `unknown type ${String(type)}`);
  const lag = checkInteger(input.lag ?? 0, -horizon, horizon, 'link-lag', `${path}.lag`);
  const maxLag =
    input.maxLag === undefined ? null : checkInteger(input.maxLag, -horizon, horizon, 'link-max-lag', `${path}.maxLag`);
  if (maxLag !== null && maxLag < lag) {
    throw new ProblemError('link-max-lag', `${path}.maxLag`, `must not be below the lag ${lag}, got ${maxLag}`);
  }
  return { from, to, type, lag, maxLag };
}
