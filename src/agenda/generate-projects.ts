import type { z } from 'zod';
import type { CommitmentClass, phaseSchema, projectSchema, workSchema } from './project.ts';
import type { Dice } from './rng.ts';

/** Records as a file holds them, before defaults are filled in. */
export type ProjectInput = z.input<typeof projectSchema> & { phases: PhaseInput[] };
export type PhaseInput = z.input<typeof phaseSchema>;
export type WorkInput = z.input<typeof workSchema>;

/** What projects may refer to. */
export interface Surroundings {
  teams: readonly [string, ...string[]];
  units: readonly [string, ...string[]];
  budgetLines: readonly [string, ...string[]];
  fields: readonly [string, ...string[]];
  /** Fields that begin with the second stage. */
  laterFields: readonly string[];
  obligations: readonly [string, ...string[]];
  strategies: readonly [string, ...string[]];
  prerequisites: readonly [string, ...string[]];
}

const things = [
  'Antrag auf Wohngeld',
  'Bauantrag',
  'Gewerbeanmeldung',
  'Bewohnerparken',
  'Hundesteuer',
  'Kita-Anmeldung',
  'E-Akte',
  'Posteingang',
  'Terminvergabe',
  'Bürgerportal',
  'Bezahlung im Netz',
  'Rechnungseingang',
  'Geoportal',
  'Archiv',
  'Mobiles Arbeiten',
  'Serverraum',
  'Informationssicherheit',
  'Ratsinformation',
  'Beteiligung',
  'Fahrzeugzulassung',
] as const;
const doings = ['einführen', 'erneuern', 'ausbauen', 'vereinheitlichen', 'anbinden', 'barrierefrei machen'] as const;
const phaseNames = ['Vorbereitung', 'Konzept', 'Vergabe', 'Umsetzung', 'Pilot', 'Einführung'] as const;

/** A project without dates and links: name, class, phases with work in one to three delivery modes. */
export function inventProject(die: Dice, number: number, around: Surroundings): ProjectInput {
  const later = around.laterFields.length > 0 && die.chance(10);
  const [laterField] = around.laterFields;
  const commitmentClass = inventClass(die);
  const project: ProjectInput = {
    id: `P${String(number).padStart(4, '0')}`,
    name: `${die.pick(things)} ${die.pick(doings)} (Vorhaben ${number})`,
    actionField: later && laterField !== undefined ? laterField : die.pick(around.fields),
    commitmentClass,
    status: commitmentClass === 'optional' && die.chance(50) ? 'suggested' : 'planned',
    caseNumberPerYear: die.between(1, 400) * 25,
    leadUnit: die.pick(around.units),
    modes: inventModes(die),
    phases: [],
  };
  if (commitmentClass === 'mandatory') project.obligations = [die.pick(around.obligations)];
  if (die.chance(30)) project.strategies = [die.pick(around.strategies)];
  if (die.chance(10)) project.prerequisites = [die.pick(around.prerequisites)];
  project.phases = inventPhases(die, project, around);
  if (project.modes.length > 1 && die.chance(5)) project.fixedMode = project.modes[die.below(project.modes.length)]?.id;
  return project;
}

function inventClass(die: Dice): CommitmentClass {
  const roll = die.below(100);
  if (roll < 25) return 'mandatory';
  if (roll < 40) return 'prerequisite';
  return roll < 75 ? 'decided' : 'optional';
}

function inventModes(die: Dice): ProjectInput['modes'] {
  const modes: ProjectInput['modes'] = [{ id: 'own', name: 'Eigenleistung', kind: 'own' }];
  if (die.chance(40)) modes.push({ id: 'shared', name: 'Kommunaler IT-Dienstleister', kind: 'shared', partner: 'kid' });
  if (die.chance(20)) modes.push({ id: 'vendor', name: 'Beauftragte Firma', kind: 'vendor', partner: 'firma' });
  return modes;
}

/** One to six phases; in a tenth of the projects at fixed distances from the start, overlapping. */
function inventPhases(die: Dice, project: ProjectInput, around: Surroundings): PhaseInput[] {
  const count = die.pick([1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6]);
  const withOffsets = die.chance(10);
  const lead = die.pick(around.teams);
  let offset = 0;
  return Array.from({ length: count }, (_, p) => {
    const own = inventWork(die, lead, around);
    const work: Record<string, WorkInput> = { own };
    for (const { id, kind } of project.modes) {
      // Another mode may spare a phase, but never all of them.
      if (kind !== 'own' && (p === 0 || !die.chance(15))) work[id] = otherWork(die, own, kind === 'vendor', around);
    }
    const phase: PhaseInput = { id: `p${p + 1}`, name: phaseNames[p] ?? 'Phase', work };
    if (die.chance(20)) phase.precision = die.pick(['month', 'quarter']);
    if (withOffsets) {
      phase.offsetWeeks = offset;
      offset += die.between(2, own.weeks);
    }
    return phase;
  });
}

function inventWork(die: Dice, lead: string, around: Surroundings): WorkInput {
  const weeks = die.between(3, 22);
  const effortTenths: Record<string, number> = { [lead]: weeks * die.between(3, 14) };
  for (let i = die.below(3); i > 0; i--) effortTenths[die.pick(around.teams)] = weeks * die.between(3, 22);
  return die.chance(30) ? { weeks, effortTenths, costs: [inventCost(die, around, 40)] } : { weeks, effortTenths };
}

/** A partner's way: less own effort and more money; the shared provider takes longer, a vendor may be faster. */
function otherWork(die: Dice, own: WorkInput, vendor: boolean, around: Surroundings): WorkInput {
  const weeks = Math.max(2, Math.ceil((own.weeks * die.between(vendor ? 70 : 90, vendor ? 110 : 140)) / 100));
  const share = die.between(30, 70);
  const effortTenths: Record<string, number> = {};
  for (const [team, tenths] of Object.entries(own.effortTenths ?? {})) {
    effortTenths[team] = Math.min(weeks * 14, Math.ceil((tenths * share) / 100));
  }
  return { weeks, effortTenths, costs: [inventCost(die, around, vendor ? 90 : 50)] };
}

function inventCost(die: Dice, around: Surroundings, upToThousands: number) {
  return {
    budgetLine: die.pick(around.budgetLines),
    cents: die.between(2, upToThousands) * 100_000,
    spread: die.pick(['even', 'even', 'start', 'end']),
  } as const;
}
