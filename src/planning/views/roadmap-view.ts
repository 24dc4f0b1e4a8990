import { addDays, daysBetween, deadlinesOf, isIllustrative, type Project } from '../../agenda/index.ts';
import { droppedText } from '../plans/dropped-text.ts';
import { criticalChain } from './critical-chain.ts';
import {
  finishOfProject,
  nearestDeadline,
  type PlanContext,
  planInfo,
  projectLight,
  unitName,
} from './plan-context.ts';
import type { RoadmapProject, RoadmapView } from './schemas.ts';

/** The whole roadmap: areas, projects, bars, deadlines, and what moved since the plan was approved. */
export function roadmapView(context: PlanContext): RoadmapView {
  const { agenda, plan, asOf } = context;
  const rows = agenda.projects.map((project) => roadmapProject(context, project));
  const last = rows.reduce((latest, { finish }) => (finish && finish > latest ? finish : latest), agenda.planStart);
  const fields = agenda.actionFields.filter(({ id }) => agenda.projects.some((project) => project.actionField === id));
  return {
    plan: planInfo(context),
    today: asOf,
    from: plan.phases.reduce((first, { start }) => (start < first ? start : first), agenda.planStart),
    until: addDays(last, 28),
    areas: fields.map(({ id, name }) => ({
      id,
      name,
      projects: rows.filter((_, i) => agenda.projects[i]?.actionField === id),
    })),
    sharedDeadlines: sharedDeadlines(context),
    movedSinceApproval: rows
      .filter(
        (row) => row.approvedStart !== null && (row.approvedStart !== row.start || row.approvedFinish !== row.finish),
      )
      .map(({ id }) => id),
    alternatives: alternativeRows(context),
    dropped: droppedRows(context),
    planStart: agenda.planStart,
    frozenUntil: plan.frozenUntil ?? null,
    criticalChain: criticalChain(context),
  };
}

function alternativeRows({ agenda, dates }: PlanContext): RoadmapView['alternatives'] {
  const byId = new Map(agenda.projects.map((project) => [project.id, project]));
  return agenda.alternatives.map(({ id, name, choice, projects }) => ({
    id,
    name,
    choice,
    projects: projects.map((one) => ({ id: one, name: byId.get(one)?.name ?? one, planned: dates.has(one) })),
  }));
}

function droppedRows({ agenda, plan, dropped }: PlanContext): RoadmapView['dropped'] {
  return agenda.projects.flatMap(({ id, name, commitmentClass }) => {
    const found = dropped.get(id);
    return found ? [{ id, name, commitmentClass, why: droppedText(agenda, plan, found) }] : [];
  });
}

export function roadmapProject(context: PlanContext, project: Project): RoadmapProject {
  const { agenda, asOf } = context;
  const dates = context.dates.get(project.id);
  const approved = context.approvedDates.get(project.id);
  const deadlines = deadlinesOf(agenda, project, asOf);
  const deadline = nearestDeadline(deadlines);
  const finish = finishOfProject(context, project);
  const left = context.dropped.get(project.id);
  const pin = context.plan.pins?.find((one) => one.project === project.id);
  const names = new Map(project.phases.map((phase) => [phase.id, phase.name]));
  return {
    id: project.id,
    name: project.name,
    shortName: project.shortName ?? project.name,
    commitmentClass: project.commitmentClass,
    leadName: unitName(agenda, project.leadUnit, asOf),
    partnerName: partnerName(context, project),
    status: project.status,
    light: projectLight(context, project),
    start: dates?.start ?? null,
    finish,
    approvedStart: approved?.start ?? null,
    approvedFinish: approved?.finish ?? null,
    bars: (context.phases.get(project.id) ?? []).map(({ phase, mode, start, finish: end }) => ({
      phase,
      name: names.get(phase) ?? phase,
      mode,
      start,
      finish: end,
    })),
    pin: pin ? { start: pin.start, reason: pin.reason ?? null } : null,
    fixed: project.fixedStart !== undefined,
    deadlines,
    milestones: project.milestones,
    predecessors: project.dependencies.map(({ predecessor }) => predecessor),
    marginDays: deadline !== null && finish !== null ? daysBetween(finish, deadline) : null,
    illustrative: isIllustrative(project, 'phases'),
    droppable: project.droppable !== undefined,
    alternative: agenda.alternatives.find((one) => one.projects.includes(project.id))?.name ?? null,
    leftOut: left ? droppedText(agenda, context.plan, left) : null,
  };
}

/** The partner of the way that the plan has chosen; without one the first partner that the record names. */
function partnerName({ agenda, phases }: PlanContext, project: Project): string | null {
  const chosen = phases.get(project.id)?.[0]?.mode;
  const id = project.modes.find((mode) => mode.id === chosen)?.partner ?? project.partners[0];
  return agenda.partners.find((partner) => partner.id === id)?.name ?? null;
}

/** A day is drawn across all rows if it stands for this part of the statutory deadlines: at most twenty lines. */
const SHARED_PART = 1 / 20;

/** Statutory days that at least three projects share, and more of them the more deadlines there are. */
function sharedDeadlines({ agenda }: PlanContext): RoadmapView['sharedDeadlines'] {
  const days = new Map<string, { projects: number; laws: Map<string, number> }>();
  for (const project of agenda.projects) {
    for (const { on, kind, obligation } of project.deadlines) {
      if (kind !== 'statutory') continue;
      const entry = days.get(on) ?? { projects: 0, laws: new Map<string, number>() };
      entry.projects++;
      if (obligation) entry.laws.set(obligation, (entry.laws.get(obligation) ?? 0) + 1);
      days.set(on, entry);
    }
  }
  const all = [...days.values()].reduce((sum, { projects }) => sum + projects, 0);
  const least = Math.max(3, Math.ceil(all * SHARED_PART));
  return [...days]
    .filter(([, { projects }]) => projects >= least)
    .map(([on, { projects, laws }]) => {
      const [most] = [...laws].toSorted((a, b) => b[1] - a[1])[0] ?? [];
      const law = agenda.obligations.find(({ id }) => id === most);
      return { on, projects, label: law ? `${law.law} ${law.paragraph}` : '' };
    });
}
