import { type Agenda, type Project, unitNameOn } from '../agenda/index.ts';
import { type PlanContext, roadmapProject } from '../planning/index.ts';
import type { ProjectRow } from './http/schemas.ts';

/** A project as a line of the list: its dates, and what it takes in the delivery mode that is planned for it. */
export function projectRow(context: PlanContext, project: Project): ProjectRow {
  const { agenda } = context;
  const row = roadmapProject(context, project);
  const field = agenda.actionFields.find((one) => one.id === project.actionField);
  const stage = agenda.stages.find((one) => one.id === field?.stage);
  const partners = agenda.partners.filter((one) => project.partners.includes(one.id));
  const mode = row.bars[0]?.mode ?? project.fixedMode ?? project.modes[0]?.id ?? '';
  const work = project.phases.flatMap((phase) => phase.work[mode] ?? []);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  return {
    ...row,
    actionField: { id: project.actionField, name: field?.name ?? project.actionField },
    stage: stage ? { id: stage.id, name: stage.name } : null,
    leadUnit: project.leadUnit ?? null,
    partners: partners.map(({ id, name }) => ({ id, name })),
    effortTenths: sum(work.flatMap((one) => Object.values(one.effortTenths))),
    costCents: sum(work.flatMap((one) => one.costs.map((cost) => cost.cents))),
    obligations: project.obligations,
  };
}

/** Names of the units that a project names, by id, as they are called on `asOf`. */
export function unitNamesOf(agenda: Agenda, project: Project, asOf: string): Record<string, string> {
  const named = new Set([project.leadUnit, ...project.participants, ...project.rollout.map((one) => one.unit)]);
  const units = agenda.units.filter((unit) => named.has(unit.id));
  return Object.fromEntries(units.map((unit) => [unit.id, unitNameOn(unit, asOf)]));
}

/** Names of the teams that work on a project in any of its delivery modes, by id. */
export function teamNamesOf(agenda: Agenda, project: Project): Record<string, string> {
  const work = project.phases.flatMap((phase) => Object.values(phase.work));
  const named = new Set(work.flatMap((one) => Object.keys(one.effortTenths)));
  return Object.fromEntries(agenda.teams.filter((team) => named.has(team.id)).map((team) => [team.id, team.name]));
}
