import { expect, test } from 'vitest';
import { calendarSearch } from './council-search.ts';
import { loadSearch, obligationsSearch, projectsSearch, roadmapSearch, signInSearch } from './search.ts';

test('unknown words are dropped, known ones kept', () => {
  expect(roadmapSearch({ massstab: 'jahrhundert', ansicht: 'tabelle', art: 'mandatory', fremd: 1 })).toEqual({
    ansicht: 'tabelle',
    art: 'mandatory',
  });
  expect(projectsSearch({ sort: 'ende', ab: true, gruppe: 'farbe', suche: '' })).toEqual({ sort: 'ende', ab: true });
  expect(obligationsSearch({ kraft: 'must', ampel: 'overdue' })).toEqual({ kraft: 'must', ampel: 'overdue' });
});

test('a search for a number is text', () => {
  expect(projectsSearch({ suche: 115 })).toEqual({ suche: '115' });
});

test('after the sign-in only a page of ours is gone back to', () => {
  expect(signInSearch({ zurueck: '/projekte/V3/bearbeiten' })).toEqual({ zurueck: '/projekte/V3/bearbeiten' });
  for (const zurueck of [
    '//boese.example',
    '/\\boese.example',
    'https://boese.example',
    'javascript:alert(1)',
    `/${'x'.repeat(500)}`,
  ])
    expect(signInSearch({ zurueck }), zurueck).toEqual({});
});

test('a month is a month', () => {
  expect(calendarSearch({ monat: '2020-09', nur: 'meine' })).toEqual({ monat: '2020-09', nur: 'meine' });
  for (const monat of ['2020-13', '1850-01', 'morgen', '2020-9'])
    expect(calendarSearch({ monat, nur: 'x' })).toEqual({});
  expect(loadSearch({ monat: '2021-03', team: 'PM' })).toEqual({ monat: '2021-03', team: 'PM' });
  expect(loadSearch({ monat: 'März' })).toEqual({});
});
