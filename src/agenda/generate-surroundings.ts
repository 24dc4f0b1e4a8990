import type { z } from 'zod';
import type { AgendaInput } from './agenda.ts';
import { addDays } from './calendar.ts';
import type { PhaseInput, ProjectInput } from './generate-projects.ts';
import type { teamSchema } from './organization.ts';
import type { Dice } from './rng.ts';

type TeamInput = z.input<typeof teamSchema>;

const roles = [
  { name: 'Programm und Projektleitung', share: 80 },
  { name: 'Organisation und Prozesse', share: 60 },
  { name: 'Anwendungen und Integration', share: 55 },
  { name: 'Infrastruktur und Betrieb', share: 25 },
  { name: 'Informationssicherheit und Datenschutz', share: 65 },
  { name: 'Schlüsselpersonen der Ämter', share: 0 },
] as const;

/** Whole years before the plan, so that capacity holds from its first day. */
const BEFORE = '2020-01-01';

const noMoneyYet = [{ year: 2021, amountCents: 0 }];

const partners = [
  { id: 'kid', name: 'Kommunaler IT-Dienstleister', level: 'specialPurposeAssociation' },
  { id: 'firma', name: 'Beauftragte Firma', level: 'vendor' },
] satisfies AgendaInput['partners'];

/** Everything of an invented agenda but its projects; capacities and budgets are still to be filled. */
export function inventSurroundings(die: Dice, count: number, planStart: string) {
  const teamCount = Math.min(60, Math.max(6, Math.round(count / 10)));
  const departments = Math.ceil(teamCount / roles.length);
  const units = Array.from({ length: departments }, (_, i) => [
    { id: `D${i + 1}`, kind: 'department' as const, names: [{ name: `Dezernat ${i + 1}` }] },
    { id: `A${i + 1}`, kind: 'office' as const, parent: `D${i + 1}`, names: [{ name: `Amt ${i + 1}` }] },
  ]).flat();
  const stageTwo = addDays(planStart, 7 * die.between(26, 60));
  return {
    format: 'fahrplan-agenda',
    version: 1,
    city: { id: 'musterstadt', name: 'Musterstadt', agsKey: '99999999', state: 'Sachsen', budgetRhythm: 'annual' },
    name: 'Erzeugte Agenda',
    planStart,
    units,
    teams: Array.from({ length: teamCount }, (_, i) => ({
      id: `T${String(i + 1).padStart(2, '0')}`,
      name: `${roles[i % roles.length]?.name} ${Math.floor(i / roles.length) + 1}`,
      unit: units[2 * Math.floor(i / roles.length) + 1]?.id ?? 'A1',
    })),
    budgetLines: [
      { id: 'programm', name: 'Programmmittel', carryOverPercent: 100, years: noMoneyYet },
      { id: 'technik', name: 'Technik', kind: 'investment', carryOverPercent: 50, years: noMoneyYet },
    ] as NonNullable<AgendaInput['budgetLines']>,
    stages: [
      { id: 'stufe-1', name: 'Stufe 1', from: BEFORE },
      {
        id: 'stufe-2',
        name: 'Stufe 2',
        from: stageTwo,
        entryConditions: [
          { text: 'Der Stadtrat hat die zweite Stufe beschlossen', prerequisites: ['stufe-2-beschluss'] },
        ],
      },
    ],
    actionFields: ['Onlinedienste', 'Verwaltungsarbeit', 'Querschnitt', 'Stadtgesellschaft'].map((name, i) => ({
      id: `F${i + 1}`,
      name,
      scope: i < 3 ? ('administration' as const) : ('city' as const),
      stage: i < 3 ? 'stufe-1' : 'stufe-2',
    })),
    prerequisites: [
      {
        id: 'stufe-2-beschluss',
        name: 'Beschluss der zweiten Stufe',
        kind: 'councilDecision' as const,
        expectedOn: stageTwo,
      },
      ...Array.from({ length: Math.ceil(count / 25) }, (_, i) => ({
        id: `V${i + 1}`,
        name: `Voraussetzung ${i + 1}`,
        kind: die.pick(['postFilled', 'partnerRelease', 'grant', 'lawInForce']),
        expectedOn: addDays(planStart, die.between(14, 400)),
      })),
    ],
    ...inventLaw(count),
    partners,
    provenance: { '*': { kind: 'illustrative', note: 'Erzeugt, keine wirkliche Stadt' } },
  } satisfies Omit<AgendaInput, 'teams'> & { teams: Omit<TeamInput, 'capacity'>[] };
}

/** Duties and strategies without model in real law: a real paragraph must not stand for something invented. */
function inventLaw(count: number) {
  return {
    obligations: Array.from({ length: Math.min(40, Math.max(3, Math.ceil(count / 20))) }, (_, i) => ({
      id: `N${i + 1}`,
      law: 'MusterG',
      paragraph: `§ ${i + 1}`,
      name: `Musterpflicht ${i + 1}`,
      duty: `Erfundene Pflicht ${i + 1}, ohne Vorbild im geltenden Recht.`,
      force: 'must' as const,
      trigger: { kind: 'inForce' as const },
      addressee: 'Gemeinden',
    })),
    strategies: [1, 2].map((i) => ({
      id: `S${i}`,
      name: `Musterstrategie ${i}`,
      issuer: 'Musterland',
      level: 'state' as const,
      binding: i === 1,
    })),
  };
}

/** Weekly tenths that one project can ask of each team at most: of one phase, or of all where phases may overlap. */
function peakDemand(phases: readonly PhaseInput[]): Map<string, number> {
  const peak = new Map<string, number>();
  const overlap = phases[0]?.offsetWeeks !== undefined;
  for (const { work } of phases) {
    const ofPhase = new Map<string, number>();
    for (const { weeks, effortTenths } of Object.values(work)) {
      for (const [team, tenths] of Object.entries(effortTenths ?? {})) {
        ofPhase.set(team, Math.max(ofPhase.get(team) ?? 0, Math.ceil(tenths / weeks)));
      }
    }
    for (const [team, tenths] of ofPhase) {
      const before = peak.get(team) ?? 0;
      peak.set(team, overlap ? before + tenths : Math.max(before, tenths));
    }
  }
  return peak;
}

/** Teams with so much capacity that the work fills about 85 % of it over `span` weeks; some change after a while. */
export function inventTeams(
  die: Dice,
  teams: readonly Omit<TeamInput, 'capacity'>[],
  projects: readonly ProjectInput[],
  span: number,
): TeamInput[] {
  const total = new Map<string, number>();
  const peak = new Map<string, number>();
  const pinned = new Map<string, number>();
  const add = (map: Map<string, number>, team: string, tenths: number) => map.set(team, (map.get(team) ?? 0) + tenths);
  for (const { phases, fixedMode, fixedStart } of projects) {
    for (const { work } of phases) {
      for (const [team, tenths] of Object.entries(work[fixedMode ?? 'own']?.effortTenths ?? {}))
        add(total, team, tenths);
    }
    for (const [team, tenths] of peakDemand(phases)) {
      peak.set(team, Math.max(peak.get(team) ?? 0, tenths));
      if (fixedStart !== undefined) add(pinned, team, tenths);
    }
  }
  return teams.map((team, i) => {
    const share = roles[i % roles.length]?.share ?? 0;
    const forLoad = ((total.get(team.id) ?? 0) * 100) / (die.between(80, 90) * span);
    // More than the largest demand and than what is pinned to the first week: room for a smaller second period.
    const weekly = Math.max(10, forLoad, ((peak.get(team.id) ?? 0) * 4) / 3, ((pinned.get(team.id) ?? 0) * 6) / 5);
    const days = (weekly * 53) / 10;
    const fte = Math.ceil((days * 10) / (2 * Math.max(1, share))) / 10;
    const amount = (percent: number) =>
      share === 0
        ? { personDaysPerYear: Math.ceil((days * percent) / 100) }
        : { fte: Math.ceil((fte * percent) / 10) / 10, projectSharePercent: share };
    const capacity: TeamInput['capacity'] = [{ from: BEFORE, ...amount(100) }];
    if (die.chance(25)) capacity.push({ from: '2022-07-01', ...amount(die.between(90, 130)) });
    return { ...team, capacity, costPerFteCents: share === 0 ? undefined : die.between(60, 95) * 100_000 };
  });
}
