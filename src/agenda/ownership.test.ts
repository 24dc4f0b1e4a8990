import { expect, test } from 'vitest';
import { openAgenda } from './confidential.ts';
import { needTarget, projectTarget, unitsSpokenFor, unitTarget } from './ownership.ts';
import { parseAgenda } from './parse.ts';
import { smallAgenda } from './testing.ts';

const parsed = parseAgenda(smallAgenda());
if ('faults' in parsed) throw new Error('the small agenda has no faults');
const { agenda } = parsed;

test('who speaks for a department speaks for the projects of its offices', () => {
  expect(unitTarget(agenda, 'it')).toEqual({ city: 'neustadt', units: ['it', 'd1'] });
  expect(projectTarget(agenda, { leadUnit: 'it' })).toEqual({ city: 'neustadt', units: ['it', 'd1'] });
  expect(needTarget(agenda, { units: ['it', 'd1'] }).units).toEqual(['it', 'd1', 'd1']);
  expect(unitsSpokenFor(agenda, ['d1'])).toContain('it');
  expect(unitsSpokenFor(agenda, ['it'])).toEqual(['it']);
});

test('a project without a lead belongs to no office, and a circle of units does not hang', () => {
  expect(projectTarget(agenda, {})).toEqual({ city: 'neustadt', units: [] });
  const names: [{ name: string }] = [{ name: 'x' }];
  const units = [
    { id: 'a', kind: 'office' as const, names, parent: 'b' },
    { id: 'b', kind: 'office' as const, names, parent: 'a' },
  ];
  expect(unitTarget({ ...agenda, units }, 'a').units).toEqual(['a', 'b']);
});

test('without the permission neither costs of a post nor records of talks are seen', () => {
  const teams = agenda.teams.map((team) => ({ ...team, costPerFteCents: 7_654_321 }));
  const answers = [{ question: 'Was fehlt?', text: 'Auch das bleibt unter uns.' }];
  const interviews = [{ id: 'g1', unit: 'it', answers, record: 'Das bleibt unter uns.' }];
  const text = JSON.stringify(openAgenda({ ...agenda, teams, interviews }));
  expect(text).not.toContain('7654321');
  expect(text).not.toContain('unter uns');
  expect(text).toContain('"g1"');
});
