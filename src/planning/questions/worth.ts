import { type Agenda, fridayBeforeWeek } from '../../agenda/index.ts';
import { makeProblem, type Plan, type Result, solve } from '../../solver/index.ts';
import { basePlan, planAgenda, type SearchOptions } from '../plan-agenda.ts';
import { planLevels } from '../translation/levels.ts';
import { spanOf, toPlan } from '../translation/schedule.ts';
import { type Translation, translate } from '../translation/translate.ts';
import { applyChanges } from './changes.ts';
import { chosenAgenda, hasChoice } from './chosen.ts';
import { halfYearsAfter } from './measures.ts';
import type { Worth, WorthRow } from './question-schemas.ts';

/** 100,000 euros. */
const AMOUNT_CENTS = 10_000_000;

/** At most so many projects are named per row, those that gain most. */
const MOST_PROJECTS = 5;

/**
 * The marginal value of capacity: the agenda is planned as it stands, and then anew with one more post in each team, or
 * 100,000 euros more a year, always from the same plan, with the same seed and the same number of steps. A plan without
 * the change is also a plan with it, so a gain is never negative, and what the search finds for the agenda as it stands
 * counts on both sides: differences are not luck of one side, but another seed may still show others. What the plan
 * leaves out stays left out.
 */
export function capacityWorth(whole: Agenda, options: SearchOptions): Worth {
  const base = basePlan(whole) ?? (hasChoice(whole) ? planAgenda(whole, options).plan : null);
  const agenda = chosenAgenda(whole, base ?? undefined);
  const first = planned(agenda, options, null, null);
  const now = planned(agenda, options, first.plan, first.translation);
  const rows = changesOf(agenda).flatMap((row): WorthRow[] => {
    if (options.cancelled?.()) return [];
    const changed = planned(applyChanges(agenda, row.changes), options, first.plan, first.translation);
    return [worthOf(row, now, better(now, changed))];
  });
  const [statutory = 0, promised = 0, value = 0] = now.result.values;
  return {
    seed: options.seed,
    iterations: now.result.iterations,
    statutoryLateWeeks: statutory,
    promisedLateWeeks: promised,
    value,
    quality: 'bestFound',
    rows: rows.toSorted(
      (a, b) =>
        b.statutoryWeeksGained - a.statutoryWeeksGained ||
        b.promisedWeeksGained - a.promisedWeeksGained ||
        b.valueGained - a.valueGained,
    ),
  };
}

interface Planned {
  translation: Translation;
  result: Result;
  plan: Plan | null;
}

/** Blocks and their order do not depend on capacity and money, so one plan starts them all, and their translation is taken over. */
function planned(agenda: Agenda, options: SearchOptions, warmStart: Plan | null, known: Translation | null): Planned {
  const translation = translate(agenda, [], known);
  const base = basePlan(agenda);
  const start = warmStart ?? (base ? toPlan(translation, base) : null);
  const problem = makeProblem({ ...translation.input, levels: planLevels(translation) });
  const result = solve(problem, { ...options, ...(start ? { warmStart: start } : {}) });
  return { translation, result, plan: result.plan };
}

function better(now: Planned, changed: Planned): Planned {
  const k = now.result.values.findIndex((value, i) => value !== changed.result.values[i]);
  const worse = k >= 0 && (now.result.values[k] ?? 0) < (changed.result.values[k] ?? Number.POSITIVE_INFINITY);
  return worse ? now : changed;
}

type Change = Pick<WorthRow, 'kind' | 'team' | 'budgetLine' | 'changes' | 'costCentsPerYear'>;

function changesOf(agenda: Agenda): Change[] {
  const [from] = halfYearsAfter(agenda.planStart);
  const posts = agenda.teams.map(
    (team): Change => ({
      kind: 'post',
      team: team.id,
      budgetLine: null,
      changes: [{ kind: 'posts', team: team.id, fte: 1, from }],
      costCentsPerYear: team.costPerFteCents ?? 0,
    }),
  );
  const money = agenda.budgetLines.map(
    (line): Change => ({
      kind: 'money',
      team: null,
      budgetLine: line.id,
      changes: line.years.map(({ year }) => ({ kind: 'money', budgetLine: line.id, year, cents: AMOUNT_CENTS })),
      costCentsPerYear: AMOUNT_CENTS,
    }),
  );
  return [...posts, ...money];
}

function worthOf(row: Change, now: Planned, changed: Planned): WorthRow {
  const gain = (level: number) => (now.result.values[level] ?? 0) - (changed.result.values[level] ?? 0);
  const value = now.result.values[2] ?? 0;
  return {
    ...row,
    statutoryWeeksGained: gain(0),
    promisedWeeksGained: gain(1),
    valueGained: gain(2),
    valuePermille: value > 0 ? Math.round((1000 * gain(2)) / value) : 0,
    projects: earlier(now, changed),
  };
}

function earlier(now: Planned, changed: Planned): WorthRow['projects'] {
  const { translation } = now;
  return translation.projects
    .flatMap((project) => {
      const same = changed.translation.byProject.get(project.project.id);
      if (!same || !now.plan || !changed.plan) return [];
      const { end } = spanOf(same, changed.plan);
      const weeksEarlier = spanOf(project, now.plan).end - end;
      return weeksEarlier > 0
        ? [{ project: project.project.id, weeksEarlier, finish: fridayBeforeWeek(translation.weeks, end) }]
        : [];
    })
    .toSorted((a, b) => b.weeksEarlier - a.weeksEarlier || (a.project < b.project ? -1 : 1))
    .slice(0, MOST_PROJECTS);
}
