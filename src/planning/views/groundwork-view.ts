import { type Agenda, isEnded, type Prerequisite, presentPlan } from '../../agenda/index.ts';
import { datesByProject } from '../translation/schedule.ts';
import type { PartnerRow, PrerequisiteRow } from './stages-schema.ts';
import { datedProject } from './stages-view.ts';

/** What must be there and is no project, each with what waits for it: what moves when its day moves. */
export function prerequisiteRows(agenda: Agenda, asOf: string): PrerequisiteRow[] {
  const dates = datesByProject(presentPlan(agenda)?.phases ?? []);
  const open = agenda.projects.filter((project) => !isEnded(project));
  const partners = new Map(agenda.partners.map(({ id, name, shortName }) => [id, shortName ?? name]));
  return agenda.prerequisites.map((one) => ({
    id: one.id,
    name: one.name,
    kind: one.kind,
    expectedOn: one.expectedOn ?? null,
    metOn: one.metOn ?? null,
    state: stateOf(one, asOf),
    partner: one.partner === undefined ? null : (partners.get(one.partner) ?? one.partner),
    paper: one.paper ?? null,
    projects: open
      .filter(({ prerequisites }) => prerequisites.includes(one.id))
      .map((project) => datedProject(project, dates)),
    stages: agenda.stages
      .filter(({ entryConditions }) => entryConditions.some(({ prerequisites }) => prerequisites.includes(one.id)))
      .map(({ id, name }) => ({ id, name })),
  }));
}

function stateOf({ metOn, expectedOn }: Prerequisite, asOf: string): PrerequisiteRow['state'] {
  if (metOn !== undefined && metOn <= asOf) return 'met';
  const day = metOn ?? expectedOn;
  if (day === undefined) return 'undated';
  return day < asOf ? 'late' : 'expected';
}

/** Partners with what each offers, and the projects whose planned way uses it. */
export function partnerRows(agenda: Agenda): PartnerRow[] {
  const plan = presentPlan(agenda);
  const dates = datesByProject(plan?.phases ?? []);
  const planned = new Set(plan?.phases.map(({ project, mode }) => `${project} ${mode}`));
  const open = agenda.projects.filter((project) => !isEnded(project));
  return agenda.partners.map(({ id, name, level, role, offers }) => ({
    id,
    name,
    level,
    role: role ?? null,
    offers: offers.map(({ provenance: _, ...offer }) => ({
      ...offer,
      projects: open
        .filter((project) =>
          project.modes.some(
            (mode) =>
              mode.offer === offer.id &&
              (mode.partner === undefined || mode.partner === id) &&
              planned.has(`${project.id} ${mode.id}`),
          ),
        )
        .map((project) => datedProject(project, dates)),
    })),
  }));
}
