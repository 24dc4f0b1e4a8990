import { ProblemError, type ProblemErrorCode } from './errors.ts';
import type { Problem, ProblemInput } from './problem.ts';

type Selection = Pick<Problem, 'optional' | 'alternatives' | 'requirements'>;

/** Checks which groups may be dropped and what holds between groups. */
export function makeSelection(input: ProblemInput): Selection {
  const known = new Set(input.activities.map((activity) => activity.group));
  const group = (value: number, code: ProblemErrorCode, path: string): number => {
    if (!known.has(value)) throw new ProblemError(code, path, `no activity names the group ${String(value)}`);
    return value;
  };
  const optional = (input.optional ?? []).map((item, i) => group(item, 'optional-group', `optional[${i}]`));
  checkOnce(optional, 'optional-group', 'optional');
  checkFrozen(input, new Set(optional));
  return {
    optional,
    alternatives: (input.alternatives ?? []).map(({ groups, exactlyOne }, i) => {
      const path = `alternatives[${i}].groups`;
      if (groups.length < 2) {
        throw new ProblemError('alternative-size', path, `expected two groups or more, got ${groups.length}`);
      }
      checkOnce(groups, 'alternative-group', path);
      return { groups: groups.map((item, g) => group(item, 'alternative-group', `${path}[${g}]`)), exactlyOne };
    }),
    requirements: (input.requirements ?? []).map((item, i) => {
      const path = `requirements[${i}]`;
      if (item.group === item.needs) throw new ProblemError('requirement-self', path, 'a group cannot need itself');
      return {
        group: group(item.group, 'requirement-group', `${path}.group`),
        needs: group(item.needs, 'requirement-group', `${path}.needs`),
      };
    }),
  };
}

function checkOnce(groups: readonly number[], code: ProblemErrorCode, path: string): void {
  const seen = new Set<number>();
  groups.forEach((group, i) => {
    if (seen.has(group)) throw new ProblemError(code, `${path}[${i}]`, `the group ${group} is named twice`);
    seen.add(group);
  });
}

/** What is frozen has begun or is decided: it cannot be dropped any more. */
function checkFrozen({ activities }: ProblemInput, optional: ReadonlySet<number>): void {
  activities.forEach(({ frozen, group }, i) => {
    if (frozen === undefined || group === undefined || !optional.has(group)) return;
    throw new ProblemError('optional-frozen', `activities[${i}]`, `it is frozen, but its group ${group} is optional`);
  });
}
