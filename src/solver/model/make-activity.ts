import { checkInteger, checkIntegers, checkLength, MAX_AMOUNT, MAX_MONEY } from './check.ts';
import { ProblemError } from './errors.ts';
import type { Activity, ActivityInput, Change, Cost, Demand, Mode, ModeInput } from './problem.ts';

/** What an activity may refer to. */
export interface Frame {
  readonly horizon: number;
  readonly resources: number;
  readonly budgets: number;
  readonly reservoirs: number;
}

/** Modes that were checked, with what they may refer to; inputs never change. Questions about one agenda share most of them. */
const checked = new WeakMap<readonly ModeInput[], { readonly frame: Frame; readonly modes: readonly Mode[] }>();

/** Checks the activities and what holds between those of one mode group. */
export function makeActivities(inputs: readonly ActivityInput[], frame: Frame): Activity[] {
  const namedGroups = inputs.reduce((most, input) => Math.max(most, (input.group ?? -1) + 1), 0);
  const activities = inputs.map((input, i) => makeActivity(input, namedGroups + i, frame, `activities[${i}]`));
  checkModeGroups(activities);
  return activities;
}

function makeActivity(input: ActivityInput, ownGroup: number, frame: Frame, path: string): Activity {
  const { horizon } = frame;
  if (input.modes.length === 0)
    throw new ProblemError('no-modes', `${path}.modes`, 'an activity needs at least one mode');
  const modes = makeModes(input.modes, frame, path);
  const release = checkInteger(input.release ?? 0, 0, horizon, 'release', `${path}.release`);
  const deadline = checkInteger(input.deadline ?? horizon, 0, horizon, 'deadline', `${path}.deadline`);
  const modeGroup =
    input.modeGroup === undefined
      ? null
      : checkInteger(input.modeGroup, 0, Number.MAX_SAFE_INTEGER, 'mode-group', `${path}.modeGroup`);
  const group = checkInteger(input.group ?? ownGroup, 0, 2 ** 31 - 1, 'group', `${path}.group`);
  return { modes, release, deadline, frozen: makeFrozen(input, modes, horizon, path), modeGroup, group };
}

function makeModes(inputs: readonly ModeInput[], frame: Frame, path: string): readonly Mode[] {
  const known = checked.get(inputs);
  if (known && holdsIn(frame, known.frame) && known.modes.every(({ duration }) => duration <= frame.horizon)) {
    return known.modes;
  }
  const modes = inputs.map((mode, m) => makeMode(mode, frame, `${path}.modes[${m}]`));
  checked.set(inputs, { frame, modes });
  return modes;
}

function holdsIn(frame: Frame, before: Frame): boolean {
  const { resources, budgets, reservoirs } = frame;
  return resources === before.resources && budgets === before.budgets && reservoirs === before.reservoirs;
}

function makeFrozen(input: ActivityInput, modes: readonly Mode[], horizon: number, path: string): Activity['frozen'] {
  if (input.frozen === undefined) return null;
  const mode = checkInteger(input.frozen.mode, 0, modes.length - 1, 'frozen-mode', `${path}.frozen.mode`);
  const latest = horizon - (modes[mode]?.duration ?? 0);
  const start = checkInteger(input.frozen.start, 0, latest, 'frozen-start', `${path}.frozen.start`);
  return { start, mode };
}

function makeMode(input: ModeInput, frame: Frame, path: string): Mode {
  const duration = checkInteger(input.duration, 0, frame.horizon, 'duration', `${path}.duration`);
  const seen = new Set<number>();
  const demands = (input.demands ?? []).map((demand, i) => {
    const checked = makeDemand(demand, duration, frame.resources, `${path}.demands[${i}]`);
    if (seen.has(checked.resource)) {
      throw new ProblemError('demand-twice', `${path}.demands[${i}]`, `resource ${checked.resource} is named twice`);
    }
    seen.add(checked.resource);
    return checked;
  });
  const costs = (input.costs ?? []).map((cost, i) => makeCost(cost, duration, frame.budgets, `${path}.costs[${i}]`));
  const changes = (input.changes ?? []).map((change, i) =>
    makeChange(change, frame.reservoirs, `${path}.changes[${i}]`),
  );
  return { duration, demands, costs, changes };
}

function makeDemand(input: Demand, duration: number, resources: number, path: string): Demand {
  const resource = checkInteger(input.resource, 0, resources - 1, 'demand-resource', `${path}.resource`);
  if (!('profile' in input)) {
    return { resource, amount: checkInteger(input.amount, 0, MAX_AMOUNT, 'demand-amount', `${path}.amount`) };
  }
  checkLength(input.profile, duration, 'demand-profile-length', `${path}.profile`);
  return { resource, profile: checkIntegers(input.profile, 0, MAX_AMOUNT, 'demand-amount', `${path}.profile`) };
}

const spreads: readonly string[] = ['even', 'start', 'end'];

function makeCost(input: Cost, duration: number, budgets: number, path: string): Cost {
  const budget = checkInteger(input.budget, 0, budgets - 1, 'cost-budget', `${path}.budget`);
  if ('profile' in input) {
    checkLength(input.profile, duration, 'cost-profile-length', `${path}.profile`);
    const profile = checkIntegers(input.profile, 0, MAX_MONEY, 'cost-amount', `${path}.profile`);
    if (input.boundAt === undefined) return { budget, profile };
    return { budget, profile, boundAt: checkInteger(input.boundAt, 0, duration, 'cost-bound', `${path}.boundAt`) };
  }
  if (!spreads.includes(input.spread)) {
    throw new ProblemError('cost-spread', `${path}.spread`, `expected even, start or end, got ${String(input.spread)}`);
  }
  const amount = checkInteger(input.amount, 0, MAX_MONEY, 'cost-amount', `${path}.amount`);
  // An even spread multiplies the amount with the elapsed periods before it divides.
  if (amount * duration > Number.MAX_SAFE_INTEGER) {
    throw new ProblemError('overflow', `${path}.amount`, `${amount} over ${duration} periods cannot be spread exactly`);
  }
  return { budget, amount, spread: input.spread };
}

function makeChange(input: Change, reservoirs: number, path: string): Change {
  const reservoir = checkInteger(input.reservoir, 0, reservoirs - 1, 'change-reservoir', `${path}.reservoir`);
  if (input.at !== 'start' && input.at !== 'finish') {
    throw new ProblemError('change-moment', `${path}.at`, `expected start or finish, got ${String(input.at)}`);
  }
  return {
    reservoir,
    at: input.at,
    amount: checkInteger(input.amount, -MAX_AMOUNT, MAX_AMOUNT, 'change-amount', `${path}.amount`),
  };
}

/** One mode group shares one mode index: same number of modes, and what is frozen must agree. */
function checkModeGroups(activities: readonly Activity[]): void {
  const sizes = new Map<number, number>();
  const frozen = new Map<number, number>();
  activities.forEach((activity, i) => {
    if (activity.modeGroup === null) return;
    const path = `activities[${i}]`;
    const size = sizes.get(activity.modeGroup) ?? activity.modes.length;
    if (size !== activity.modes.length) {
      throw new ProblemError('mode-group-size', `${path}.modes`, `the mode group has ${size} modes elsewhere`);
    }
    sizes.set(activity.modeGroup, size);
    if (activity.frozen === null) return;
    const mode = frozen.get(activity.modeGroup) ?? activity.frozen.mode;
    if (mode !== activity.frozen.mode) {
      throw new ProblemError(
        'mode-group-frozen',
        `${path}.frozen.mode`,
        `the mode group is frozen in mode ${mode} elsewhere`,
      );
    }
    frozen.set(activity.modeGroup, mode);
  });
}
