import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Agenda, agendaSchema, generateAgenda, type ScheduledPhase } from '../agenda/index.ts';
import { planAgenda } from './plan-agenda.ts';

/** Changes of an agenda that mean nothing must change nothing. `LONG=1` runs ten times as many. */
const times = (count: number): number => (process.env.LONG ? 10 * count : count);
const options = { seed: 1, limit: { iterations: 30 } };
const agendas = fc
  .record({ projects: fc.integer({ min: 1, max: 15 }), seed: fc.integer({ min: 0, max: 1_000_000 }) })
  .map((size) => generateAgenda(size));

/** Rewrites every text and number of a document. */
function rewrite(value: unknown, change: (value: unknown, key: string) => unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, change, key));
  if (typeof value !== 'object' || value === null) return change(value, key);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rewrite(item, change, name)]));
}

const phasesOf = (agenda: Agenda): readonly ScheduledPhase[] => planAgenda(agenda, options).plan?.phases ?? [];

test('law: other names for the projects, the same dates', () => {
  fc.assert(
    fc.property(agendas, (agenda) => {
      const ids = agenda.projects.map(({ id }) => id);
      // Names whose alphabetical order is the other way round.
      const names = new Map(ids.map((id, i) => [id, `p-${1000 - i}`]));
      const rename = (value: unknown) => names.get(value as string) ?? value;
      const renamed = agendaSchema.parse(rewrite(agenda, rename));
      expect(phasesOf(renamed)).toEqual(
        phasesOf(agenda).map((phase) => ({ ...phase, project: rename(phase.project) })),
      );
    }),
    { seed: 41, numRuns: times(40) },
  );
});

test('law: in another order the projects have the same bounds, and what is proven stays proven', () => {
  fc.assert(
    fc.property(agendas, (agenda) => {
      const one = planAgenda(agenda, options);
      const other = planAgenda({ ...agenda, projects: agenda.projects.toReversed() }, options);
      expect(other.bounds).toEqual(one.bounds);
      expect(other.undated.toSorted()).toEqual(one.undated.toSorted());
      expect(other.plan === null).toBe(one.plan === null);
      for (const [level, bound] of one.bounds.entries()) {
        expect(other.values[level]).toBeGreaterThanOrEqual(bound);
        if (one.values[level] !== bound) break;
      }
    }),
    { seed: 42, numRuns: times(40) },
  );
});

test('law: 28 years later, when the calendar is the same again, the same plan', () => {
  const YEARS = 28;
  const later = (value: unknown, key: string): unknown => {
    if (key === 'year' && typeof value === 'number') return value + YEARS;
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
    return `${Number(value.slice(0, 4)) + YEARS}${value.slice(4)}`;
  };
  fc.assert(
    fc.property(agendas, (agenda) => {
      const shifted = agendaSchema.parse(rewrite(agenda, later));
      expect(phasesOf(shifted)).toEqual(rewrite(phasesOf(agenda), later));
    }),
    { seed: 43, numRuns: times(40) },
  );
});
