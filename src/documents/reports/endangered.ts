import { deadlinesOf, type Project } from '../../agenda/index.ts';
import { money, percent, personDays } from '../../council/index.ts';
import { loadView, type PlanContext } from '../../planning/index.ts';
import type { Part } from '../model.ts';
import { counted, day, labelled, nameOf, subheading } from './facts.ts';

/** A role that is planned fuller than this is a cause on its own, in percent. */
const FULL = 90;
/** Likelihood times impact from which a risk is named. */
const GRAVE = 15;

/** A project that will not keep a date, with what is known of why. */
export interface Endangered {
  project: Project;
  finish: string | null;
  causes: string[];
  /** Names of the roles that work on it and are planned to the full. */
  fullRoles: string[];
}

/** Projects that end later than the approved plan or a deadline says, or have no date at all; the latest first. */
export function endangeredProjects(context: PlanContext): Endangered[] {
  const full = new Map(
    loadView(context)
      .rows.filter((row) => row.percent >= FULL)
      .map((row) => [row.team, row]),
  );
  const late = context.agenda.projects.flatMap((project) => {
    if (['succeeded', 'failed', 'rejected', 'stopped'].includes(project.status)) return [];
    const finish = project.finishedOn ?? context.dates.get(project.id)?.finish ?? null;
    const reasons = lateness(context, project, finish);
    if (reasons.length === 0) return [];
    const roles = rolesOf(context, project).flatMap((team) => full.get(team) ?? []);
    const loads = roles.map((row) => `Die Rolle ${row.name} ist zu ${percent(row.percent).de} verplant.`);
    const causes = [...reasons, ...knownCauses(context, project), ...loads];
    return [{ project, finish, causes, fullRoles: roles.map((row) => row.name) }];
  });
  return late.sort((a, b) => ((a.finish ?? '9') < (b.finish ?? '9') ? 1 : -1));
}

/** In which way the forecast breaks a date. */
function lateness({ agenda, asOf, approvedDates }: PlanContext, project: Project, finish: string | null): string[] {
  if (finish === null) return project.phases.length > 0 ? ['Ein Abschluss ist nach der Planung nicht absehbar.'] : [];
  const deadlines = deadlinesOf(agenda, project, asOf)
    .filter((one) => finish > one.on)
    .map((one) => {
      const kind = one.kind === 'statutory' ? 'gesetzlichen Frist' : 'zugesagten Frist';
      return `Die Prognose (${day(finish)}) liegt nach der ${kind} ${day(one.on)}.`;
    });
  const approved = approvedDates.get(project.id)?.finish;
  const moved = approved !== undefined && finish > approved;
  return moved ? [...deadlines, `Genehmigt war der Abschluss bis ${day(approved)}.`] : deadlines;
}

/** What people have entered about it: the last report, open prerequisites, grave risks. */
function knownCauses({ agenda }: PlanContext, project: Project): string[] {
  const reason = project.reports.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]?.reason;
  const open = agenda.prerequisites.filter((one) => project.prerequisites.includes(one.id) && !one.metOn);
  return [
    ...(reason ? [`Letzte Meldung: ${reason}`] : []),
    ...open.map((one) => `Wartet auf: ${one.name}${one.expectedOn ? ` (erwartet ${day(one.expectedOn)})` : ''}.`),
    ...project.risks.filter((one) => one.likelihood * one.impact >= GRAVE).map((one) => `Risiko: ${one.name}.`),
  ];
}

const modeOf = ({ phases }: PlanContext, project: Project): string | undefined => phases.get(project.id)?.[0]?.mode;

/** Roles that work on the project as it is planned. */
function rolesOf(context: PlanContext, project: Project): string[] {
  const mode = modeOf(context, project) ?? project.modes[0]?.id ?? '';
  return [...new Set(project.phases.flatMap((phase) => Object.keys(phase.work[mode]?.effortTenths ?? {})))];
}

/** What can be decided, each with what it costs or breaks; nothing is proposed that the records do not hold. */
function options(context: PlanContext, { project, finish, fullRoles }: Endangered): string[] {
  const statutory = deadlinesOf(context.agenda, project, context.asOf).filter(
    (one) => one.kind === 'statutory' && finish !== null && finish > one.on,
  );
  const date =
    finish === null
      ? []
      : [
          `Den Termin ${day(finish)} beschließen${
            statutory.length > 0 ? '; die gesetzliche Frist wird damit nicht eingehalten' : ''
          }.`,
        ];
  const current = modeOf(context, project);
  const modes = project.modes.filter((mode) => mode.id !== current).map((mode) => modeOption(project, mode.id));
  const relief = fullRoles.map(
    (name) =>
      `Die Rolle ${name} verstärken oder ein anderes Vorhaben zurückstellen; was es bringt, rechnet ein Szenario.`,
  );
  const stop =
    project.commitmentClass === 'optional' ? ['Zurückstellen oder streichen: Das Vorhaben ist keine Pflicht.'] : [];
  return [...date, ...modes.flat(), ...relief, ...stop];
}

/** Another way of delivery with its length, own work and cost. */
function modeOption(project: Project, id: string): string[] {
  const mode = project.modes.find((one) => one.id === id);
  const work = project.phases.flatMap((phase) => phase.work[id] ?? []);
  if (!mode || work.length === 0) return [];
  const weeks = work.reduce((sum, one) => sum + one.weeks, 0);
  const tenths = work.reduce((sum, one) => sum + Object.values(one.effortTenths).reduce((a, b) => a + b, 0), 0);
  const cents = work.reduce((sum, one) => sum + one.costs.reduce((a, cost) => a + cost.cents, 0), 0);
  const size = [counted(weeks, 'Woche', 'Wochen'), personDays(tenths).de, money(cents).de].join(', ');
  return [`Anders umsetzen: ${mode.name} (${size}).`];
}

/** One section per project: why, and what can be decided. */
export function endangeredParts(context: PlanContext, endangered: readonly Endangered[]): Part[] {
  return endangered.flatMap((one) => {
    const choices = options(context, one);
    return [
      subheading(nameOf(one.project)),
      { kind: 'paragraph', style: 'text', line: labelled('Ursachen', one.causes.join(' ')) } satisfies Part,
      {
        kind: 'paragraph',
        style: 'text',
        line: labelled('Zu entscheiden', choices.length > 0 ? '' : '–'),
      } satisfies Part,
      ...(choices.length > 0
        ? [{ kind: 'list', items: choices.map((text) => [{ kind: 'words', text }]) } satisfies Part]
        : []),
    ];
  });
}
