import fc from 'fast-check';
import { makeProblem } from '../model/make-problem.ts';
import type { ModeInput, Problem } from '../model/problem.ts';

/** Random compact problems: several modes, up to six resources (more than one word), capacities that vary, budgets never refilled. */
export function compactProblem(most: number): fc.Arbitrary<Problem> {
  return fc
    .record({
      activities: fc.array(fc.record({ modes: modes(), release: fc.nat(4) }), { minLength: 1, maxLength: most }),
      scale: fc.constantFrom(1, 1000, 100_000),
      resources: fc.array(fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 6, maxLength: 6 }), {
        minLength: 0,
        maxLength: 6,
      }),
      money: fc.nat(40),
      links: fc.array(fc.tuple(fc.nat(most), fc.nat(most), fc.nat(2)), { maxLength: 2 * most }),
    })
    .map(({ activities, scale, resources, money, links }) => {
      const horizon = 12 * activities.length + 12;
      return makeProblem({
        horizon,
        resources: resources.map((rhythm) => ({
          capacity: Array.from({ length: horizon }, (_, t) => scale * rhythm[Math.floor(t / 3) % rhythm.length]!),
        })),
        budgets: [{ bucketEnds: [horizon], inflow: [money] }],
        activities: activities.map((activity) => ({
          ...activity,
          modes: activity.modes.map((mode) => scaleDemands(mode, scale, resources.length)),
        })),
        links: links
          .map(([x, y, lag]) => ({ from: Math.min(x, y), to: Math.max(x, y), lag }))
          .filter(({ from, to }) => from !== to && to < activities.length),
        levels: [{ kind: 'makespan' }],
      });
    });
}

function modes() {
  const demand = fc.record({ resource: fc.nat(5), amount: fc.integer({ min: 1, max: 2 }) });
  const mode = fc.record({
    duration: fc.nat(5),
    demands: fc.uniqueArray(demand, { maxLength: 3, selector: ({ resource }) => resource }),
    cost: fc.nat(6),
  });
  return fc.array(
    mode.map(({ cost, ...rest }) => ({ ...rest, costs: [{ budget: 0, amount: cost, spread: 'end' as const }] })),
    { minLength: 1, maxLength: 3 },
  );
}

function scaleDemands(mode: ModeInput, scale: number, resources: number): ModeInput {
  const demands = (mode.demands ?? []).flatMap((demand) =>
    'amount' in demand && demand.resource < resources
      ? [{ resource: demand.resource, amount: demand.amount * scale }]
      : [],
  );
  return { ...mode, demands };
}

/** A compact problem whose optimum no first plan reaches: many activities of differing length share three units. */
export function compactProblemOf(activities: number): Problem {
  const horizon = 12 * activities;
  return makeProblem({
    horizon,
    resources: [{ capacity: new Array<number>(horizon).fill(7) }, { capacity: new Array<number>(horizon).fill(5) }],
    activities: Array.from({ length: activities }, (_, i) => ({
      modes: [
        {
          duration: 1 + ((i * 7) % 11),
          demands: [
            { resource: 0, amount: 1 + ((i * 5) % 6) },
            { resource: 1, amount: 1 + ((i * 3) % 4) },
          ],
        },
      ],
    })),
    links: Array.from({ length: activities - 4 }, (_, i) => ({ from: i, to: i + 3 + (i % 2) })),
    levels: [{ kind: 'makespan' }],
  });
}
