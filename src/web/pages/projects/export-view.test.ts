import { expect, test } from 'vitest';
import type { ProjectRow } from '../../api/types.ts';
import { de } from '../../language/de.ts';
import { tableOf } from './export-view.ts';

const row = (id: string) => ({ id, name: `Projekt ${id}` }) as ProjectRow;
const columns = [{ label: 'Projekt', plain: ({ name }: ProjectRow) => name }];
const groups = [
  { key: 'Bund', rows: [row('S1')] },
  { key: '', rows: [row('Q1')] },
];

test('the file holds what the page shows: the groups as a column, each line under its own', () => {
  const nameOf = (key: string) => ({ text: key || 'ohne Partner' });
  expect(tableOf(groups, columns, de, { by: 'partner', nameOf })).toEqual({
    head: ['Gruppe: Partner', 'Schlüssel', 'Projekt'],
    lines: [
      ['Bund', 'S1', 'Projekt S1'],
      ['ohne Partner', 'Q1', 'Projekt Q1'],
    ],
  });
  expect(tableOf(groups, columns, de).head).toEqual(['Schlüssel', 'Projekt']);
});
