import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Agenda, type AgendaInput, generateAgenda, type PlanVersion } from '../agenda/index.ts';
import { planAgenda } from './plan-agenda.ts';
import { checkPlan } from './plans/check-plan.ts';
import { contradictionIn } from './plans/contradiction.ts';
import { answerQuestion } from './questions/answer-question.ts';
import { whyNot } from './questions/why-not.ts';
import { approved, type QuickProject, quickAgenda, quickProject } from './testing.ts';
import { budgetRows } from './views/budget-view.ts';
import { planContext } from './views/plan-context.ts';

/** Authority to bind money of later years (SächsGemO § 81), from the record to plan, reasons and tables. */

const options = { seed: 1, limit: { iterations: 60 } };

/** Half of 52 weeks from 2021-07-05 on fall into 2022: 10,000 of 20,000 euros. */
const long: QuickProject = { id: 'A', weeks: 52, euro: 20_000 };

/** The authorisations of 2021, 2022 and 2023 in euros; undefined = none is named. */
function withAuthority(projects: readonly QuickProject[], ...euros: (number | undefined)[]): Agenda {
  const years = euros.map((euro, i) => ({
    year: 2021 + i,
    amountCents: 5_200_000,
    ...(euro === undefined ? {} : { commitmentsCents: 100 * euro }),
  }));
  const money: AgendaInput['budgetLines'] = [{ id: 'money', name: 'Programmmittel', carryOverPercent: 100, years }];
  return quickAgenda(projects, { budgetLines: money });
}

function startOf(agenda: Agenda): string | undefined {
  return planAgenda(agenda, options).plan?.phases[0]?.start;
}

/** What the plan binds beyond the authorisations, by line and year. */
function exceeded(agenda: Agenda, plan: PlanVersion): string[] {
  const context = planContext(agenda, plan, agenda.planStart);
  return agenda.budgetLines.flatMap((line) =>
    budgetRows(context, line).flatMap(({ year, commitments }) =>
      commitments && commitments.boundCents > commitments.authorisedCents ? [`${line.id} ${year}`] : [],
    ),
  );
}

describe('a plan', () => {
  const july = { ...long, earliest: '2021-07-05' };

  test('binds no more than is authorised, and waits for a year that authorises it', () => {
    expect(startOf(withAuthority([july], undefined, undefined))).toBe('2021-07-05');
    expect(startOf(withAuthority([july], 10_000, 0))).toBe('2021-07-05');
    expect(startOf(withAuthority([july], 9_600, 0, 0))).toBe('2022-01-03');
  });

  test('two phases of one year share its authorisation', () => {
    const two = [july, { ...july, id: 'B' }];
    const starts = (agenda: Agenda) =>
      planAgenda(agenda, options)
        .plan?.phases.map(({ start }) => start)
        .toSorted();
    expect(starts(withAuthority(two, 20_000, 0, 0))).toEqual(['2021-07-05', '2021-07-05']);
    expect(starts(withAuthority(two, 10_000, 0, 0))).toEqual(['2021-07-05', '2022-01-03']);
  });

  test('what began in a fiscal year before the plan was bound then', () => {
    const running = (fixed: string) => contradictionIn(withAuthority([{ ...long, fixed }], 0, 0));
    expect(running('2020-12-28')).toBeNull();
    expect(running('2021-02-01')?.message.de).toContain('Verpflichtungsermächtigung');
  });

  test('shows what is authorised and bound where a year names it', () => {
    const agenda = withAuthority([july], 12_000, undefined);
    const { plan } = planAgenda(agenda, options);
    const [line] = agenda.budgetLines;
    if (!plan || !line) throw new Error('no plan was found');
    const rows = budgetRows(planContext(agenda, plan, agenda.planStart), line);
    expect(rows.map(({ commitments }) => commitments)).toEqual([
      { authorisedCents: 1_200_000, boundCents: 1_000_000 },
      undefined,
    ]);
  });
});

test('fixed starts that bind too much name the line, the year and the projects of that year', () => {
  const held = (id: string, fixed: string): QuickProject => ({ ...long, id, fixed });
  const agenda = withAuthority(
    [held('A', '2021-07-05'), held('B', '2021-07-05'), held('C', '2022-01-03')],
    10_000,
    0,
    0,
  );
  expect(contradictionIn(agenda)).toMatchObject({
    path: ['projects', 0, 'fixedStart'],
    message: {
      de: 'Was festgehalten ist, bindet im Jahr 2021 mehr Mittel späterer Jahre, als die Verpflichtungsermächtigung für „Programmmittel“ zulässt. Bitte ein festgehaltenes Projekt verschieben oder lösen. Dort liegen fest: „A“, „B“.',
    },
  });
});

test('a plan made before the authorisation was cut is named by the validator', () => {
  const { plan } = planAgenda(withAuthority([{ ...long, earliest: '2021-07-05' }], 10_000, 0), options);
  if (!plan) throw new Error('no plan was found');
  const texts = checkPlan(withAuthority([{ ...long, earliest: '2021-07-05' }], 9_000, 0), plan);
  expect(texts.map(({ de }) => de)).toEqual([
    'Die Verpflichtungsermächtigung für „Programmmittel“ reicht im Jahr 2021 nicht.',
  ]);
});

test('a motion is told that the authorisation binds its date, and which one would be enough', () => {
  const ask = (authorised: number) => {
    const agenda = withAuthority([{ id: 'other', weeks: 2, days: { IT: 2 } }], authorised, 0, 0);
    const base = approved(agenda, planAgenda(agenda, options).plan);
    return answerQuestion(base, { ...quickProject(long), earliestStart: '2021-07-05' }, { seed: 1, iterations: 200 });
  };
  const answer = ask(4_000);
  expect(answer.untouched?.start).toBe('2022-01-03');
  expect(answer.kept?.start).toBe('2022-01-03');
  expect(answer.reasons).toContainEqual(
    expect.objectContaining({ kind: 'commitments', budgetLine: 'money', gainWeeks: 26, together: false }),
  );
  expect(answer.extra).toMatchObject({
    start: '2021-07-05',
    teams: [],
    money: [],
    authorisations: [{ budgetLine: 'money', cents: 600_000, years: [{ year: 2021, cents: 600_000 }] }],
  });
  expect(ask(4_000 + 6_000).untouched?.start).toBe('2021-07-05');
});

test('a deadline that the authorisation rules out: the fact is named and proven', () => {
  const agenda = withAuthority([{ ...long, earliest: '2021-07-05', by: '2022-07-31' }], 5_000, 0, 0);
  const { plan } = planAgenda(agenda, options);
  if (!plan) throw new Error('no plan was found');
  const { conflict, repairs } = whyNot(agenda, plan);
  expect(conflict).toMatchObject({
    facts: [{ kind: 'commitments', ids: ['money'] }, { kind: 'start' }],
    verified: true,
  });
  // From 2021-08-02 on, the last start in time, 30 of 52 weeks lie in 2022.
  expect(repairs).toContainEqual(
    expect.objectContaining({ authorisations: [expect.objectContaining({ cents: 653_847 })] }),
  );
});

describe('law', () => {
  const agendas = fc
    .record({ projects: fc.integer({ min: 1, max: 12 }), seed: fc.nat(1_000_000) })
    .map((size) => generateAgenda({ ...size, commitments: true }));

  test('no plan of a generated agenda binds more than is authorised; twice the authorisations keep it valid', () => {
    let bound = 0;
    fc.assert(
      fc.property(agendas, (agenda) => {
        const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 8 } });
        if (!plan) throw new Error('no plan was found');
        expect(exceeded(agenda, plan)).toEqual([]);
        expect(checkPlan(agenda, plan)).toEqual([]);
        const doubled = agenda.budgetLines.map((line) => ({
          ...line,
          years: line.years.map((year) => ({ ...year, commitmentsCents: 2 * (year.commitmentsCents ?? 0) })),
        }));
        expect(checkPlan({ ...agenda, budgetLines: doubled }, plan)).toEqual([]);
        const none = agenda.budgetLines.map((line) => ({
          ...line,
          years: line.years.map((year) => ({ ...year, commitmentsCents: 0 })),
        }));
        if (exceeded({ ...agenda, budgetLines: none }, plan).length === 0) return;
        bound++;
        expect(checkPlan({ ...agenda, budgetLines: none }, plan)).not.toEqual([]);
      }),
      { seed: 41, numRuns: process.env.LONG ? 2000 : 60 },
    );
    expect(bound).toBeGreaterThan(10);
  });
});
