import { expect, test } from 'vitest';
import { defaultWeighting, parseAgenda, weightingSchema } from '../../agenda/index.ts';
import { smallAgenda } from '../../agenda/testing.ts';
import { priorityView } from './view.ts';

function agendaWith(points: Record<string, Record<string, number>>) {
  const small = smallAgenda();
  const projects = (small.projects ?? []).map((one) => ({
    ...one,
    ...(points[one.id] && { priority: points[one.id] }),
  }));
  const parsed = parseAgenda({ ...small, projects });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.agenda;
}

test('the proposed weighting is a weighting', () => {
  expect(weightingSchema.parse(defaultWeighting)).toEqual(defaultWeighting);
});

test('points are given or counted, what is missing is null and counts nothing, and duties stand first', () => {
  const agenda = agendaWith({ app: { nutzen: 100 }, portal: { nutzen: 40, umsetzbarkeit: 10.5 } });
  const { rows } = priorityView(agenda, defaultWeighting, 5);
  expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
    ['payment', 1],
    ['app', 2],
    ['portal', 3],
  ]);
  const [payment, app, portal] = rows;
  // nutzen, bedarf, faelle, strategie, umsetzbarkeit, aufwand
  expect(payment?.points).toEqual([null, 100, null, 0, null, 41.7]);
  expect(app?.points).toEqual([100, 0, null, 0, null, 53.3]);
  expect(portal?.points).toEqual([40, 0, null, 100, 10.5, 0]);
  expect(app?.score).toBe(35.3);
  expect(portal?.score).toBe(28.1);
});

test('the weight at which two projects change places is named exactly', () => {
  const agenda = agendaWith({ app: { nutzen: 100 }, portal: { nutzen: 40, umsetzbarkeit: 10.5 } });
  const found = priorityView(agenda, defaultWeighting, 20).sensitivity;
  const benefit = found.find(({ criterion }) => criterion === 'nutzen');
  // In tenths: app 5330 + 1000 w against portal 16050 + 400 w.
  expect(benefit?.below).toEqual({ at: 30 - (35330 - 28050) / 600, ahead: 'app', behind: 'portal' });
  expect(benefit?.above).toBeNull();
  expect(benefit?.changes).toEqual([
    { id: 'app', rank: 2, lower: 3, higher: 2 },
    { id: 'portal', rank: 3, lower: 2, higher: 3 },
  ]);
});
