import type { Problem } from '../model/problem.ts';

/** Which groups may be dropped and what holds between them. Groups by index, as in `Compiled.groupMembers`. */
export interface CompiledChoice {
  readonly groups: number;
  /** The group's number in the problem. */
  readonly number: Int32Array;
  readonly optional: Uint8Array;
  /** Groups of each alternative. */
  readonly sets: readonly Int32Array[];
  readonly exactlyOne: readonly boolean[];
  /** Alternatives of each group. */
  readonly setsOf: readonly Int32Array[];
  readonly needs: readonly Int32Array[];
  readonly neededBy: readonly Int32Array[];
}

/** @param groupMembers activities of each group */
export function compileChoice(problem: Problem, groupMembers: readonly Int32Array[]): CompiledChoice {
  const groups = groupMembers.length;
  const numbers = groupMembers.map((members) => problem.activities[members[0]!]!.group);
  const index = new Map(numbers.map((number, g) => [number, g]));
  const indexed = (list: readonly number[]) => Int32Array.from(list, (number) => index.get(number)!);
  const optional = new Uint8Array(groups);
  for (const g of indexed(problem.optional)) optional[g] = 1;
  const sets = problem.alternatives.map((alternative) => indexed(alternative.groups));
  const setsOf = lists(groups);
  sets.forEach((set, s) => {
    for (const g of set) setsOf[g]!.push(s);
  });
  const needs = lists(groups);
  const neededBy = lists(groups);
  for (const requirement of problem.requirements) {
    needs[index.get(requirement.group)!]!.push(index.get(requirement.needs)!);
    neededBy[index.get(requirement.needs)!]!.push(index.get(requirement.group)!);
  }
  return {
    groups,
    number: Int32Array.from(numbers),
    optional,
    sets,
    exactlyOne: problem.alternatives.map((alternative) => alternative.exactlyOne),
    setsOf: setsOf.map(packed),
    needs: needs.map(packed),
    neededBy: neededBy.map(packed),
  };
}

const nothing = new Int32Array(0);

/** Most groups are tied to no other. */
function packed(list: readonly number[]): Int32Array {
  return list.length === 0 ? nothing : new Int32Array(list);
}

function lists(count: number): number[][] {
  return Array.from({ length: count }, () => []);
}
