import { expect, test } from 'vitest';
import { pathText } from './fault.ts';
import { faultsAfter } from './testing.ts';

const places = [
  'city.population[0].source',
  'units[1].parent',
  'units[1].names[0].source',
  'units[1].provenance.name.source',
  'teams[1].unit',
  'stages[1].entryConditions[0].projects[0]',
  'stages[1].entryConditions[0].prerequisites[0]',
  'actionFields[1].stage',
  'goals[0].actionField',
  'goals[0].indicators[0].values[0].source',
  'projects[1].actionField',
  'projects[1].leadUnit',
  'projects[1].goals[0]',
  'projects[1].participants[0]',
  'projects[1].partners[0]',
  'projects[1].prerequisites[0]',
  'projects[0].obligations[0]',
  'projects[1].strategies[0]',
  'strategies[0].goals[0].projects[0]',
  'projects[1].needs[0]',
  'projects[1].dependencies[0].predecessor',
  'projects[1].deadlines[0].obligation',
  'projects[0].gates[0].obligation',
  'projects[0].rollout[0].unit',
  'projects[0].modes[1].partner',
  'projects[0].modes[1].offer',
  'projects[1].fixedMode',
  'projects[0].phases[0].work.shared.costs[0].budgetLine',
  'prerequisites[0].partner',
  'interviews[0].unit',
  'needs[0].units[0]',
  'needs[0].interviews[0]',
  'needs[0].projects[0]',
  'peerCities[0].facts[0].source',
  'plans[0].phases[2].project',
  'plans[0].phases[2].phase',
  'plans[0].phases[2].mode',
  'scenarios[0].base',
  'scenarios[0].changes[0].team',
  'scenarios[0].changes[1].budgetLine',
  'scenarios[0].changes[2].project',
  'scenarios[0].changes[3].project',
  'commitments[0].project',
  'commitments[0].prerequisite',
];

/** Lists and maps that the small agenda leaves out at the place of an id. */
const surroundings: Record<string, Record<string, unknown>> = {
  'units[1].provenance.name.source': { 'units[1].provenance.name': { kind: 'sourced' } },
  'projects[1].goals[0]': { 'projects[1].goals': [] },
  'projects[1].participants[0]': { 'projects[1].participants': [] },
  'projects[1].partners[0]': { 'projects[1].partners': [] },
  'projects[0].obligations[0]': { 'projects[0].obligations': [] },
  'projects[1].strategies[0]': { 'projects[1].strategies': [] },
  'strategies[0].goals[0].projects[0]': { 'strategies[0].goals': [{ id: 'z1', name: 'Ziel', projects: [] }] },
};

test.each(places)('an unknown id at %s is found', (place) => {
  const [fault, ...more] = faultsAfter({ ...surroundings[place], [place]: 'nix' });
  expect(more).toEqual([]);
  expect(fault?.code).toBe('unknownId');
  expect(pathText(fault?.path ?? [])).toBe(place);
  expect(fault?.message.de).toContain('„nix“');
});

test.each([
  ['projects[1].phases[0].work.own.effortTenths.nix', 5],
  ['projects[1].phases[0].work.nix', { weeks: 3 }],
  ['templates[0].phases[0].work.own.effortTenths.nix', 5],
  ['templates[0].phases[0].work.nix', { weeks: 3 }],
])('an unknown id as key at %s is found', (place, value) => {
  const faults = faultsAfter({ [place]: value });
  expect(faults.map((one) => [one.code, pathText(one.path)])).toEqual([['unknownId', place]]);
});

test('an offer needs its partner', () => {
  const [fault] = faultsAfter({ 'projects[1].modes[0].offer': 'amt24' });
  expect(fault?.code).toBe('unknownId');
  expect(fault?.message.de).toContain('fehlt „partner“');
});

test('several faults come together, each id with the one that was probably meant', () => {
  const faults = faultsAfter({
    planStart: '2020-09-01',
    'projects[1].dependencies[0].predecessor': 'portl',
    'projects[2].actionField': 'societi',
  });
  expect(faults.map((one) => one.code)).toEqual(['unknownId', 'unknownId', 'planStartNotMonday']);
  expect(faults[0]?.message.de).toContain('Meinten Sie „portal“?');
  expect(faults[1]?.message.en).toContain('Did you mean “society”?');
});
