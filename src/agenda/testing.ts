import type { AgendaInput } from './agenda.ts';
import type { Fault } from './fault.ts';
import { parseAgenda } from './parse.ts';

/**
 * A small town's agenda in which everything of the model occurs and nothing is wrong: the ground on which tests plant
 * single faults. A new object with every call.
 */
export function smallAgenda(): AgendaInput & { projects: NonNullable<AgendaInput['projects']> } {
  return {
    format: 'fahrplan-agenda',
    version: 1,
    city: {
      id: 'neustadt',
      name: 'Neustadt',
      agsKey: '14511000',
      state: 'Sachsen',
      population: [{ on: '2019-12-31', value: 52_100, source: 'register' }],
      budgetRhythm: 'biennial',
      firstBiennialYear: 2021,
    },
    name: 'Digitale Agenda Neustadt',
    planStart: '2020-08-31',
    sources: [{ id: 'register', title: 'Melderegister', date: '2020-01-15', url: 'https://example.org/register' }],
    units: [
      { id: 'd1', kind: 'department', names: [{ name: 'Dezernat 1' }] },
      {
        id: 'it',
        kind: 'office',
        parent: 'd1',
        names: [{ name: 'Amt für Informationsbearbeitung' }, { name: 'Amt für IT', from: '2022-01-01' }],
        provenance: { '*': { kind: 'sourced', source: 'register', asOf: '2020-08-17' } },
      },
    ],
    teams: [
      {
        id: 'PM',
        name: 'Programm und Projektleitung',
        unit: 'd1',
        capacity: [
          { from: '2020-01-01', fte: 2, projectSharePercent: 80 },
          { from: '2021-07-01', fte: 3, projectSharePercent: 80, absencePercent: 10 },
        ],
        costPerFteCents: 7_700_000,
        provenance: { '*': { kind: 'illustrative' } },
      },
      { id: 'KEY', name: 'Schlüsselpersonen', unit: 'it', capacity: [{ from: '2020-01-01', personDaysPerYear: 300 }] },
    ],
    budgetLines: [
      {
        id: 'programme',
        name: 'Programmmittel',
        carryOverPercent: 100,
        from: '2020-09-01',
        years: [
          { year: 2020, amountCents: 10_000_000 },
          { year: 2021, amountCents: 20_000_000, runningCents: 3_000_000, status: 'draft' },
          { year: 2022, amountCents: 20_000_000, status: 'forecast' },
        ],
      },
    ],
    ...smallRoadmap(),
    ...smallSurroundings(),
    projects: smallProjects(),
    ...smallPlans(),
  };
}

function smallPlans(): Pick<AgendaInput, 'plans' | 'scenarios'> {
  return {
    plans: [
      {
        id: 'plan-1',
        name: 'Arbeitsplan August',
        status: 'approved',
        on: '2020-08-24',
        engineVersion: '1',
        seed: 1,
        phases: [
          { project: 'portal', phase: 'concept', mode: 'own', start: '2020-08-31', finish: '2020-11-20' },
          { project: 'portal', phase: 'launch', mode: 'own', start: '2020-11-23', finish: '2021-02-12' },
          { project: 'payment', phase: 'all', mode: 'own', start: '2021-02-15', finish: '2021-06-25' },
        ],
      },
    ],
    scenarios: [
      {
        id: 'more',
        name: 'Eine Stelle mehr',
        base: 'plan-1',
        changes: [
          { kind: 'posts', team: 'PM', fte: 1, from: '2021-01-01' },
          { kind: 'money', budgetLine: 'programme', year: 2022, cents: 5_000_000 },
          { kind: 'dropProject', project: 'app' },
          { kind: 'delayProject', project: 'app', earliestStart: '2022-01-03' },
        ],
      },
    ],
  };
}

function smallRoadmap(): Pick<AgendaInput, 'stages' | 'actionFields' | 'goals' | 'commitments'> {
  return {
    stages: [
      { id: 's1', name: 'Stufe 1', from: '2020-01-01' },
      {
        id: 's2',
        name: 'Stufe 2',
        from: '2021-06-01',
        entryConditions: [{ text: 'Grundlagen stehen', projects: ['portal'], prerequisites: ['decision'] }],
      },
    ],
    actionFields: [
      { id: 'services', name: 'Dienste', scope: 'administration', stage: 's1' },
      { id: 'society', name: 'Stadtgesellschaft', scope: 'city', stage: 's2' },
    ],
    goals: [
      {
        id: 'online',
        name: 'Dienste online',
        actionField: 'services',
        indicators: [
          {
            id: 'share',
            name: 'Anteil online',
            unit: 'Prozent',
            target: { value: 80, by: '2022-12-31' },
            values: [{ on: '2020-06-30', value: 12, source: 'register' }],
          },
        ],
      },
    ],
    commitments: [
      {
        id: 'z1',
        text: 'Wir prüfen 2022 erneut.',
        paper: 'BA-001/2020',
        due: { kind: 'date', on: '2022-01-31' },
        project: 'app',
        prerequisite: 'decision',
      },
    ],
  };
}

function smallSurroundings(): Pick<
  AgendaInput,
  'templates' | 'prerequisites' | 'obligations' | 'strategies' | 'interviews' | 'needs' | 'partners' | 'peerCities'
> {
  return {
    templates: [
      {
        id: 'concept',
        name: 'Konzept',
        modes: [{ id: 'own', name: 'Eigenleistung', kind: 'own' }],
        phases: [{ id: 'all', name: 'Konzept', work: { own: { weeks: 10, effortTenths: { PM: 200 } } } }],
      },
    ],
    prerequisites: [
      { id: 'decision', name: 'Beschluss', kind: 'councilDecision', expectedOn: '2020-12-16', partner: 'state' },
    ],
    obligations: [
      {
        id: 'payment-duty',
        law: 'SächsEGovG',
        paragraph: '§ 3',
        name: 'Elektronische Bezahlung',
        duty: 'Elektronische Bezahlung ermöglichen.',
        force: 'must',
        trigger: { kind: 'inForce' },
        addressee: 'Behörden im Freistaat Sachsen',
      },
      {
        id: 'efile',
        law: 'SächsEGovG',
        paragraph: '§ 16',
        name: 'E-Akte',
        duty: 'Die E-Akte darf geführt werden.',
        force: 'optional',
        trigger: { kind: 'event', event: 'eigene Entscheidung' },
        addressee: 'Gemeinden',
      },
    ],
    strategies: [
      {
        id: 'masterplan',
        name: 'Masterplan',
        issuer: 'Freistaat Sachsen',
        level: 'state',
        binding: true,
        goals: [{ id: 'g1', name: 'Dienste online' }],
      },
    ],
    interviews: [{ id: 'i1', unit: 'it', on: '2020-02-03', confirmedOn: '2020-02-10' }],
    needs: [{ id: 'n1', name: 'Bezahlen im Netz', units: ['it'], interviews: ['i1'], projects: ['payment'] }],
    partners: [
      {
        id: 'state',
        name: 'Freistaat Sachsen',
        level: 'state',
        offers: [{ id: 'amt24', deliverable: 'Amt24', leadTimeWeeks: 8 }],
      },
    ],
    peerCities: [
      {
        id: 'altstadt',
        name: 'Altstadt',
        state: 'Sachsen',
        facts: [
          { id: 'f1', topic: 'population', text: '50.000', value: 50_000, asOf: '2019-12-31', source: 'register' },
        ],
      },
    ],
  };
}

function smallProjects(): NonNullable<AgendaInput['projects']> {
  return [
    {
      id: 'portal',
      name: 'Anschluss an Amt24',
      actionField: 'services',
      goals: ['online'],
      commitmentClass: 'prerequisite',
      status: 'planned',
      leadUnit: 'd1',
      participants: ['it'],
      partners: ['state'],
      modes: [
        { id: 'own', name: 'Eigenleistung', kind: 'own' },
        { id: 'shared', name: 'Freistaat', kind: 'shared', partner: 'state', offer: 'amt24' },
      ],
      phases: [
        {
          id: 'concept',
          name: 'Konzept',
          work: {
            own: { weeks: 12, effortTenths: { PM: 300 } },
            shared: { weeks: 8, effortTenths: { PM: 100 }, costs: [{ budgetLine: 'programme', cents: 500_000 }] },
          },
        },
        { id: 'launch', name: 'Einführung', work: { own: { weeks: 12, effortTenths: { PM: 200, KEY: 100 } } } },
      ],
      strategies: ['masterplan'],
      gates: [{ id: 'security', name: 'Sicherheitsbeauftragte gehört', obligation: 'payment-duty' }],
      rollout: [{ unit: 'it', percent: 20, on: '2020-08-01' }],
      provenance: { name: { kind: 'sourced', source: 'register' }, '*': { kind: 'illustrative' } },
    },
    {
      id: 'payment',
      name: 'E-Payment',
      actionField: 'services',
      commitmentClass: 'mandatory',
      status: 'planned',
      modes: [{ id: 'own', name: 'Eigenleistung', kind: 'own' }],
      phases: [{ id: 'all', name: 'Umsetzung', work: { own: { weeks: 19, effortTenths: { PM: 350 } } } }],
      dependencies: [{ predecessor: 'portal' }],
      prerequisites: ['decision'],
      deadlines: [{ on: '2021-12-31', kind: 'statutory', obligation: 'payment-duty' }],
      obligations: ['payment-duty'],
      needs: ['n1'],
    },
    {
      id: 'app',
      name: 'Bürger-App',
      actionField: 'society',
      commitmentClass: 'optional',
      status: 'suggested',
      modes: [{ id: 'own', name: 'Eigenleistung', kind: 'own' }],
      phases: [
        { id: 'a', name: 'Ausschreibung', offsetWeeks: 0, work: { own: { weeks: 8, effortTenths: { PM: 80 } } } },
        { id: 'b', name: 'Betrieb', offsetWeeks: 4, work: { own: { weeks: 20, effortTenths: { KEY: 200 } } } },
      ],
    },
  ];
}

/**
 * Sets or, with `undefined`, removes the value at a place such as `projects[1].deadlines[0].on`; the position after
 * the last appends to a list.
 */
export function setAt(json: object, place: string, value: unknown): void {
  const keys = place.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let owner = json as Record<string, unknown>;
  for (const key of keys) owner = owner[key] as Record<string, unknown>;
  if (value === undefined) delete owner[last];
  else owner[last] = value;
}

/** Faults of the small agenda after the values at the given places have been replaced. */
export function faultsAfter(planted: Record<string, unknown>): Fault[] {
  const agenda = smallAgenda();
  for (const [place, value] of Object.entries(planted)) setAt(agenda, place, value);
  const result = parseAgenda(agenda);
  return 'faults' in result ? result.faults : [];
}
