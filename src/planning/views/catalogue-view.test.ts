import { expect, test } from 'vitest';
import { parseAgenda } from '../../agenda/index.ts';
import { smallAgenda } from '../../agenda/testing.ts';
import { catalogueView } from './catalogue-view.ts';

const bundle = (key: string, municipal = true) => {
  return { key, name: `Bündel ${key}`, situation: 'Bauen', subject: 'Wohnen', services: 3, municipal };
};
const catalogue = ['10001', '10002', '10003', '10004', '10005'].map((key) => bundle(key, key !== '10005'));

test('covered is what concerns us and has a living project; the last assessment counts for each scheme', () => {
  const small = smallAgenda();
  const [portal, payment, app] = small.projects ?? [];
  const assessed = (version: string, level: number, assessedOn: string) => {
    return { scheme: 'OZG-Reifegrad', version, level, assessedOn };
  };
  const parsed = parseAgenda({
    ...small,
    projects: [
      { ...portal, serviceBundles: ['10001', '10003'] },
      payment,
      { ...app, status: 'rejected', serviceBundles: ['10002'] },
    ],
    serviceBundles: [
      {
        id: '10002',
        concernsUs: true,
        maturity: [assessed('1', 2, '2021-05-01'), assessed('1', 1, '2020-01-01'), assessed('2.0', 4, '2025-08-01')],
      },
      { id: '10003', concernsUs: false },
    ],
  });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  const view = catalogueView(parsed.agenda, catalogue);
  expect(view.bundles.map(({ key, concern }) => [key, concern])).toEqual([
    ['10001', 'yes'],
    ['10002', 'yes'],
    ['10003', 'no'],
    ['10004', 'open'],
    ['10005', 'open'],
  ]);
  expect(view).toMatchObject({ concerning: 2, covered: 1, undecided: 1 });
  expect(view.bundles[1]?.projects).toEqual([]);
  expect(view.bundles[1]?.maturity.map(({ version, level }) => [version, level])).toEqual([
    ['1', 2],
    ['2.0', 4],
  ]);
});
