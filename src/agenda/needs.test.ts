import { expect, test } from 'vitest';
import { defaultGuide } from './default-guide.ts';
import { interviewGuideSchema, needState, needsOfProject, originsOf, projectsOfNeed, standingNeeds } from './needs.ts';
import { parseAgenda } from './parse.ts';
import { smallAgenda } from './testing.ts';

function agendaWith(needs: readonly object[]) {
  const small = smallAgenda();
  const parsed = parseAgenda({ ...small, needs: [...(small.needs ?? []), ...needs] });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.agenda;
}
const more = [
  { id: 'n2', name: 'Zahlen per Karte', units: ['d1'], mergedInto: 'n1' },
  { id: 'n3', name: 'Drucker', units: ['it'], answer: 'Läuft über den Rahmenvertrag.' },
  { id: 'n4', name: 'App', units: ['it'] },
];

test('a merged need stands where the need stands that speaks for it, and both keep their origin', () => {
  const agenda = agendaWith(more);
  const states = agenda.needs.map((need) => [need.id, needState(agenda, need)]);
  expect(states).toEqual([
    ['n1', 'inProject'],
    ['n2', 'inProject'],
    ['n3', 'answered'],
    ['n4', 'open'],
  ]);
  expect(originsOf(agenda.needs, 'n1').map(({ units }) => units)).toEqual([['it'], ['d1']]);
  expect(standingNeeds(agenda.needs).map(({ id }) => id)).toEqual(['n1', 'n3', 'n4']);
});

test('a project takes a need up whichever of both names the other', () => {
  const agenda = agendaWith([{ id: 'n5', name: 'Portal', units: ['it'], projects: ['portal'] }]);
  expect(projectsOfNeed(agenda, 'n5')).toEqual(['portal']);
  expect(needsOfProject(agenda, 'portal').map(({ id }) => id)).toEqual(['n5']);
  expect(needsOfProject(agenda, 'payment').map(({ id }) => id)).toEqual(['n1']);
});

test('the proposed guide is a guide', () => {
  expect(interviewGuideSchema.parse(defaultGuide)).toEqual(defaultGuide);
});
