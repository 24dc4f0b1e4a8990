import { expect, test } from 'vitest';
import { type FaultCode, faultCodes, pathText } from './fault.ts';
import { faultsAfter } from './testing.ts';

const oneOf = (projects: string[], choice = 'exactlyOne') => ({ id: 'way', name: 'Weg', choice, projects });
const droppable = { loss: 10 };
/** A second project that nothing else of the small agenda concerns. */
const other = {
  id: 'other',
  name: 'Bürger-Chat',
  actionField: 'society',
  commitmentClass: 'optional',
  status: 'suggested',
  modes: [{ id: 'own', name: 'Eigenleistung', kind: 'own' }],
  phases: [{ id: 'all', name: 'Aufbau', work: { own: { weeks: 4 } } }],
};
const waiting = (...predecessors: string[]) => ({
  ...other,
  id: 'waiting',
  dependencies: predecessors.map((predecessor) => ({ predecessor })),
});

type Planted = [code: FaultCode, place: string, words: string, plant: Record<string, unknown>];

const planted: Planted[] = [
  ['alternativeSize', 'alternatives[0].projects', 'weniger als zwei', { alternatives: [oneOf(['app'])] }],
  [
    'alternativeTwice',
    'alternatives[1].projects[0]',
    'Alternative „way“ und in „more“',
    {
      'projects[3]': other,
      'projects[4]': { ...other, id: 'third' },
      alternatives: [oneOf(['app', 'other']), { ...oneOf(['app', 'third']), id: 'more' }],
    },
  ],
  [
    'alternativeTaken',
    'alternatives[0].projects',
    '„app“ und „other“',
    {
      'projects[3]': { ...other, status: 'inProgress' },
      'projects[2].fixedStart': '2021-06-07',
      alternatives: [oneOf(['app', 'other'])],
    },
  ],
  [
    'alternativeDuty',
    'alternatives[0].projects',
    'auch keines umgesetzt',
    { alternatives: [oneOf(['payment', 'app'], 'atMostOne')] },
  ],
  [
    'alternativeDuty',
    'alternatives[0].projects',
    '„app“ würde die Pflicht nicht',
    { alternatives: [oneOf(['payment', 'app'])] },
  ],
  [
    'alternativeOrder',
    'projects[3].dependencies[0].predecessor',
    'wartet auf „app“, das es nach der Alternative „way“ ausschließt',
    { 'projects[3]': waiting('app'), alternatives: [oneOf(['app', 'waiting'])] },
  ],
  ['droppableDuty', 'projects[1].droppable', 'ist Pflicht', { 'projects[1].droppable': droppable }],
  [
    'droppableGrounds',
    'projects[2].droppable.grounds',
    'ist beschlossen',
    { 'projects[2].droppable': droppable, 'projects[2].commitmentClass': 'decided' },
  ],
  [
    'droppableGrounds',
    'projects[2].droppable.grounds',
    'auf einen Tag zugesagt',
    { 'projects[2].droppable': droppable, 'projects[2].deadlines': [{ on: '2022-05-01', kind: 'promised' }] },
  ],
  [
    'droppableNeeded',
    'projects[3].dependencies[0].predecessor',
    '„app“, das entfallen kann',
    { 'projects[2].droppable': droppable, 'projects[3]': waiting('app') },
  ],
  [
    'droppableNeeded',
    'projects[4].dependencies[0].predecessor',
    'mehrere Projekte der Alternative „way“',
    {
      'projects[3]': other,
      'projects[4]': waiting('app', 'other'),
      alternatives: [oneOf(['app', 'other', 'portal'])],
      'projects[1].dependencies': [],
    },
  ],
];

test.each(planted)('%s at %s: %s', (code, place, words, plant) => {
  const faults = faultsAfter(plant);
  const found = faults.find((one) => one.code === code && pathText(one.path) === place);
  expect(found?.message.de, JSON.stringify(faults)).toContain(words);
  expect(new Set(faults.map((one) => one.code))).toEqual(new Set([code]));
});

test('every rule about a choice has its planted fault', () => {
  const codes = faultCodes.filter((code) => code.startsWith('alternative') || code.startsWith('droppable'));
  expect(new Set(planted.map(([code]) => code))).toEqual(new Set(codes));
});

test('what is right: ways to fulfil one duty, waiting for whichever is carried out, dropped together', () => {
  const duty = { commitmentClass: 'mandatory', obligations: ['payment-duty'] };
  expect(faultsAfter({ 'projects[3]': { ...other, ...duty }, alternatives: [oneOf(['payment', 'other'])] })).toEqual(
    [],
  );
  expect(
    faultsAfter({
      'projects[3]': other,
      'projects[4]': waiting('app', 'other'),
      alternatives: [oneOf(['app', 'other'])],
    }),
  ).toEqual([]);
  expect(faultsAfter({ 'projects[2].droppable': droppable, 'projects[3]': { ...waiting('app'), droppable } })).toEqual(
    [],
  );
});
