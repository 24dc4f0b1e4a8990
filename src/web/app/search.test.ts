import { expect, test } from 'vitest';
import { loadSearch, obligationsSearch, projectsSearch, roadmapSearch } from './search.ts';

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

test('a month is a month', () => {
  expect(loadSearch({ monat: '2021-03', team: 'PM' })).toEqual({ monat: '2021-03', team: 'PM' });
  expect(loadSearch({ monat: 'März' })).toEqual({});
});
