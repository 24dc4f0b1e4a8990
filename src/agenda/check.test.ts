import { describe, expect, test } from 'vitest';
import { type FaultCode, faultCodes, pathText } from './fault.ts';
import { parseAgenda } from './parse.ts';
import { faultsAfter, smallAgenda } from './testing.ts';

test('the small agenda has no fault', () => {
  expect(parseAgenda(smallAgenda())).toHaveProperty('agenda');
});

/** [code, place in the file, words of the German sentence, values that are planted] */
type Planted = [code: FaultCode, place: string, words: string, plant: Record<string, unknown>];

const app = 'projects[2]';
const payment = 'projects[1]';
const portal = 'projects[0]';

const identity: Planted[] = [
  [
    'duplicateId',
    'teams[2].id',
    'Kennung „PM“',
    { 'teams[2]': { id: 'PM', name: 'x', unit: 'it', capacity: [{ from: '2020-01-01', fte: 1 }] } },
  ],
  ['duplicateId', `${app}.phases[1].id`, 'Kennung „a“', { [`${app}.phases[1].id`]: 'a' }],
  [
    'duplicateId',
    'partners[0].offers[1].id',
    '„amt24“',
    { 'partners[0].offers[1]': { id: 'amt24', deliverable: 'x' } },
  ],
  [
    'dependencyCycle',
    `${portal}.dependencies[0].predecessor`,
    '„portal“ → „payment“ → „portal“',
    { [`${portal}.dependencies`]: [{ predecessor: 'payment' }] },
  ],
  [
    'dependencyCycle',
    `${app}.dependencies[0].predecessor`,
    'wartet auf sich selbst',
    { [`${app}.dependencies`]: [{ predecessor: 'app' }] },
  ],
  [
    'duplicateDependency',
    `${payment}.dependencies[1]`,
    'zweimal',
    { [`${payment}.dependencies[1]`]: { predecessor: 'portal', lagWeeks: 2 } },
  ],
  [
    'dependencyOnAbandoned',
    `${payment}.dependencies[0].predecessor`,
    'nie fertig',
    { [`${portal}.status`]: 'stopped' },
  ],
  ['unitCircle', 'units[0].parent', 'im Kreis', { 'units[0].parent': 'it' }],
  [
    'stageCircle',
    'stages[1].entryConditions[0].projects[1]',
    '„app“',
    { 'stages[1].entryConditions[0].projects[1]': 'app' },
  ],
];

const phases: Planted[] = [
  ['phasesMissing', `${app}.phases`, 'keine Phase', { [`${app}.phases`]: [], [`${app}.status`]: 'planned' }],
  [
    'phaseWithoutWork',
    `${portal}.phases[2].work`,
    'Phase „leer“',
    { [`${portal}.phases[2]`]: { id: 'leer', name: 'leer', work: {} } },
  ],
  [
    'modeWithoutWork',
    `${payment}.modes[1]`,
    'Umsetzungsweg „vendor“',
    { [`${payment}.modes[1]`]: { id: 'vendor', name: 'Firma', kind: 'vendor' } },
  ],
  [
    'mixedOffsets',
    `${app}.phases[1].offsetWeeks`,
    'die Phase „b“ nicht',
    { [`${app}.phases[1].offsetWeeks`]: undefined },
  ],
  [
    'offsetsWithoutStart',
    `${app}.phases[0].offsetWeeks`,
    'kleinster „offsetWeeks“ ist 2',
    { [`${app}.phases[0].offsetWeeks`]: 2 },
  ],
];

const ended = [
  { from: '2019-01-01', fte: 2 },
  { from: '2020-08-01', fte: 0 },
];
const capacityAndMoney: Planted[] = [
  [
    'teamWithoutCapacity',
    `${payment}.phases[0].work.own.effortTenths.OPS`,
    'ab 31.08.2020 keine Kapazität',
    {
      'teams[2]': { id: 'OPS', name: 'Betrieb', unit: 'it', capacity: ended },
      [`${payment}.phases[0].work.own.effortTenths`]: { OPS: 10 },
    },
  ],
  ['capacityKind', 'teams[0].capacity[0]', 'zugleich', { 'teams[0].capacity[0].personDaysPerYear': 10 }],
  ['capacityKind', 'teams[1].capacity[1]', 'weder', { 'teams[1].capacity[1]': { from: '2021-01-01' } }],
  ['capacityShare', 'teams[1].capacity[0]', 'nur auf Stellen', { 'teams[1].capacity[0].projectSharePercent': 50 }],
  [
    'periodOrder',
    'teams[1].capacity[1].from',
    'nach Beginn ordnen',
    { 'teams[1].capacity[1]': { from: '2020-01-01', personDaysPerYear: 5 } },
  ],
  ['periodOrder', 'units[1].names[2].from', '„Neu“', { 'units[1].names[2]': { name: 'Neu', from: '2021-01-01' } }],
  [
    'budgetYears',
    'budgetLines[0].years[2].year',
    'folgt auf 2021 das Jahr 2023',
    { 'budgetLines[0].years[2].year': 2023, 'scenarios[0].changes[1].year': 2023 },
  ],
  ['budgetStart', 'budgetLines[0].from', 'erstes Haushaltsjahr ist 2020', { 'budgetLines[0].from': '2021-01-01' }],
  [
    'budgetOverspent',
    'budgetLines[0].years[1].runningCents',
    'laufenden Kosten 2021',
    { 'budgetLines[0].years[1].runningCents': 30_000_001 },
  ],
  [
    'costWithoutBudget',
    `${portal}.phases[0].work.shared.costs[0]`,
    'endet aber 2022',
    { [`${portal}.earliestStart`]: '2023-01-02' },
  ],
  [
    'effortTooLarge',
    `${portal}.phases[0].work.shared.effortTenths.PM`,
    'eine Million Personentage',
    { [`${portal}.phases[0].work.shared.effortTenths.PM`]: 100_000_000 },
  ],
  [
    'moneyTooLarge',
    'budgetLines[0].years[1].amountCents',
    '10 Milliarden Euro',
    { 'budgetLines[0].years[1].amountCents': 10_000_000_000_000 },
  ],
  ['unknownBudgetYear', 'scenarios[0].changes[1].year', 'im Jahr 2023', { 'scenarios[0].changes[1].year': 2023 }],
  ['biennialYearMissing', 'city.firstBiennialYear', 'Doppelhaushalt', { 'city.firstBiennialYear': undefined }],
];

const law: Planted[] = [
  [
    'mandatoryWithoutDuty',
    `${payment}.commitmentClass`,
    'darf nur Pflicht („mandatory“) heißen, wenn',
    { [`${payment}.obligations`]: [] },
  ],
  [
    'mandatoryWithoutDuty',
    `${payment}.commitmentClass`,
    'SächsEGovG § 16: freiwillig',
    { [`${payment}.obligations`]: ['efile'] },
  ],
  ['mandatoryWithoutDuty', `${payment}.commitmentClass`, 'SächsEGovG § 3: muss', { 'obligations[0].status': 'draft' }],
  [
    'statutoryWithoutDuty',
    `${payment}.deadlines[0].obligation`,
    'nennt keine Norm',
    { [`${payment}.deadlines[0].obligation`]: undefined },
  ],
  [
    'statutoryWithoutDuty',
    `${payment}.deadlines[0].obligation`,
    'zu nichts verpflichtet',
    { [`${payment}.deadlines[0].obligation`]: 'efile' },
  ],
  ['conditionMissing', 'obligations[1].condition', 'die Bedingung fehlt', { 'obligations[1].force': 'conditional' }],
  ['needMerged', 'needs[0].mergedInto', 'der selbst zusammengeführt ist', { 'needs[0].mergedInto': 'n1' }],
];

const dates: Planted[] = [
  [
    'dateBeyondHorizon',
    'prerequisites[0].expectedOn',
    'mehr als 30 Jahre',
    { 'prerequisites[0].expectedOn': '2099-01-05', 'prerequisites[0].metOn': undefined },
  ],
  ['planStartNotMonday', 'planStart', '01.09.2020 ist kein Montag', { planStart: '2020-09-01' }],
  ['stageOrder', 'stages[1].from', 'nicht nach der Stufe „s1“', { 'stages[1].from': '2019-06-03' }],
  [
    'deadlineBeforePlanStart',
    `${payment}.deadlines[0].on`,
    'vor dem Planbeginn 31.08.2020',
    { [`${payment}.deadlines[0].on`]: '2020-08-28' },
  ],
  [
    'deadlineBeforeStage',
    `${app}.deadlines[0].on`,
    'vor dem Beginn seiner Stufe „s2“',
    { [`${app}.deadlines`]: [{ on: '2021-05-01', kind: 'promised' }] },
  ],
  [
    'deadlineBeforeStart',
    `${payment}.deadlines[0].on`,
    'vor seinem frühesten Beginn',
    { [`${payment}.earliestStart`]: '2022-01-03' },
  ],
  ['finishMissing', `${portal}.finishedOn`, 'der Tag fehlt', { [`${portal}.status`]: 'succeeded' }],
  ['finishContradiction', `${app}.finishedOn`, '„suggested“', { [`${app}.finishedOn`]: '2020-08-01' }],
  [
    'finishContradiction',
    `${app}.finishedOn`,
    'vor seinem Beginn',
    { [`${app}.status`]: 'failed', [`${app}.fixedStart`]: '2020-08-03', [`${app}.finishedOn`]: '2020-08-01' },
  ],
];

const pins: Planted[] = [
  ['fixedStartNotMonday', `${app}.fixedStart`, 'ist kein Montag', { [`${app}.fixedStart`]: '2020-09-02' }],
  ['fixedStartInPast', `${app}.fixedStart`, 'vor dem Planbeginn', { [`${app}.fixedStart`]: '2020-08-24' }],
  [
    'fixedStartTooEarly',
    `${app}.fixedStart`,
    'vor seinem frühesten Beginn 14.09.2020',
    { [`${app}.fixedStart`]: '2020-09-07', [`${app}.earliestStart`]: '2020-09-14' },
  ],
  [
    'fixedStartMissesDeadline',
    `${app}.deadlines[0].on`,
    'endet frühestens am 19.11.2021',
    { [`${app}.fixedStart`]: '2021-06-07', [`${app}.deadlines`]: [{ on: '2021-11-18', kind: 'promised' }] },
  ],
  [
    'fixedStartAgainstPrerequisite',
    `${payment}.prerequisites[0]`,
    'erst am 16.12.2020',
    { [`${payment}.fixedStart`]: '2020-12-14' },
  ],
  [
    'fixedStartAgainstPrerequisite',
    `${payment}.prerequisites[0]`,
    'zu keinem bekannten Tag',
    { [`${payment}.fixedStart`]: '2021-03-01', 'prerequisites[0].expectedOn': undefined },
  ],
  [
    'fixedStartAgainstDependency',
    `${payment}.dependencies[0]`,
    'frühestens am 26.10.2020',
    { [`${payment}.fixedStart`]: '2020-10-19', [`${payment}.prerequisites`]: [] },
  ],
];

const twice = { project: 'payment', phase: 'all', mode: 'own', start: '2021-02-15', finish: '2021-06-25' };
const plans: Planted[] = [
  ['planPhaseTwice', 'plans[0].phases[3]', 'zweimal', { 'plans[0].phases[3]': twice }],
  ['planPhaseDates', 'plans[0].phases[0]', 'einen Montag', { 'plans[0].phases[0].start': '2020-09-01' }],
  ['planModes', 'plans[0].phases[1].mode', '„launch“ entfällt', { 'plans[0].phases[1].mode': 'shared' }],
  ['planModes', 'plans[0].phases[1].mode', 'nach „shared“', { 'plans[0].phases[0].mode': 'shared' }],
];

const counted = (id: string) => ({
  id,
  name: id,
  inPlanning: true,
  criteria: [{ id: 'k', name: 'Nutzen', weight: 1 }],
});
const priorities: Planted[] = [
  ['weightingTwice', 'weightings[1].inPlanning', 'zählt schon', { weightings: [counted('one'), counted('two')] }],
];

const planted = [...priorities, ...identity, ...phases, ...capacityAndMoney, ...law, ...dates, ...pins, ...plans];

describe('one planted fault is found, alone, at its place', () => {
  test.each(planted)('%s at %s: %s', (code, place, words, plant) => {
    const faults = faultsAfter(plant);
    expect(faults.map((one) => [one.code, pathText(one.path)])).toEqual([[code, place]]);
    expect(faults[0]?.message.de).toContain(words);
    expect(faults[0]?.message.en).not.toBe(faults[0]?.message.de);
  });
});

test('every rule has its planted fault', () => {
  const ofFiles = ['shape', 'wrongFormat', 'newerVersion', 'unreadable', 'duplicateKey', 'controlCharacter'];
  const ofPapers = ['pointTwice', 'unknownPoint', 'decidedTwice', 'consultationBeforeReceipt'];
  // Their faults stand in check-choice.test.ts.
  const ofChoices = faultCodes.filter((code) => code.startsWith('alternative') || code.startsWith('droppable'));
  // Of the agenda as a whole; its tests stand with planning.
  const ofPlans = ['noPlanPossible'];
  const codes = [...planted.map(([code]) => code), 'unknownId', ...ofPlans, ...ofFiles, ...ofPapers, ...ofChoices];
  expect([...new Set(codes)].sort()).toEqual([...faultCodes].sort());
});
