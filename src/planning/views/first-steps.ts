import { z } from 'zod';
import { type Agenda, presentPlan } from '../../agenda/index.ts';

/** What a new agenda needs before its first plan says anything, in the order in which it is best entered. */
export const firstStepKinds = ['capacity', 'budget', 'projects', 'conditions', 'plan'] as const;

export const firstStepsSchema = z.array(
  z.strictObject({
    kind: z.enum(firstStepKinds),
    done: z.boolean(),
    /** How many records of the step are there. */
    count: z.int(),
  }),
);
export type FirstSteps = z.infer<typeof firstStepsSchema>;

/**
 * The five steps to the first plan, computed from what is there: teams with capacity; money; projects with an effort;
 * what they wait for and must fulfil; and a plan with dates of them.
 */
export function firstSteps(agenda: Agenda): FirstSteps {
  const counts: Record<(typeof firstStepKinds)[number], number> = {
    capacity: agenda.teams.length,
    budget: agenda.budgetLines.length,
    projects: agenda.projects.filter((project) => project.phases.length > 0).length,
    conditions: agenda.obligations.length + agenda.prerequisites.length,
    plan: presentPlan(agenda)?.phases.length ?? 0,
  };
  return firstStepKinds.map((kind) => ({ kind, done: counts[kind] > 0, count: counts[kind] }));
}
