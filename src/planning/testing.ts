import { type Agenda, type AgendaInput, agendaSchema, type Project, projectSchema } from '../agenda/index.ts';

/** Shorthand for a project of one phase in one mode; everything else has its natural default. */
export interface QuickProject {
  id: string;
  weeks: number;
  /** Team id → person-days. */
  days?: Record<string, number>;
  euro?: number;
  after?: string[];
  by?: string;
  statutory?: boolean;
  earliest?: string;
  fixed?: string;
  commitmentClass?: Project['commitmentClass'];
}

export function quickProject(quick: QuickProject): Project {
  const effortTenths = Object.fromEntries(Object.entries(quick.days ?? {}).map(([team, days]) => [team, days * 10]));
  const costs = quick.euro === undefined ? [] : [{ budgetLine: 'money', cents: quick.euro * 100 }];
  return projectSchema.parse({
    id: quick.id,
    name: `Projekt ${quick.id}`,
    actionField: 'field',
    commitmentClass: quick.commitmentClass ?? 'decided',
    status: 'planned',
    modes: [{ id: 'own', name: 'eigenes Personal', kind: 'own' }],
    phases: [{ id: 'work', name: 'Umsetzung', work: { own: { weeks: quick.weeks, effortTenths, costs } } }],
    dependencies: (quick.after ?? []).map((predecessor) => ({ predecessor })),
    ...(quick.earliest ? { earliestStart: quick.earliest } : {}),
    ...(quick.fixed ? { fixedStart: quick.fixed } : {}),
    deadlines: quick.by ? [{ on: quick.by, kind: quick.statutory ? 'statutory' : 'promised' }] : [],
  });
}

/**
 * An agenda that starts on Monday 2021-01-04 with team PM (520 person-days a year: 10 a week), team IT (260: 5 a week)
 * and one budget line of 52,000 euros a year in 2021 and 2022, carried over in full.
 */
export function quickAgenda(projects: readonly QuickProject[], overrides: Partial<AgendaInput> = {}): Agenda {
  return agendaSchema.parse({
    format: 'fahrplan-agenda',
    version: 1,
    name: 'Digitale Agenda',
    city: { id: 'teststadt', name: 'Teststadt', agsKey: '00000000', state: 'Sachsen', budgetRhythm: 'annual' },
    planStart: '2021-01-04',
    units: [{ id: 'office', kind: 'office', names: [{ name: 'Hauptamt' }] }],
    teams: [
      { id: 'PM', name: 'Projektleitung', unit: 'office', capacity: [{ from: '2021-01-01', personDaysPerYear: 520 }] },
      { id: 'IT', name: 'IT', unit: 'office', capacity: [{ from: '2021-01-01', personDaysPerYear: 260 }] },
    ],
    budgetLines: [
      {
        id: 'money',
        name: 'Programmmittel',
        carryOverPercent: 100,
        years: [
          { year: 2021, amountCents: 5_200_000 },
          { year: 2022, amountCents: 5_200_000 },
        ],
      },
    ],
    actionFields: [{ id: 'field', name: 'Verwaltung', scope: 'administration' }],
    ...overrides,
    projects: projects.map(quickProject),
  });
}

/** The agenda with its own best found plan approved, as the setting of a question. */
export function approved(agenda: Agenda, plan: Agenda['plans'][number] | null): Agenda {
  if (!plan) throw new Error('no plan was found');
  return { ...agenda, plans: [{ ...plan, id: 'approved', status: 'approved' }] };
}
