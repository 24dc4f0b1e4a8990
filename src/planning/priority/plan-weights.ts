import type { Agenda, CommitmentClass, Project } from '../../agenda/index.ts';
import { tenthsFor } from './measures.ts';

/** How much a week earlier is worth per project, by class; only compared among plans that keep the same deadlines. */
const classWeight: Record<CommitmentClass, number> = { mandatory: 8, prerequisite: 8, decided: 3, optional: 1 };

/**
 * Worth of a week earlier for each project, in the order given. Where a weighting counts in planning, the score shifts
 * the weight of its class by up to a half: a decided project counts 15 to 45, an optional one 5 to 15, a duty or
 * prerequisite always 80. So duties stay first, and the score decides among projects of one class.
 */
export function planWeights(agenda: Agenda, projects: readonly Project[]): number[] {
  const weighting = agenda.weightings.find(({ inPlanning }) => inPlanning);
  if (weighting === undefined) return projects.map(({ commitmentClass }) => classWeight[commitmentClass]);
  const { criteria } = weighting;
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const columns = criteria.map((criterion) => tenthsFor(agenda, projects, criterion));
  return projects.map(({ commitmentClass }, index) => {
    const base = classWeight[commitmentClass];
    if (commitmentClass === 'mandatory' || commitmentClass === 'prerequisite') return 10 * base;
    const sum = criteria.reduce((points, { weight }, k) => points + weight * (columns[k]?.[index] ?? 0), 0);
    return base * (5 + Math.round(sum / total / 100));
  });
}
