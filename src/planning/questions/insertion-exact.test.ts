import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Agenda, type Project, projectSchema } from '../../agenda/index.ts';
import { makeProblem, validatePlan } from '../../solver/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { approved, quickAgenda } from '../testing.ts';
import { settingFor } from './candidate.ts';
import { insertFrozen } from './insertion.ts';

const options = { seed: 1, limit: { iterations: 30 } };

const work = fc.record({
  weeks: fc.integer({ min: 1, max: 4 }),
  pm: fc.integer({ min: 0, max: 10 }),
  euro: fc.integer({ min: 0, max: 30_000 }),
  spread: fc.constantFrom('even' as const, 'start' as const, 'end' as const),
});
type Work = { weeks: number; pm: number; euro: number; spread: 'even' | 'start' | 'end' };

/** Two phases in a chain, each with work in two delivery modes. */
const candidateArbitrary = fc.tuple(work, work, work, work).map(([a, b, c, d]): Project => {
  const workOf = ({ weeks, pm, euro, spread }: Work) => ({
    weeks,
    effortTenths: { PM: pm * weeks * 10 },
    costs: [{ budgetLine: 'money', cents: euro * 100, spread }],
  });
  return projectSchema.parse({
    id: 'X',
    name: 'Kandidat',
    actionField: 'field',
    commitmentClass: 'decided',
    status: 'planned',
    modes: [
      { id: 'own', name: 'eigen', kind: 'own' },
      { id: 'vendor', name: 'vergeben', kind: 'vendor' },
    ],
    phases: [
      { id: 'one', name: 'eins', work: { own: workOf(a), vendor: workOf(b) } },
      { id: 'two', name: 'zwei', work: { own: workOf(c), vendor: workOf(d) } },
    ],
  });
});

/** Five weeks of 2021 are left, then a new budget year begins; unspent money survives in full, in half, or not at all. */
const agendaArbitrary = fc
  .record({
    load: fc.integer({ min: 0, max: 10 }),
    weeks: fc.integer({ min: 1, max: 8 }),
    euro: fc.integer({ min: 0, max: 30_000 }),
    carryOverPercent: fc.constantFrom(0, 50, 100),
  })
  .map(({ load, weeks, euro, carryOverPercent }): Agenda => {
    const agenda = quickAgenda([{ id: 'A', weeks, days: { PM: load * weeks }, euro, fixed: '2021-11-29' }], {
      planStart: '2021-11-29',
      budgetLines: [
        {
          id: 'money',
          name: 'Programmmittel',
          carryOverPercent,
          years: [
            { year: 2021, amountCents: 3_000_000 },
            { year: 2022, amountCents: 3_000_000 },
          ],
        },
      ],
    });
    return approved(agenda, planAgenda(agenda, options).plan);
  });

test('law: no dates in any delivery mode end earlier than the insertion, whatever the budget years and their carry-over', () => {
  let compared = 0;
  fc.assert(
    fc.property(agendaArbitrary, candidateArbitrary, (agenda, candidate) => {
      const { translation, planned, base, askedWeek } = settingFor(agenda, candidate, options);
      const found = insertFrozen(translation, base, planned);
      const problem = makeProblem({ ...translation.input, levels: [] });
      const [one, two] = planned.blocks.map(({ activity }) => activity);
      const weeks = (block: number, mode: number) => planned.blocks[block]?.profiles[mode]?.weeks ?? 0;
      const fits = (mode: number, first: number, second: number): boolean => {
        const plan = { start: Int32Array.from(base.start), mode: Int32Array.from(base.mode) };
        for (const [activity, start] of [
          [one ?? 0, first],
          [two ?? 0, second],
        ] as const) {
          plan.start[activity] = start;
          plan.mode[activity] = mode;
        }
        return validatePlan(problem, plan).length === 0;
      };
      const last = Math.min(found?.end ?? 16, 16);
      if (found) expect(fits(found.mode, found.starts[0] ?? 0, found.starts[1] ?? 0)).toBe(true);
      for (const mode of [0, 1]) {
        for (let first = askedWeek; first < last; first++) {
          for (let second = first + weeks(0, mode); second + weeks(1, mode) < last; second++) {
            compared++;
            expect(fits(mode, first, second)).toBe(false);
          }
        }
      }
    }),
    { seed: 12, numRuns: process.env.LONG ? 2000 : 60 },
  );
  expect(compared).toBeGreaterThan(500);
});
