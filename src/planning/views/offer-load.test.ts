import { expect, test } from 'vitest';
import { type Agenda, agendaSchema } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { quickAgenda } from '../testing.ts';
import { loadView } from './load-view.ts';
import { planContext } from './plan-context.ts';

/** Three projects of four weeks that could begin at once, on an offer from February that serves two at a time. */
function served(): Agenda {
  const base = quickAgenda(['A', 'B', 'C'].map((id) => ({ id, weeks: 4 })));
  return agendaSchema.parse({
    ...base,
    partners: [
      {
        id: 'komm',
        name: 'Kommunaler Dienstleister',
        shortName: 'Komm',
        level: 'municipalCompany',
        offers: [
          { id: 'forms', deliverable: 'Formulare', availableFrom: '2021-02-01', quotaPerYear: 2 },
          { id: 'advice', deliverable: 'Beratung' },
        ],
      },
    ],
    projects: base.projects.map((project) => ({
      ...project,
      modes: [{ id: 'own', name: 'Partner', kind: 'shared', partner: 'komm', offer: 'forms' }],
    })),
  });
}

test('a quota is shown month by month: nothing before it is there, then whom it serves at the same time', () => {
  const agenda = served();
  const { plan } = planAgenda(agenda, { seed: 1, limit: { iterations: 50 } });
  if (!plan) throw new Error('no plan');
  const { offers, months } = loadView(planContext(agenda, plan, '2021-01-04'));
  expect(offers).toMatchObject([{ offer: 'forms', partnerName: 'Komm', name: 'Formulare', quota: 2 }]);
  const cells = offers[0]?.cells ?? [];
  expect(cells.map(({ month }) => month)).toEqual(months);
  expect(cells[0]).toMatchObject({ served: 0, quota: 0, percent: 0, projects: [] });
  expect(cells[1]).toMatchObject({ served: 2, quota: 2, percent: 100 });
  expect(cells[2]).toMatchObject({ served: 1, quota: 2, percent: 50 });
  const all = cells.flatMap(({ projects }) => projects.map(({ id }) => id));
  expect([...new Set(all)].toSorted()).toEqual(['A', 'B', 'C']);
});
