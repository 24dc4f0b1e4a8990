import { expect, test } from 'vitest';
import { type Agenda, addDays, daysBetween, generateAgenda } from '../../agenda/index.ts';
import { makeProblem, type Plan, solve, validatePlan } from '../../solver/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { toPlan } from '../translation/schedule.ts';
import { translate } from '../translation/translate.ts';
import { tenthsOfUnits } from '../translation/units.ts';
import type { Shortages } from './question-schemas.ts';
import { demandAt } from './residual.ts';
import { Decisions, smallestConflict } from './why-not-conflict.ts';
import { type Demanded, type Fact, problemOf } from './why-not-facts.ts';
import { demandedOf, missedDeadlines } from './why-not-missed.ts';
import { completeEnd, otherEnd } from './why-not-other.ts';
import { shortagesOf } from './why-not-shortages.ts';

/** `LONG=1` looks at a thousand agendas. */
const AGENDAS = process.env.LONG ? 1000 : 60;

/** Deadlines a third nearer, and a tenth less capacity: too much for most of these agendas. */
function hurried(agenda: Agenda): Agenda {
  const sooner = (day: string) => addDays(agenda.planStart, Math.round((daysBetween(agenda.planStart, day) * 2) / 3));
  return {
    ...agenda,
    teams: agenda.teams.map((team) => ({
      ...team,
      capacity: team.capacity.map((period) => ({
        ...period,
        absencePercent: Math.min(99, period.absencePercent + 10),
      })),
    })),
    projects: agenda.projects.map((project) => ({
      ...project,
      deadlines: project.deadlines.map((deadline) => ({ ...deadline, on: sooner(deadline.on) })),
    })),
  };
}

/** The worst missed deadline of a generated agenda in a plan of little effort; null if none is missed. */
function worstOf(seed: number): Demanded | null {
  const agenda = hurried(generateAgenda({ projects: 6 + (seed % 12), seed }));
  const { plan: version } = planAgenda(agenda, { seed: 1, limit: { iterations: 50 } });
  if (!version) return null;
  const translation = translate(agenda);
  const plan = toPlan(translation, version);
  const [worst] = missedDeadlines(translation, plan);
  return worst ? demandedOf(translation, plan, worst) : null;
}

/** Tenths of a person-day that a plan has a team work in the weeks of a shortage. */
function workIn(
  demanded: Demanded,
  facts: readonly Fact[],
  plan: Plan,
  { team, from, until }: Shortages['teams'][number],
): number {
  const { weeks, teamIndex } = demanded.translation;
  const first = daysBetween(weeks.start, from) / 7;
  const end = (daysBetween(weeks.start, until) + 3) / 7;
  let units = 0;
  for (const [a, { modes }] of problemOf(demanded, facts).input.activities.entries()) {
    const mode = modes[plan.mode[a] ?? 0];
    for (const demand of mode?.demands ?? []) {
      if (demand.resource !== teamIndex.get(team)) continue;
      for (let week = 0; week < (mode?.duration ?? 0); week++) {
        const at = (plan.start[a] ?? 0) + week;
        if (at >= first && at < end) units += demandAt(demand, week);
      }
    }
  }
  return tenthsOfUnits(units);
}

test('on crowded agendas nothing stays open, every conflict is one, and every fact of it counts', () => {
  const count = { conflict: 0, capacity: 0, shortage: 0, plan: 0, open: 0 };
  for (let seed = 1; seed <= AGENDAS; seed++) {
    const demanded = worstOf(seed);
    if (!demanded) continue;
    const decisions = new Decisions(demanded, undefined);
    const conflict = smallestConflict(decisions);
    if (!conflict) {
      const other = otherEnd(demanded, undefined) ?? completeEnd(decisions);
      count[other === null ? 'open' : 'plan']++;
      continue;
    }
    count.conflict++;
    if (conflict.facts.some(({ kind }) => kind === 'teamCapacity')) count.capacity++;
    const problem = (facts: readonly Fact[]) => makeProblem(problemOf(demanded, facts).input);
    // The other search, which knows nothing of proofs, finds no plan either, and the checked one does once a fact is gone.
    expect(solve(problem(conflict.facts), { seed, limit: { iterations: 50 } }).plan).toBeNull();
    expect(conflict.verified).toBe(true);
    for (const fact of conflict.facts) {
      const rest = conflict.facts.filter((one) => one !== fact);
      const decision = decisions.decide(rest);
      if (decision.answer !== 'plan') throw new Error(`agenda ${seed}: ${fact.kind} ${fact.id} does not count`);
      expect(validatePlan(problem(rest), decision.plan)).toEqual([]);
    }
    const { teams, money } = shortagesOf(demanded, conflict.facts);
    for (const shortage of teams) {
      expect(shortage.neededTenths).toBeGreaterThan(shortage.availableTenths);
      const rest = conflict.facts.filter(({ kind, id }) => kind !== 'teamCapacity' || id !== shortage.team);
      const decision = decisions.decide(rest);
      if (decision.answer !== 'plan') continue;
      // Whatever the team may work, no plan lets it work less in these weeks.
      expect(workIn(demanded, conflict.facts, decision.plan, shortage)).toBeGreaterThanOrEqual(shortage.neededTenths);
      count.shortage++;
    }
    for (const { neededCents, availableCents } of money) expect(neededCents).toBeGreaterThan(availableCents);
  }
  expect(count.open).toBe(0);
  expect(count.conflict).toBeGreaterThan(AGENDAS / 4);
  expect(count.capacity).toBeGreaterThan(0);
  expect(count.shortage).toBeGreaterThan(0);
  expect(count.plan).toBeGreaterThan(0);
});
