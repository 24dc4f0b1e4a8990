import { describe, expect, it } from 'vitest';
import { ProblemError, type ProblemErrorCode } from './errors.ts';
import { makeProblem } from './make-problem.ts';
import type { ActivityInput, Change, Cost, Demand, LevelInput, LinkInput, ModeInput, ProblemInput } from './problem.ts';

/** A small problem that is accepted; every test spoils one thing. */
const good: ProblemInput = {
  horizon: 10,
  resources: [{ capacity: new Array<number>(10).fill(2) }],
  budgets: [{ bucketEnds: [4, 10], inflow: [5, 5], carryOverPermille: 500 }],
  activities: [{ modes: [{ duration: 2, demands: [{ resource: 0, amount: 1 }] }] }, { modes: [{ duration: 3 }] }],
  links: [{ from: 0, to: 1 }],
  levels: [{ kind: 'makespan' }],
};

const withMode = (mode: ModeInput): ProblemInput => ({
  ...good,
  activities: [{ modes: [mode] }, { modes: [{ duration: 1 }] }],
});
const withDemand = (demand: Demand) => withMode({ duration: 2, demands: [demand] });
const withCost = (cost: Cost) => withMode({ duration: 2, costs: [cost] });
const withActivity = (extra: Partial<ActivityInput>): ProblemInput => ({
  ...good,
  activities: [{ modes: [{ duration: 2 }], ...extra }, { modes: [{ duration: 3 }] }],
});
const withLink = (link: LinkInput): ProblemInput => ({ ...good, links: [link] });
const withLevel = (level: LevelInput): ProblemInput => ({ ...good, levels: [level] });
const withBudget = (budget: NonNullable<ProblemInput['budgets']>[number]): ProblemInput => ({
  ...good,
  budgets: [budget],
});

const withChange = (change: Change): ProblemInput => ({
  ...withMode({ duration: 2, changes: [change] }),
  reservoirs: [{ initial: 3 }],
});

const grouped = (extra: Partial<ProblemInput>): ProblemInput => ({
  ...good,
  activities: [
    { modes: [{ duration: 2 }], group: 0 },
    { modes: [{ duration: 3 }], group: 1, frozen: { start: 2, mode: 0 } },
  ],
  ...extra,
});

const refusals: readonly [code: ProblemErrorCode, why: string, input: ProblemInput][] = [
  ['horizon', 'no period', { ...good, horizon: 0 }],
  ['horizon', 'half a period', { ...good, horizon: 1.5 }],
  ['horizon', 'endless', { ...good, horizon: 1e9 }],
  [
    'size',
    'too many resource periods',
    { ...good, horizon: 100_000, resources: new Array(400).fill({ capacity: [] }) },
  ],
  ['size', 'too many activities', { ...good, activities: new Array(100_001).fill({ modes: [] }) }],
  ['size', 'too many links', { ...good, links: new Array(1_000_001).fill({ from: 0, to: 1 }) }],
  ['capacity-length', 'too short', { ...good, resources: [{ capacity: [1] }] }],
  ['capacity-value', 'negative', { ...good, resources: [{ capacity: new Array<number>(10).fill(-1) }] }],
  ['capacity-value', 'a fraction', { ...good, resources: [{ capacity: new Array<number>(10).fill(0.5) }] }],
  ['bucket-ends', 'falling', withBudget({ bucketEnds: [5, 4, 10], inflow: [1, 1, 1] })],
  ['bucket-ends', 'before the horizon', withBudget({ bucketEnds: [5], inflow: [1] })],
  ['bucket-ends', 'none', withBudget({ bucketEnds: [], inflow: [] })],
  ['bucket-ends', 'behind the horizon', withBudget({ bucketEnds: [11], inflow: [1] })],
  ['inflow-length', 'one figure missing', withBudget({ bucketEnds: [5, 10], inflow: [1] })],
  ['inflow-value', 'not a number', withBudget({ bucketEnds: [10], inflow: [Number.NaN] })],
  ['carry-over', 'more than everything', withBudget({ bucketEnds: [10], inflow: [1], carryOverPermille: 1001 })],
  [
    'budget-counts',
    'neither payments nor commitments',
    withBudget({ bucketEnds: [10], inflow: [1], counts: 'x' as 'payments' }),
  ],
  ['no-modes', 'an activity without a mode', withActivity({ modes: [] })],
  ['duration', 'negative', withMode({ duration: -1 })],
  ['duration', 'longer than the horizon', withMode({ duration: 11 })],
  ['demand-resource', 'unknown resource', withDemand({ resource: 1, amount: 1 })],
  [
    'demand-twice',
    'a resource twice',
    withMode({
      duration: 1,
      demands: [
        { resource: 0, amount: 1 },
        { resource: 0, amount: 1 },
      ],
    }),
  ],
  ['demand-amount', 'negative', withDemand({ resource: 0, amount: -1 })],
  ['demand-amount', 'negative in a profile', withDemand({ resource: 0, profile: [1, -1] })],
  ['demand-profile-length', 'shorter than the duration', withDemand({ resource: 0, profile: [1] })],
  ['cost-budget', 'unknown budget', withCost({ budget: 1, amount: 1, spread: 'even' })],
  ['cost-amount', 'negative', withCost({ budget: 0, amount: -1, spread: 'even' })],
  ['cost-amount', 'a fraction in a profile', withCost({ budget: 0, profile: [0.5, 0] })],
  ['cost-spread', 'unknown spread', withCost({ budget: 0, amount: 1, spread: 'middle' as 'even' })],
  ['cost-profile-length', 'longer than the duration', withCost({ budget: 0, profile: [1, 1, 1] })],
  ['cost-bound', 'after the end', withCost({ budget: 0, profile: [1, 1], boundAt: 3 })],
  ['cost-amount', 'not a number', withCost({ budget: 0, amount: Number.NaN, spread: 'even' })],
  ['reservoir-initial', 'negative', { ...good, reservoirs: [{ initial: -1 }] }],
  ['reservoir-initial', 'above the maximum', { ...good, reservoirs: [{ initial: 3, maximum: 2 }] }],
  ['reservoir-maximum', 'a fraction', { ...good, reservoirs: [{ maximum: 0.5 }] }],
  [
    'size',
    'too many reservoir periods',
    { ...good, horizon: 100_000, resources: [], reservoirs: new Array(400).fill({}) },
  ],
  ['change-reservoir', 'unknown reservoir', withChange({ reservoir: 1, at: 'start', amount: 1 })],
  ['change-moment', 'in the middle', withChange({ reservoir: 0, at: 'middle' as 'start', amount: 1 })],
  ['change-amount', 'a fraction', withChange({ reservoir: 0, at: 'start', amount: 0.5 })],
  ['release', 'negative', withActivity({ release: -1 })],
  ['deadline', 'behind the horizon', withActivity({ deadline: 11 })],
  ['frozen-start', 'runs beyond the horizon', withActivity({ frozen: { start: 9, mode: 0 } })],
  ['frozen-mode', 'unknown mode', withActivity({ frozen: { start: 0, mode: 1 } })],
  ['mode-group', 'a fraction', withActivity({ modeGroup: 0.5 })],
  [
    'mode-group-size',
    'members with different numbers of modes',
    {
      ...good,
      activities: [
        { modeGroup: 1, modes: [{ duration: 1 }] },
        { modeGroup: 1, modes: [{ duration: 1 }, { duration: 2 }] },
      ],
    },
  ],
  [
    'mode-group-frozen',
    'members frozen in different modes',
    {
      ...good,
      activities: [0, 1].map((mode) => ({
        modeGroup: 1,
        modes: [{ duration: 1 }, { duration: 1 }],
        frozen: { start: 0, mode },
      })),
    },
  ],
  ['group', 'negative', withActivity({ group: -1 })],
  ['optional-group', 'unknown group', grouped({ optional: [2] })],
  ['optional-group', 'a group twice', grouped({ optional: [0, 0] })],
  ['optional-frozen', 'something frozen', grouped({ optional: [0, 1] })],
  ['alternative-size', 'one group alone', grouped({ alternatives: [{ groups: [0], exactlyOne: true }] })],
  ['alternative-group', 'unknown group', grouped({ alternatives: [{ groups: [0, 2], exactlyOne: false }] })],
  ['alternative-group', 'a group twice', grouped({ alternatives: [{ groups: [0, 0], exactlyOne: false }] })],
  ['requirement-group', 'unknown group', grouped({ requirements: [{ group: 0, needs: 2 }] })],
  ['requirement-self', 'itself', grouped({ requirements: [{ group: 0, needs: 0 }] })],
  ['link-activity', 'unknown activity', withLink({ from: 0, to: 2 })],
  ['link-self', 'to itself', withLink({ from: 1, to: 1 })],
  ['link-type', 'unknown type', withLink({ from: 0, to: 1, type: 'XX' as 'FS' })],
  ['link-lag', 'longer than the horizon', withLink({ from: 0, to: 1, lag: 11 })],
  ['link-max-lag', 'below the lag', withLink({ from: 0, to: 1, lag: 2, maxLag: 1 })],
  ['link-max-lag', 'a fraction', withLink({ from: 0, to: 1, lag: 0, maxLag: 0.5 })],
  ['level-kind', 'unknown kind', withLevel({ kind: 'beauty' } as unknown as LevelInput)],
  ['level-activity', 'unknown activity', withLevel({ kind: 'weightedFinish', terms: [{ activity: 2, weight: 1 }] })],
  ['level-due', 'not a number', withLevel({ kind: 'lateness', terms: [{ activity: 0, due: Number.NaN, weight: 1 }] })],
  [
    'level-start',
    'behind the horizon',
    withLevel({ kind: 'movement', terms: [{ activity: 0, start: 11, weight: 1 }] }),
  ],
  [
    'level-twice',
    'two reference starts for one activity',
    withLevel({ kind: 'movement', terms: [1, 2].map((start) => ({ activity: 0, start, weight: 1 })) }),
  ],
  ['level-weight', 'negative', withLevel({ kind: 'lateness', terms: [{ activity: 0, due: 1, weight: -1 }] })],
  ['level-tolerance', 'negative', withLevel({ kind: 'makespan', tolerance: -1 })],
];

describe('makeProblem', () => {
  it('accepts a good problem and fills in what has a natural default', () => {
    const problem = makeProblem(good);
    expect(problem.activities[1]).toMatchObject({ release: 0, deadline: 10, frozen: null, modeGroup: null });
    expect(problem.links[0]).toEqual({ from: 0, to: 1, type: 'FS', lag: 0, maxLag: null });
    expect(problem.levels[0]).toEqual({ kind: 'makespan', tolerance: 0 });
    expect(problem.resources[0]?.capacity).toBeInstanceOf(Int32Array);
  });

  it('gives activities without a group a group of their own', () => {
    const one = { modes: [{ duration: 1 }] };
    const groups = makeProblem({ ...good, activities: [one, { ...one, group: 1 }, one] }).activities.map(
      (a) => a.group,
    );
    expect(new Set(groups).size).toBe(3);
  });

  it('copies the capacity, so that later changes of the input change nothing', () => {
    const capacity = new Int32Array(10).fill(2);
    const problem = makeProblem({ ...good, resources: [{ capacity }] });
    capacity[0] = 99;
    expect(problem.resources[0]?.capacity[0]).toBe(2);
  });

  it.each(refusals)('refuses %s: %s', (code, _why, input) => {
    expect(() => makeProblem(input)).toThrow(ProblemError);
    expect(() => makeProblem(input)).toThrow(expect.objectContaining({ code }));
  });

  it('names the place of the mistake', () => {
    expect(() => makeProblem(withDemand({ resource: 0, profile: [1, -1] }))).toThrow(
      'activities[0].modes[0].demands[0].profile[1]: expected an integer within 0..1073741824, got -1',
    );
  });
});
