import { expect, test } from 'vitest';
import type { Me } from '../api/types.ts';
import { de } from '../language/de.ts';
import { suggestionsFor } from './suggestions.ts';

const me = { permissions: ['read'], ownPermissions: ['writeProjects'] } as unknown as Me;
const dark = { label: 'Dunkle Darstellung', action: () => undefined };
const labels = (typed: string, hits: { kind: string; id: string; title: string; href: string }[] = []) =>
  suggestionsFor(typed, { t: de, me, hits, actions: [dark] }).map((one) => one.label);

test('at first the main pages and the actions, then what fits the beginnings of words', () => {
  expect(labels('').slice(0, 2)).toEqual(['Übersicht', 'Fahrplan']);
  expect(labels('')).toContain('Dunkle Darstellung');
  expect(labels('ub')).toEqual(['Übersicht', 'Alle Treffer zu „ub“']);
  expect(labels('dunk')).toEqual(['Dunkle Darstellung', 'Alle Treffer zu „dunk“']);
});

test('a page that the person may not use is not offered, one for own records is', () => {
  expect(labels('personen')).toEqual(['Alle Treffer zu „personen“']);
  expect(labels('neues projekt')[0]).toBe(de.edit.newTitle);
});

test('records stand behind pages, each with its kind, projects with their key', () => {
  const hits = [{ kind: 'project', id: 'V2', title: 'E-Akte-Plattform', href: '/projekte/V2' }];
  expect(labels('akte', hits)).toEqual(['V2 E-Akte-Plattform', 'Alle Treffer zu „akte“']);
});
