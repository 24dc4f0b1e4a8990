import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Action, type Actor, actions, can, canSome, permissions, roles } from './permissions.ts';

/** The table once more, as the city would read it; a change must be made in both places on purpose. */
const expected: Record<Action, string> = {
  //                 reader office council approver programme administrator
  read: '             yes   yes    yes     yes      yes       yes',
  readConfidential: ' no    no     no      yes      yes       yes',
  readTalks: '        no    own    no      yes      yes       yes',
  comment: '          no    yes    yes     yes      yes       yes',
  writeProjects: '    no    own    no      no       yes       yes',
  writeNeeds: '       no    own    no      no       yes       yes',
  writeRegister: '    no    no     no      no       yes       yes',
  writeCapacity: '    no    no     no      no       yes       yes',
  plan: '             no    no     no      no       yes       yes',
  approvePlan: '      no    no     no      yes      no        no',
  writeScenarios: '   no    no     no      no       yes       yes',
  assess: '           no    no     yes     no       yes       yes',
  writePapers: '      no    no     yes     no       yes       yes',
  signStatement: '    no    own    yes     yes      yes       no',
  releaseStatement: ' no    no     no      yes      no        no',
  import: '           no    no     no      no       yes       yes',
  administer: '       no    no     no      no       no        yes',
};

const cases = Object.entries(expected).flatMap(([action, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((word, i) => [roles[i] ?? 'reader', action as Action, word] as const),
);

test.each(cases)('%s, %s: %s', (role, action, word) => {
  const actor = { city: 'chemnitz', roles: [role], ownUnits: ['amt-10'] };
  expect(can(actor, action, { city: 'chemnitz' })).toBe(word === 'yes');
  expect(can(actor, action, { city: 'chemnitz', units: ['amt-10', 'dezernat-1'] })).toBe(word !== 'no');
  expect(can(actor, action, { city: 'chemnitz', units: ['amt-37'] })).toBe(word === 'yes');
  expect(canSome(actor, action)).toBe(word !== 'no');
  expect(canSome({ ...actor, ownUnits: [] }, action)).toBe(word === 'yes');
});

test('every action stands in the expectation', () => {
  expect(Object.keys(expected)).toEqual(Object.keys(permissions));
});

const anyRole = fc.oneof(
  fc.constantFrom(...roles),
  fc.constantFrom('editor', 'constructor', '__proto__', ''),
  fc.string(),
);
const anyUnit = fc.constantFrom('a', 'b', 'c', 'd');
const anyActor = fc.record({ city: fc.constantFrom('x', 'y'), roles: fc.array(anyRole), ownUnits: fc.array(anyUnit) });
const anyTarget = fc.record({ city: fc.constantFrom('x', 'y'), units: fc.array(anyUnit) }, { requiredKeys: ['city'] });
const anyAction = fc.constantFrom(...actions);
const law = (holds: (actor: Actor, action: Action, target: { city: string; units?: string[] }) => boolean): void =>
  fc.assert(fc.property(anyActor, anyAction, anyTarget, holds), { numRuns: 500 });

test('nobody can do anything in another city', () => {
  law((actor, action, target) => actor.city === target.city || !can(actor, action, target));
});

test('unknown roles allow nothing, and a role more never takes anything away', () => {
  law((actor, action, target) => {
    const known = actor.roles.filter((role) => (roles as readonly string[]).includes(role));
    return can(actor, action, target) === can({ ...actor, roles: known }, action, target);
  });
  law((actor, action, target) =>
    roles.every(
      (role) => !can(actor, action, target) || can({ ...actor, roles: [...actor.roles, role] }, action, target),
    ),
  );
});

test('an office only reaches records of its own units, apart from reading and commenting', () => {
  law((actor, action, target) => {
    const office = { ...actor, roles: ['office'] };
    const shared = (target.units ?? []).some((unit) => actor.ownUnits?.includes(unit));
    return action === 'read' || action === 'comment' || shared || !can(office, action, target);
  });
});

test('what is possible on one record opens the door', () => {
  law((actor, action, target) => !can(actor, action, target) || canSome(actor, action));
});

test('who takes files over sees everything, or an import would erase what was hidden', () => {
  for (const role of roles) {
    const actor = { city: 'a', roles: [role] };
    expect(!can(actor, 'import', actor) || can(actor, 'readConfidential', actor)).toBe(true);
  }
});
