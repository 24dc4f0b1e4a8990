import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Agenda, generateAgenda, type Project } from '../agenda/index.ts';
import { makeProblem, type Plan, validatePlan } from '../solver/index.ts';
import type { Reason } from './answer.ts';
import { planAgenda } from './plan-agenda.ts';
import { insertFrozen } from './questions/insertion.ts';
import { whyDate } from './questions/why-date.ts';
import { approved } from './testing.ts';
import { planLevels } from './translation/levels.ts';
import { spanOf, toPlan } from './translation/schedule.ts';
import { translate } from './translation/translate.ts';

/** Laws on agendas as cities could have them. `LONG=1` runs ten times as many. */
const times = (count: number): number => (process.env.LONG ? 10 * count : count);
const options = { seed: 1, limit: { iterations: 8 } };
const agendaArbitrary = fc
  .record({ projects: fc.integer({ min: 1, max: 12 }), seed: fc.integer({ min: 0, max: 1_000_000 }) })
  .map((size) => generateAgenda(size));

function planned(agenda: Agenda): { agenda: Agenda; values: readonly number[] } {
  const { plan, values } = planAgenda(agenda, options);
  return { agenda: approved(agenda, plan), values };
}

test('law: every plan of a generated agenda is accepted by the validator', () => {
  fc.assert(
    fc.property(agendaArbitrary, (agenda) => {
      const { plan } = planAgenda(agenda, options);
      const translation = translate(agenda);
      const problem = makeProblem({ ...translation.input, levels: planLevels(translation) });
      expect(validatePlan(problem, toPlan(translation, plan ?? { phases: [] }))).toEqual([]);
    }),
    { seed: 21, numRuns: times(1000) },
  );
});

test('law: with twice the capacity the plan is never worse', () => {
  fc.assert(
    fc.property(agendaArbitrary, (given) => {
      const { agenda, values } = planned(given);
      const teams = agenda.teams.map((team) => ({
        ...team,
        capacity: team.capacity.map((period) => ({
          ...period,
          ...(period.fte === undefined ? {} : { fte: 2 * period.fte }),
          ...(period.personDaysPerYear === undefined ? {} : { personDaysPerYear: 2 * period.personDaysPerYear }),
        })),
      }));
      const twice = planAgenda({ ...agenda, teams }, options).values;
      const first = values.findIndex((value, level) => value !== twice[level]);
      if (first >= 0) expect(twice[first]).toBeLessThan(values[first] ?? 0);
    }),
    { seed: 22, numRuns: times(200) },
  );
});

test('law: every reason of a date, taken away by hand, makes the project earlier', () => {
  let tested = 0;
  fc.assert(
    fc.property(agendaArbitrary, (given) => {
      const { agenda } = planned(given);
      const [version] = agenda.plans;
      for (const project of agenda.projects) {
        const why = version && whyDate(agenda, version, project.id);
        for (const reason of why?.reasons.filter(({ together }) => !together) ?? []) {
          const relaxed = without(agenda, project, reason);
          expect(startAlone(relaxed.agenda, relaxed.project)).toBe(weekIn(agenda, project) - reason.gainWeeks);
          tested++;
        }
      }
    }),
    { seed: 23, numRuns: times(60) },
  );
  expect(tested).toBeGreaterThan(100);
});

/** First week in which a project fits when all others stay where the approved plan has them. */
function startAlone(agenda: Agenda, project: Project): number | undefined {
  const translation = translate(agenda, [project]);
  const own = translation.byProject.get(project.id);
  const phases = agenda.plans[0]?.phases.filter((phase) => phase.project !== project.id) ?? [];
  const plan: Plan = toPlan(translation, { phases });
  return own && insertFrozen(translation, plan, own)?.start;
}

function weekIn(agenda: Agenda, project: Project): number {
  const translation = translate(agenda);
  const own = translation.byProject.get(project.id);
  const plan = toPlan(translation, agenda.plans[0] ?? { phases: [] });
  return own ? spanOf(own, plan).start : -1;
}

/** The agenda in which one reason does not hold, made without the product's own relaxations. */
function without(agenda: Agenda, project: Project, reason: Reason): { agenda: Agenda; project: Project } {
  const { earliestStart, ...free } = project;
  switch (reason.kind) {
    case 'teamCapacity':
      return {
        agenda: {
          ...agenda,
          teams: agenda.teams.map((team) =>
            team.id === reason.team
              ? { ...team, capacity: [{ from: '2000-01-01', personDaysPerYear: 1_000_000, absencePercent: 0 }] }
              : team,
          ),
        },
        project,
      };
    case 'budget':
      return {
        agenda: {
          ...agenda,
          budgetLines: agenda.budgetLines.map((line) =>
            line.id === reason.budgetLine
              ? { ...line, years: line.years.map((year) => ({ ...year, amountCents: 1_000_000_000_000 })) }
              : line,
          ),
        },
        project,
      };
    case 'dependency':
      return {
        agenda,
        project: {
          ...project,
          dependencies: project.dependencies.filter(({ predecessor }) => !reason.projects.includes(predecessor)),
        },
      };
    case 'prerequisite':
      return { agenda, project: { ...project, prerequisites: [] } };
    case 'earliestStart':
      return { agenda, project: earliestStart === undefined ? project : free };
    default:
      throw new Error(`a date of one project is never bound by ${reason.kind}`);
  }
}
