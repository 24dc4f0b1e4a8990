import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOrRefute } from '../exact/find-or-refute.ts';
import { makeProblem } from '../model/make-problem.ts';
import type { LinkInput, Plan, Problem, ProblemInput } from '../model/problem.ts';
import { randomProblem } from '../testing.ts';
import type { Certificate, Condition, Step } from './certificate.ts';
import { checkCertificate } from './check-certificate.ts';

const work = (duration: number, amount: number) => ({ modes: [{ duration, demands: [{ resource: 0, amount }] }] });
const base: ProblemInput = {
  horizon: 6,
  resources: [{ capacity: [2, 2, 2, 2, 2, 2] }],
  activities: [work(3, 2), work(4, 2)],
  levels: [],
};
const step = (because: Step['because'], ...conditions: Condition[]): Step => ({ because, conditions });
const proof = (...steps: Step[]): Certificate => ({ steps });
const flawOf = (input: ProblemInput, ...steps: Step[]) => checkCertificate(makeProblem(input), proof(...steps));

describe('checkCertificate accepts', () => {
  it('too much work for the whole time', () => {
    const whole: Condition[] = [
      ['start', 0, '>=', 0],
      ['start', 1, '>=', 0],
    ];
    const first = step({ kind: 'capacity', resource: 0, from: 0, until: 6 }, ...whole);
    expect(flawOf(base, first, step({ kind: 'steps', steps: [0] }))).toBeNull();
  });

  it('a link that has no room, by way of a step that follows', () => {
    const activities = [work(3, 1), work(4, 1)];
    const links = [{ from: 0, to: 1 }];
    const first = step({ kind: 'link', link: 0 }, ['start', 1, '<=', 2]);
    expect(flawOf({ ...base, activities, links }, first, step({ kind: 'steps', steps: [0] }))).toBeNull();
  });

  it('spending beyond all inflow', () => {
    const paying = { modes: [{ duration: 1, costs: [{ budget: 0, amount: 5, spread: 'start' as const }] }] };
    const input = { ...base, activities: [paying, paying], budgets: [{ bucketEnds: [6], inflow: [9] }] };
    const whole: Condition[] = [
      ['start', 0, '<=', 5],
      ['start', 1, '<=', 5],
    ];
    const first = step({ kind: 'money', budget: 0, bucket: 0 }, ...whole);
    expect(flawOf(input, first, step({ kind: 'steps', steps: [0] }))).toBeNull();
  });
});

it('even work is judged as the same work written period by period', () => {
  const verdicts = new Set<boolean>();
  const small = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), small, small, small, small, (duration, low, more, from, longer) => {
      const capacity = [1, 1, 1, 1, 1, 1];
      const even = work(duration, 2);
      const profile = Array.from({ length: duration }, () => 2);
      const written = { modes: [{ duration, demands: [{ resource: 0, profile }] }] };
      const first = step(
        { kind: 'capacity', resource: 0, from, until: Math.min(6, from + longer) },
        ['start', 0, '>=', low],
        ['start', 0, '<=', low + more],
      );
      const [one, other] = [even, written].map((activity) =>
        flawOf(
          { ...base, resources: [{ capacity }], activities: [activity] },
          first,
          step({ kind: 'steps', steps: [0] }),
        ),
      );
      expect(one).toEqual(other);
      verdicts.add(one?.step === 0);
    }),
    { seed: 5, numRuns: 500 },
  );
  expect(verdicts.size).toBe(2); // some fit, some do not
});

describe('checkCertificate refuses', () => {
  const feasible: ProblemInput = { ...base, activities: [work(3, 2), work(3, 2)] };
  const end = step({ kind: 'steps', steps: [0] });

  it('what it was told to stop checking', () => {
    const whole: Condition[] = [
      ['start', 0, '>=', 0],
      ['start', 1, '>=', 0],
    ];
    const sound = proof(step({ kind: 'capacity', resource: 0, from: 0, until: 6 }, ...whole), end);
    expect(checkCertificate(makeProblem(base), sound, () => false)).toBeNull();
    expect(checkCertificate(makeProblem(base), sound, () => true)?.message).toMatch(/cancelled/);
  });

  it('nothing at all, or an end with conditions', () => {
    expect(flawOf(feasible)?.message).toMatch(/last step/);
    expect(flawOf(feasible, step({ kind: 'window', activity: 0 }, ['start', 0, '>=', 6]))?.message).toMatch(
      /last step/,
    );
  });

  it.each<[string, Step, RegExp]>([
    [
      'work that fits',
      step({ kind: 'capacity', resource: 0, from: 0, until: 6 }, ['start', 0, '>=', 0], ['start', 1, '>=', 0]),
      /fits/,
    ],
    [
      'periods that do not exist',
      step({ kind: 'capacity', resource: 0, from: 4, until: 9 }, ['start', 0, '>=', 3]),
      /fits/,
    ],
    ['a resource that does not exist', step({ kind: 'capacity', resource: 3, from: 0, until: 2 }), /fits/],
    ['a link that does not exist', step({ kind: 'link', link: 0 }, ['start', 0, '>=', 2]), /link/],
    ['a budget that does not exist', step({ kind: 'money', budget: 0, bucket: 0 }), /money/],
    ['a start that is left', step({ kind: 'window', activity: 1 }, ['start', 1, '>=', 3]), /start is left/],
    ['an activity that does not exist', step({ kind: 'window', activity: 7 }, ['start', 7, '>=', 3]), /does not exist/],
    [
      'a value that is no whole number',
      step({ kind: 'window', activity: 0 }, ['start', 0, '>=', Number.NaN]),
      /does not exist/,
    ],
    ['a step that rests on itself', step({ kind: 'steps', steps: [0] }, ['start', 0, '>=', 2]), /before it/],
    ['a step that rests on a later one', step({ kind: 'steps', steps: [1] }, ['start', 0, '>=', 2]), /before it/],
  ])('%s', (_, first, message) => {
    expect(flawOf(feasible, first, end)).toEqual({ step: 0, message: expect.stringMatching(message) });
  });

  it('a conclusion that does not follow', () => {
    const first = step(
      { kind: 'capacity', resource: 0, from: 2, until: 3 },
      ['start', 0, '<=', 2],
      ['start', 1, '<=', 2],
      ['start', 0, '>=', 0],
      ['start', 1, '>=', 0],
    );
    expect(flawOf(feasible, first, end)).toEqual({ step: 1, message: expect.stringMatching(/leave something/) });
  });

  it('every proof for a problem that has a plan, however the proof of a harder one is bent', () => {
    let tried = 0;
    fc.assert(
      fc.property(crowded, fc.nat(), fc.nat(), (problem, one, two) => {
        const found = findOrRefute(problem, { conflicts: 500 });
        if (found.answer !== 'plan') return;
        const harder = findOrRefute(hurried(problem, found.plan), { conflicts: 500 });
        if (harder.answer !== 'none') return;
        tried++;
        expect(checkCertificate(problem, harder.certificate)).not.toBeNull();
        expect(checkCertificate(problem, bent(harder.certificate, one, two))).not.toBeNull();
      }),
      { seed: 3, numRuns: 400 },
    );
    expect(tried).toBeGreaterThan(40);
  });
});

const crowded = randomProblem({ activities: 8, horizon: 16, modes: 2, maxLags: true, commitments: true });

/** The same problem with every deadline a little before the end of a plan. */
function hurried(problem: Problem, plan: Plan): Problem {
  const end = Math.max(...plan.start) - 1;
  const activities = problem.activities.map((activity) => ({
    ...inputOf(activity),
    deadline: Math.max(0, Math.min(activity.deadline, end)),
  }));
  return makeProblem({ ...(problem as ProblemInput), activities, links: problem.links.map(linkInput) });
}

function inputOf({ frozen, modeGroup, ...rest }: Problem['activities'][number]): ProblemInput['activities'][number] {
  return { ...rest, ...(frozen ? { frozen } : {}), ...(modeGroup === null ? {} : { modeGroup }) };
}

function linkInput({ maxLag, ...rest }: Problem['links'][number]): LinkInput {
  return { ...rest, ...(maxLag === null ? {} : { maxLag }) };
}

/** One small lie: a value moved, a condition left out, or a step used that was not. */
function bent({ steps }: Certificate, one: number, two: number): Certificate {
  const at = one % steps.length;
  return {
    steps: steps.map((entry, i): Step => {
      if (i !== at) return entry;
      const { conditions, because } = entry;
      if (two % 3 === 0 && because.kind === 'steps') {
        return { conditions, because: { kind: 'steps', steps: [...because.steps, two % steps.length] } };
      }
      if (two % 3 === 1) return { because, conditions: conditions.slice(1) };
      return {
        because,
        conditions: conditions.map(([what, activity, compare, value]) => [
          what,
          activity,
          compare,
          value + (two % 5) - 2,
        ]),
      };
    }),
  };
}
