import { describe, expect, it } from 'vitest';
import { makeProblem } from '../model/make-problem.ts';
import type { ProblemInput } from '../model/problem.ts';
import { solve } from '../solve.ts';

const flat = (units: number) => ({ capacity: new Array<number>(10).fill(units) });
const work = (duration: number, amount = 1) => ({ modes: [{ duration, demands: [{ resource: 0, amount }] }] });
const paying = (amount: number) => ({
  modes: [{ duration: 2, costs: [{ budget: 0, amount, spread: 'start' as const }] }],
});
const base: Omit<ProblemInput, 'activities'> = { horizon: 10, resources: [flat(2)], levels: [{ kind: 'makespan' }] };
const reasonFor = (input: ProblemInput) => solve(makeProblem(input), { seed: 1, limit: { iterations: 10 } });

describe('solve names the reason when no plan can exist', () => {
  it('a circle of links', () => {
    const links = [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 1, lag: -3 },
    ];
    expect(reasonFor({ ...base, activities: [work(1), work(2), work(2)], links })).toMatchObject({
      status: 'infeasible',
      stoppedBy: 'infeasible',
      plan: null,
      reason: { code: 'cycle', activities: expect.arrayContaining([1, 2]) },
    });
  });

  it('a circle with room is no reason', () => {
    const links = [
      { from: 0, to: 1 },
      { from: 1, to: 0, lag: -4 },
    ];
    expect(reasonFor({ ...base, activities: [work(2), work(2)], links }).plan).not.toBeNull();
  });

  it('no start between release and deadline', () => {
    const activities = [work(4), { ...work(3), deadline: 6 }];
    expect(reasonFor({ ...base, activities, links: [{ from: 0, to: 1 }] }).reason).toEqual({
      code: 'window',
      activity: 0,
      earliestStart: 0,
      latestStart: -1,
    });
  });

  it('a frozen activity before its predecessor can be done', () => {
    const activities = [work(4), { ...work(3), frozen: { start: 2, mode: 0 } }];
    expect(reasonFor({ ...base, activities, links: [{ from: 0, to: 1 }] }).reason).toMatchObject({ code: 'window' });
  });

  it('a frozen activity before its own release', () => {
    const activities = [{ ...work(3), release: 3, frozen: { start: 2, mode: 0 } }];
    expect(reasonFor({ ...base, activities }).reason).toMatchObject({ code: 'window', activity: 0 });
  });

  it('frozen activities that overload a resource', () => {
    const frozen = (start: number) => ({ ...work(3, 2), frozen: { start, mode: 0 } });
    expect(reasonFor({ ...base, activities: [frozen(1), frozen(3)] }).reason).toEqual({
      code: 'frozenCapacity',
      resource: 0,
      period: 3,
      load: 4,
      capacity: 2,
    });
  });

  it('an activity that fits nowhere beside the frozen ones', () => {
    const activities = [{ ...work(2), frozen: { start: 4, mode: 0 } }, work(5, 2)];
    expect(reasonFor({ ...base, activities }).reason).toEqual({ code: 'alone', activity: 1 });
  });

  it('a budget that frozen activities and commitments exhaust', () => {
    const activities = [{ ...paying(5), frozen: { start: 4, mode: 0 } }];
    const budgets = [{ bucketEnds: [3, 10], inflow: [6, -2] }];
    expect(reasonFor({ ...base, activities, budgets }).reason).toEqual({ code: 'frozenBudget', budget: 0, bucket: 1 });
  });

  it('a budget below the cheapest modes', () => {
    const budgets = [{ bucketEnds: [10], inflow: [7] }];
    expect(reasonFor({ ...base, activities: [paying(4), paying(4)], budgets }).reason).toEqual({
      code: 'budget',
      budget: 0,
      needed: 8,
      available: 7,
    });
  });

  it('a reservoir that is overdrawn, or too full, whatever the order', () => {
    const moving = (amount: number) => ({
      modes: [{ duration: 1, changes: [{ reservoir: 0, at: 'finish' as const, amount }] }],
    });
    const reason = (amounts: number[], maximum?: number) =>
      reasonFor({
        ...base,
        activities: amounts.map(moving),
        reservoirs: [{ initial: 2, ...(maximum === undefined ? {} : { maximum }) }],
      }).reason;
    expect(reason([-5, 2])).toEqual({ code: 'reservoir', reservoir: 0, level: -1, limit: 0 });
    expect(reason([5, -1], 4)).toEqual({ code: 'reservoir', reservoir: 0, level: 6, limit: 4 });
    expect(reason([-4, 2])).toBeNull();
  });

  it('groups that must be carried out and dropped at once', () => {
    const activities = [0, 1, 2].map((group) => ({ ...work(1), group }));
    const alternatives = [{ groups: [0, 1], exactlyOne: false }];
    expect(reasonFor({ ...base, activities, alternatives }).reason).toMatchObject({ code: 'selection' });
    const requirements = [{ group: 2, needs: 1 }];
    expect(reasonFor({ ...base, activities, optional: [1], alternatives, requirements }).reason).toEqual({
      code: 'selection',
      group: 0,
    });
    expect(reasonFor({ ...base, activities, optional: [1], alternatives }).reason).toBeNull();
  });

  it('alternatives that no choice satisfies together', () => {
    // One of each pair, but every pair of choices excludes each other.
    const activities = [0, 1, 2, 3].map((group) => ({ ...work(1), group }));
    const pairs = [
      [0, 1],
      [2, 3],
    ].map((groups) => ({ groups, exactlyOne: true }));
    const crossed = [0, 1].flatMap((a) => [2, 3].map((b) => ({ groups: [a, b], exactlyOne: false })));
    const input = { ...base, activities, optional: [0, 1, 2, 3] };
    expect(reasonFor({ ...input, alternatives: [...pairs, ...crossed] }).reason).toMatchObject({ code: 'selection' });
    expect(reasonFor({ ...input, alternatives: [...pairs, ...crossed.slice(1)] }).reason).toBeNull();
  });

  it('nothing, if what is impossible can be dropped', () => {
    const activities = [
      { ...work(4), group: 0 },
      { ...work(3), group: 0, deadline: 6 },
      { ...work(1), group: 1 },
    ];
    const input = { ...base, activities, links: [{ from: 0, to: 1 }] };
    expect(reasonFor({ ...input, optional: [0] }).plan?.start).toEqual(Int32Array.from([-1, -1, 0]));
    expect(reasonFor({ ...input, optional: [0], requirements: [{ group: 1, needs: 0 }] }).reason).toMatchObject({
      code: 'window',
    });
  });
});
