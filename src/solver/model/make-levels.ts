import { checkInteger, MAX_MONEY } from './check.ts';
import { ProblemError } from './errors.ts';
import type { Level, LevelInput } from './problem.ts';

/** Largest weight of a term: weight times horizon times activities must stay an exact integer. */
const MAX_WEIGHT = 2 ** 20;
/** Dues may lie before the first period (already late) or far behind the horizon (never late). */
const MAX_DUE = 2 ** 30;

/** Checks the levels of the objective. */
export function makeLevels(inputs: readonly LevelInput[], activities: number, horizon: number): Level[] {
  return inputs.map((input, i) => makeLevel(input, activities, horizon, `levels[${i}]`));
}

function makeLevel(input: LevelInput, activities: number, horizon: number, path: string): Level {
  const tolerance = checkInteger(input.tolerance ?? 0, 0, MAX_MONEY, 'level-tolerance', `${path}.tolerance`);
  switch (input.kind) {
    case 'makespan':
      return { kind: 'makespan', tolerance };
    case 'lateness':
      return {
        kind: 'lateness',
        tolerance,
        terms: input.terms.map((term, t) => ({
          ...base(term, activities, `${path}.terms[${t}]`),
          due: checkInteger(term.due, -MAX_DUE, MAX_DUE, 'level-due', `${path}.terms[${t}].due`),
        })),
      };
    case 'weightedFinish':
      return {
        kind: 'weightedFinish',
        tolerance,
        terms: input.terms.map((term, t) => base(term, activities, `${path}.terms[${t}]`)),
      };
    case 'movement':
      checkOnce(input.terms, path);
      return {
        kind: 'movement',
        tolerance,
        terms: input.terms.map((term, t) => ({
          ...base(term, activities, `${path}.terms[${t}]`),
          start: checkInteger(term.start, 0, horizon, 'level-start', `${path}.terms[${t}].start`),
        })),
      };
    case 'dropped':
      return {
        kind: 'dropped',
        tolerance,
        terms: input.terms.map((term, t) => base(term, activities, `${path}.terms[${t}]`)),
      };
    default:
      throw new ProblemError('level-kind', `${path}.kind`, `unknown kind ${String((input as { kind: unknown }).kind)}`);
  }
}

function base(term: { activity: number; weight: number }, activities: number, path: string) {
  return {
    activity: checkInteger(term.activity, 0, activities - 1, 'level-activity', `${path}.activity`),
    weight: checkInteger(term.weight, 0, MAX_WEIGHT, 'level-weight', `${path}.weight`),
  };
}

/** A plan is compared with one reference: two reference starts for one activity contradict each other. */
function checkOnce(terms: readonly { readonly activity: number }[], path: string): void {
  const seen = new Set<number>();
  terms.forEach(({ activity }, t) => {
    if (seen.has(activity))
      throw new ProblemError('level-twice', `${path}.terms[${t}]`, `activity ${activity} is named twice`);
    seen.add(activity);
  });
}
