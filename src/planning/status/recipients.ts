import { addDays, isEnded, type Project, unitNameOn } from '../../agenda/index.ts';
import type { PlanContext } from '../views/plan-context.ts';
import type { StatusContact } from './request.ts';

/** After so many days without a report a project counts as silent. */
export const SILENT_DAYS = 45;

/** One project as the round sees it. */
export interface StatusRow {
  project: string;
  name: string;
  status: Project['status'];
  unit: { id: string; name: string } | null;
  /** The contact that counts: the project's own, else that of its lead unit. */
  contact: StatusContact | null;
  lastReportOn: string | null;
  /** No report for {@link SILENT_DAYS}, though the plan says that it runs. */
  silent: boolean;
  start: string | null;
  finish: string | null;
}

/** Everything that is not finished, with who answers for it and when somebody last did. */
export function statusRows(context: PlanContext, contacts: readonly StatusContact[], today: string): StatusRow[] {
  const byId = new Map(contacts.map((one) => [one.id, one]));
  const { agenda } = context;
  return agenda.projects
    .filter((project) => !isEnded(project) && project.status !== 'suggested')
    .map((project) => {
      const unit = agenda.units.find(({ id }) => id === project.leadUnit);
      const planned = context.dates.get(project.id);
      const lastReportOn =
        project.reports
          .map(({ on }) => on)
          .sort()
          .at(-1) ?? null;
      const before = addDays(today, -SILENT_DAYS);
      const runs = project.status === 'inProgress' || (planned !== undefined && planned.start < before);
      return {
        project: project.id,
        name: project.name,
        status: project.status,
        unit: unit ? { id: unit.id, name: unitNameOn(unit, today) } : null,
        contact: byId.get(`project/${project.id}`) ?? (unit && byId.get(`unit/${unit.id}`)) ?? null,
        lastReportOn,
        silent: runs && (lastReportOn === null || lastReportOn < before),
        start: planned?.start ?? null,
        finish: planned?.finish ?? null,
      };
    });
}

/** Who is asked, and about what. */
export interface StatusRecipient {
  name: string;
  mail: string | null;
  projects: string[];
}

/**
 * One request for each person, with all of their projects; for offices without a known person one with a link to pass
 * on. Projects without lead unit and contact belong to nobody: they are listed, not asked about.
 */
export function statusRecipients(rows: readonly StatusRow[]): StatusRecipient[] {
  const found = new Map<string, StatusRecipient>();
  for (const { project, unit, contact } of rows) {
    const name = contact?.name ?? unit?.name;
    if (name === undefined) continue;
    const key = contact ? contact.mail.toLowerCase() : `unit ${unit?.id}`;
    const recipient = found.get(key) ?? { name, mail: contact?.mail ?? null, projects: [] };
    recipient.projects.push(project);
    found.set(key, recipient);
  }
  return [...found.values()];
}
