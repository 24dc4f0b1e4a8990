import fc from 'fast-check';
import { makeProblem } from './model/make-problem.ts';
import type {
  ActivityInput,
  Change,
  Cost,
  Demand,
  LevelInput,
  LinkInput,
  ModeInput,
  Plan,
  Problem,
  ProblemInput,
} from './model/problem.ts';
import { validatePlan } from './validate/validate.ts';

/** Limits of the random problems that the property tests draw. */
export interface Shape {
  readonly activities: number;
  readonly horizon: number;
  readonly modes: number;
  readonly maxLags: boolean;
  /** Whether activities fill and draw from reservoirs. */
  readonly reservoirs?: boolean;
  /** Whether money of later buckets may be bound only as far as a second budget says. */
  readonly commitments?: boolean;
  /** Whether groups may be dropped, exclude or need each other. */
  readonly choice?: boolean;
  /** Whether levels are compared in steps. */
  readonly tolerance?: boolean;
  /** Only what the population search takes: links without surprises, one bucket, nothing frozen, the makespan alone. */
  readonly compact?: boolean;
}

/** Problems with everything the border can express: profiles, budgets, reservoirs, modes and mode groups, lags, windows, frozen activities. */
export function randomProblem(shape: Shape): fc.Arbitrary<Problem> {
  return fc.integer({ min: 1, max: shape.activities }).chain((count) =>
    fc
      .record({
        capacity: fc.array(fc.array(fc.integer({ min: 1, max: 5 }), exactly(shape.horizon)), {
          minLength: 1,
          maxLength: 2,
        }),
        activities: fc.array(activity(shape), exactly(count)),
        links: fc.array(link(shape, count), { maxLength: count > 1 ? count + 2 : 0 }),
        inflow: fc.array(fc.integer({ min: 0, max: 20 }), exactly(3)),
        carryOverPermille: fc.constantFrom(0, 500, 1000),
        authorised: shape.commitments ? fc.option(fc.array(fc.nat(6), exactly(3)), { freq: 2 }) : fc.constant(null),
        stock: fc.record({ initial: fc.nat(4), maximum: fc.integer({ min: 4, max: 9 }) }),
        choice: choice(),
        levels: fc.array(level(shape, count), { minLength: 1, maxLength: 3 }),
      })
      .map(({ capacity, activities, links, inflow, carryOverPermille, authorised, stock, levels, ...drawn }) => {
        const bucketEnds = [shape.horizon >> 2, shape.horizon >> 1, shape.horizon];
        const fitted = activities.map((input) => fitModes(input, capacity.length, shape.reservoirs === true));
        return makeProblem(
          simplify(shape, {
            horizon: shape.horizon,
            resources: capacity.map((units) => ({ capacity: units })),
            budgets: [
              { bucketEnds, inflow, carryOverPermille },
              ...(authorised
                ? [{ bucketEnds, inflow: authorised, carryOverPermille: 0, counts: 'commitments' as const }]
                : []),
            ],
            // One with a maximum, one without.
            ...(shape.reservoirs ? { reservoirs: [stock, { initial: stock.initial }] } : {}),
            activities: authorised ? fitted.map(withCommitments) : fitted,
            links: links.filter((item) => item.from !== item.to),
            ...(shape.choice ? fitChoice(drawn.choice, activities) : {}),
            levels,
          }),
        );
      }),
  );
}

/** Leaves out what a compact problem does not have. */
function simplify(shape: Shape, input: ProblemInput): ProblemInput {
  if (!shape.compact) return input;
  return {
    ...input,
    budgets: (input.budgets ?? []).map(({ inflow }) => ({
      bucketEnds: [shape.horizon],
      inflow: [Array.from(inflow).reduce((sum, money) => sum + money, 0)],
    })),
    activities: input.activities.map(({ modes, release }) => ({
      modes: modes.map((item) => ({ ...item, demands: (item.demands ?? []).filter((one) => 'amount' in one) })),
      ...(release === undefined ? {} : { release }),
    })),
    links: (input.links ?? []).map(({ from, to, lag }) => ({ from, to, lag: Math.max(0, lag ?? 0) })),
    levels: [{ kind: 'makespan' }],
  };
}

/** Every plan of a small problem, by trying all starts and modes; a plan is what the validator accepts. */
export function everyPlan(problem: Problem): Plan[] {
  const count = problem.activities.length;
  const optional = new Set(problem.optional);
  let partial: { start: number; mode: number }[][] = [[]];
  for (const { modes, group } of problem.activities) {
    const choices = modes.flatMap(({ duration }, mode) =>
      Array.from({ length: Math.max(0, problem.horizon - duration + 1) }, (_, start) => ({ start, mode })),
    );
    if (optional.has(group)) choices.push({ start: -1, mode: 0 });
    partial = partial.flatMap((plan) => choices.map((choice) => [...plan, choice]));
  }
  return partial
    .filter((plan) => plan.length === count)
    .map((plan) => ({
      start: Int32Array.from(plan, ({ start }) => start),
      mode: Int32Array.from(plan, ({ mode }) => mode),
    }))
    .filter((plan) => validatePlan(problem, plan).length === 0);
}

function exactly(length: number) {
  return { minLength: length, maxLength: length };
}

function activity(shape: Shape): fc.Arbitrary<ActivityInput> {
  return fc
    .record({
      modes: fc.array(mode(), { minLength: 1, maxLength: shape.modes }),
      release: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(shape.horizon >> 2) }),
      deadline: fc.oneof(
        { weight: 4, arbitrary: fc.constant(shape.horizon) },
        { weight: 1, arbitrary: fc.integer({ min: shape.horizon >> 1, max: shape.horizon }) },
      ),
      frozenAt: fc.oneof(
        { weight: 6, arbitrary: fc.constant(-1) },
        { weight: 1, arbitrary: fc.nat(shape.horizon >> 1) },
      ),
      grouped: fc.boolean(),
      group: fc.nat(GROUPS - 1),
    })
    .map(({ modes, release, deadline, frozenAt, grouped, group }) => ({
      modes,
      release,
      deadline,
      group,
      // One group per number of modes, so that sizes always agree; frozen members would have to agree too, so they stay out.
      ...(grouped && frozenAt < 0 ? { modeGroup: modes.length } : {}),
      ...(frozenAt >= 0 ? { frozen: { start: frozenAt, mode: 0 } } : {}),
    }));
}

function mode(): fc.Arbitrary<ModeInput> {
  return fc.integer({ min: 0, max: 4 }).chain((duration) =>
    fc.record({
      duration: fc.constant(duration),
      demands: fc.array(demand(duration), { maxLength: 2 }),
      costs: fc.array(cost(duration), { maxLength: 2 }),
      changes: fc.array(change(), { maxLength: 2 }),
    }),
  );
}

function demand(duration: number): fc.Arbitrary<Demand> {
  const resource = fc.nat(1);
  return fc.oneof(
    fc.record({ resource, amount: fc.nat(3) }),
    fc.record({ resource, profile: fc.array(fc.nat(3), exactly(duration)) }),
  );
}

function cost(duration: number): fc.Arbitrary<Cost> {
  const budget = fc.constant(0);
  return fc.oneof(
    fc.record({
      budget,
      amount: fc.nat(4),
      spread: fc.constantFrom('even' as const, 'start' as const, 'end' as const),
    }),
    fc.record({ budget, profile: fc.array(fc.nat(2), exactly(duration)) }),
  );
}

function change(): fc.Arbitrary<Change> {
  return fc.record({
    reservoir: fc.nat(1),
    at: fc.constantFrom('start' as const, 'finish' as const),
    amount: fc.integer({ min: -2, max: 3 }),
  });
}

function link(shape: Shape, count: number): fc.Arbitrary<LinkInput> {
  return fc
    .record({
      a: fc.nat(count - 1),
      b: fc.nat(count - 1),
      type: fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
      lag: fc.integer({ min: -3, max: 2 }),
      extra: fc.option(fc.nat(4), { freq: 3 }),
    })
    .map(({ a, b, type, lag, extra }) => ({
      from: Math.min(a, b),
      to: Math.max(a, b),
      type,
      lag,
      ...(shape.maxLags && extra !== null ? { maxLag: lag + extra } : {}),
    }));
}

type Choice = Required<Pick<ProblemInput, 'optional' | 'alternatives' | 'requirements'>>;

const GROUPS = 4;

/** What may hold between groups 0..GROUPS-1. */
function choice(): fc.Arbitrary<Choice> {
  const group = fc.nat(GROUPS - 1);
  return fc.record({
    optional: fc.uniqueArray(group, { minLength: 1 }),
    alternatives: fc.array(
      fc.record({ groups: fc.uniqueArray(group, { minLength: 2, maxLength: 3 }), exactlyOne: fc.boolean() }),
      { maxLength: 2 },
    ),
    requirements: fc.array(fc.record({ group, needs: group }), { maxLength: 2 }),
  });
}

/** Leaves out groups that this problem does not have, and lets nothing frozen be optional. */
function fitChoice(drawn: Choice, activities: readonly ActivityInput[]): Choice {
  const known = new Set(activities.map(({ group }) => group));
  const frozen = new Set(activities.filter((activity) => activity.frozen).map(({ group }) => group));
  return {
    optional: drawn.optional.filter((group) => known.has(group) && !frozen.has(group)),
    alternatives: drawn.alternatives
      .map(({ groups, exactlyOne }) => ({ groups: groups.filter((group) => known.has(group)), exactlyOne }))
      .filter(({ groups }) => groups.length > 1),
    requirements: drawn.requirements.filter(
      ({ group, needs }) => group !== needs && known.has(group) && known.has(needs),
    ),
  };
}

function level(shape: Shape, count: number): fc.Arbitrary<LevelInput> {
  const tolerance = shape.tolerance ? fc.constantFrom(0, 0, 1, 3) : fc.constant(0);
  return fc.tuple(levelOfSomeKind(shape, count), tolerance).map(([item, steps]) => ({ ...item, tolerance: steps }));
}

function levelOfSomeKind(shape: Shape, count: number): fc.Arbitrary<LevelInput> {
  const activityIndex = fc.nat(count - 1);
  const weight = fc.nat(3);
  return fc.oneof(
    fc.constant({ kind: 'makespan' as const }),
    fc
      .array(fc.record({ activity: activityIndex, due: fc.integer({ min: -2, max: shape.horizon }), weight }), {
        maxLength: 4,
      })
      .map((terms) => ({ kind: 'lateness' as const, terms })),
    fc
      .array(fc.record({ activity: activityIndex, weight }), { maxLength: 4 })
      .map((terms) => ({ kind: 'weightedFinish' as const, terms })),
    fc
      .uniqueArray(fc.record({ activity: activityIndex, start: fc.nat(shape.horizon), weight }), {
        maxLength: 4,
        selector: (term) => term.activity,
      })
      .map((terms) => ({ kind: 'movement' as const, terms })),
    fc
      .array(fc.record({ activity: activityIndex, weight }), { maxLength: 4 })
      .map((terms) => ({ kind: 'dropped' as const, terms })),
  );
}

/** The same money again, taken from the budget of commitments; every other profile is bound one period after the start. */
function withCommitments(input: ActivityInput, activity: number): ActivityInput {
  const bound = (cost: Cost): Cost =>
    'profile' in cost && activity % 2 === 1 && cost.profile.length > 0
      ? { ...cost, budget: 1, boundAt: 1 }
      : { ...cost, budget: 1 };
  return {
    ...input,
    modes: input.modes.map(({ costs = [], ...item }) => ({ ...item, costs: [...costs, ...costs.map(bound)] })),
  };
}

/** Drops demands on resources that this problem does not have and those named twice. */
function fitModes(input: ActivityInput, resources: number, reservoirs: boolean): ActivityInput {
  const modes = input.modes.map(({ changes, ...item }) => {
    const seen = new Set<number>();
    const demands = (item.demands ?? []).filter(({ resource }) => {
      if (resource >= resources || seen.has(resource)) return false;
      seen.add(resource);
      return true;
    });
    return { ...item, demands, ...(reservoirs && changes ? { changes } : {}) };
  });
  return { ...input, modes };
}
