import { type Agenda, daysBetween, isEnded, type Project, type Text } from '../../agenda/index.ts';
import { actionFieldNamed, type Directory } from './names.ts';
import type { RowValues } from './read-row.ts';

/** Weeks of a project of which a list says neither length nor days; marked as assumed wherever it is shown. */
const ASSUMED_WEEKS = 26;

/** A duty is called one only where a norm says so; without a norm the project counts as decided. */
function refusePretendedDuty(fields: Partial<Project>, present: Project | undefined, hints: Text[]): void {
  if (fields.commitmentClass !== 'mandatory') return;
  if ((fields.obligations ?? present?.obligations ?? []).length > 0) return;
  fields.commitmentClass = 'decided';
  hints.push({
    de: 'Als Pflicht gilt ein Projekt nur mit Rechtsgrundlage aus dem Verzeichnis; es wird als „beschlossen“ übernommen.',
    en: 'A project is a duty only with a norm of the register; it is taken over as “decided”.',
  });
}

function withDeadline(deadlines: Project['deadlines'], on: string | undefined): Project['deadlines'] {
  if (on === undefined || deadlines.some((one) => one.on === on)) return deadlines;
  const promised = deadlines.filter((one) => one.kind === 'promised');
  if (promised.length !== 1) return [...deadlines, { on, kind: 'promised' }];
  return deadlines.map((one) => (one === promised[0] ? { ...one, on } : one));
}

/** Lists in which the order says nothing: the same members in another order are no change. */
const SETS = ['participants', 'partners', 'obligations', 'papers'] as const;

function keepOrder(fields: Partial<Project>, present: Project): void {
  for (const field of SETS) {
    const own = fields[field];
    if (own && [...own].sort().join('\n') === [...present[field]].sort().join('\n')) fields[field] = present[field];
  }
}

/** A project that is there already: what the list says is taken over, all else stays. Its phases stay as they are. */
export function changedProject(present: Project, values: RowValues): Project {
  const { fields, deadline, hints } = values;
  refusePretendedDuty(fields, present, hints);
  keepOrder(fields, present);
  return { ...present, ...fields, deadlines: withDeadline(present.deadlines, deadline) };
}

/** One phase with what the list says about length, effort and money. */
function phaseOf(values: RowValues): { phases: Project['phases']; assumed: boolean } {
  const { fields, deadline, weeks, effortTenths, cents } = values;
  const start = fields.earliestStart;
  const between =
    start && deadline && deadline > start ? Math.max(1, Math.round(daysBetween(start, deadline) / 7)) : undefined;
  const length = weeks ?? between;
  const costs = Object.entries(cents).map(([budgetLine, sum]) => ({ budgetLine, cents: sum, spread: 'even' as const }));
  const work = { weeks: length ?? ASSUMED_WEEKS, effortTenths, costs };
  return {
    phases: [{ id: 'umsetzung', name: 'Umsetzung', work: { own: work }, precision: 'month' }],
    assumed: length === undefined,
  };
}

/** A project that is new with this list. */
export function newProject(agenda: Agenda, directory: Directory, id: string, values: RowValues): Project {
  const { fields, deadline, hints } = values;
  refusePretendedDuty(fields, undefined, hints);
  const status = fields.status ?? 'planned';
  const { phases, assumed } = phaseOf(values);
  const project: Project = {
    commitmentClass: 'optional',
    actionField: '',
    goals: [],
    participants: [],
    partners: [],
    modes: [{ id: 'own', name: 'Eigenleistung', kind: 'own' }],
    dependencies: [],
    prerequisites: [],
    obligations: [],
    strategies: [],
    needs: [],
    papers: [],
    serviceBundles: [],
    gates: [],
    milestones: [],
    risks: [],
    maturity: [],
    reports: [],
    rollout: [],
    ...fields,
    id,
    name: fields.name ?? id,
    status,
    phases,
    deadlines: withDeadline([], deadline),
  };
  if (project.actionField === '') project.actionField = actionFieldNamed(directory, 'Ohne Handlungsfeld');
  if (isEnded(project)) return { ...project, phases: [], deadlines: [] };
  if (project.earliestStart !== undefined && project.earliestStart < agenda.planStart) delete project.earliestStart;
  if (assumed) {
    project.provenance = { phases: { kind: 'illustrative', note: 'Dauer beim Einlesen der Liste angenommen' } };
    hints.push({
      de: `Die Liste nennt keine Dauer; angenommen sind ${ASSUMED_WEEKS} Wochen, als angenommen gekennzeichnet.`,
      en: `The list names no duration; ${ASSUMED_WEEKS} weeks are assumed and marked as assumed.`,
    });
  }
  return project;
}
