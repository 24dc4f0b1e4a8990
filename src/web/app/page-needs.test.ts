import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Rights } from '../identity/may.ts';
import { may } from '../identity/may.ts';
import { opens, pageNeeds } from './page-needs.ts';

const reader: Rights = { permissions: ['read'], ownPermissions: [], ownUnits: [] };
const office: Rights = { permissions: ['read'], ownPermissions: ['writeProjects', 'writeNeeds'], ownUnits: ['it'] };
const team: Rights = { permissions: ['read', 'writeProjects', 'writeRegister'], ownPermissions: [], ownUnits: [] };

test('a form opens for those who may save it, everything else for everybody', () => {
  for (const path of ['/', '/projekte', '/projekte/Q9', '/fahrplan/stufen', '/ratspost/einstellungen'])
    expect(opens(reader, path), path).toBe(true);
  for (const path of ['/projekte/Q9/bearbeiten', '/projekt-anlegen', '/fahrplan/ziele/neu/', '/personen'])
    expect(opens(reader, path), path).toBe(false);
  expect(opens(office, '/projekte/Q9/bearbeiten')).toBe(true);
  expect(opens(office, '/fahrplan/ziele/neu')).toBe(false);
  // Asking all offices how it stands is nobody's own project.
  expect(opens(office, '/statusrunde')).toBe(false);
  expect(opens(team, '/statusrunde')).toBe(true);
});

test('an office may change what belongs to its units, and nothing that belongs to nobody', () => {
  expect(may(office, 'writeProjects')).toBe(true);
  expect(may(office, 'writeProjects', ['hall', 'it'])).toBe(true);
  expect(may(office, 'writeProjects', ['hall'])).toBe(false);
  expect(may(office, 'writeProjects', [])).toBe(false);
  expect(may(team, 'writeProjects', [])).toBe(true);
});

test('every address in the table is a page', () => {
  const folder = import.meta.dirname;
  const source = readdirSync(folder)
    .filter((name) => /^router\.tsx$|-routes\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
  const pages = [...source.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path.replaceAll(/\$\w+/g, '*'));
  expect(Object.keys(pageNeeds).filter((address) => !pages.includes(address))).toEqual([]);
});
