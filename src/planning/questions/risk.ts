import { type Agenda, fridayBeforeWeek, type PlanVersion } from '../../agenda/index.ts';
import { toPlan } from '../translation/schedule.ts';
import { translate } from '../translation/translate.ts';
import { chosenAgenda } from './chosen.ts';
import type { Risk, RiskRow, Spread } from './question-schemas.ts';
import { drawDuration } from './risk-draw.ts';
import { Execution } from './risk-execution.ts';

/** Durations are given as one figure; without better knowledge this is how far they may turn out shorter or longer. */
export const DEFAULT_SPREAD: Spread = { shortestPercent: 90, longestPercent: 150 };

export interface RiskOptions {
  seed: number;
  /** Simulated courses, default 500. */
  runs?: number;
  spread?: Spread;
  cancelled?: () => boolean;
}

/**
 * How sure the dates of a plan are: its phases are carried out many times with durations drawn from a triangle between
 * shortest, planned and longest. In every course the teams' capacity and all links hold, nothing begins before its
 * planned week, and what competes for a team is served in the order of the plan. A phase that takes longer keeps its
 * weekly load, so that it needs more work; money is not looked at.
 *
 * Draws depend on seed, course and phase alone (common random numbers), so that two plans are compared on the same luck.
 */
export function simulateRisk(agenda: Agenda, version: PlanVersion, options: RiskOptions): Risk {
  const { seed, runs = 500, spread = DEFAULT_SPREAD } = options;
  const translation = translate(chosenAgenda(agenda, version));
  const plan = toPlan(translation, version);
  const execution = new Execution(translation, plan);
  const ends = translation.projects.map(() => new Int32Array(runs));
  let done = 0;
  for (; done < runs && !options.cancelled?.(); done++) {
    const course = done;
    const finishes = execution.run((block, weeks) => drawDuration(weeks, spread, seed, course, block));
    for (const [i, { blocks }] of translation.projects.entries()) {
      const row = ends[i];
      if (row) row[course] = Math.max(0, ...blocks.map(({ activity }) => finishes[activity] ?? 0));
    }
  }
  const planned = execution.run((_, weeks) => weeks);
  let allMet = 0;
  for (let course = 0; course < done; course++) {
    const met = translation.projects.every(({ dueWeeks }, i) =>
      dueWeeks.every((due) => !due.statutory || (ends[i]?.[course] ?? 0) <= due.week),
    );
    if (met) allMet++;
  }
  const friday = (week: number) => fridayBeforeWeek(translation.weeks, week);
  return {
    plan: version.id,
    runs: done,
    seed,
    spread,
    allStatutoryMetPermille: permille(allMet, done),
    projects: translation.projects.flatMap(({ project, blocks, dueWeeks }, i): RiskRow[] => {
      if (blocks.some(({ activity }) => (plan.start[activity] ?? -1) < 0)) return [];
      const row = (ends[i] ?? new Int32Array(0)).subarray(0, done);
      const sorted = row.toSorted();
      const at = (share: number) => friday(sorted[Math.max(0, Math.ceil(share * done) - 1)] ?? 0);
      return [
        {
          project: project.id,
          plannedFinish: friday(Math.max(0, ...blocks.map(({ activity }) => planned[activity] ?? 0))),
          finish10: at(0.1),
          finish50: at(0.5),
          finish90: at(0.9),
          deadlines: dueWeeks.map(({ on, statutory, week }) => ({
            on,
            statutory,
            metPermille: permille(
              row.reduce((sum, end) => sum + (end <= week ? 1 : 0), 0),
              done,
            ),
          })),
        },
      ];
    }),
  };
}

function permille(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole);
}
