import { addDays, type Project } from '../../agenda/index.ts';
import { weeksOf } from '../translation/supply.ts';
import { fullestRow, loadView, shownWeeks } from './load-view.ts';
import { dutiesWithDeadline } from './obligation-view.ts';
import { finishOfProject, type PlanContext, planInfo, projectLight, worstLight } from './plan-context.ts';
import type { Overview } from './schemas.ts';

const MOST_MILESTONES = 6;
const MOST_AT_RISK = 8;
const MOST_TEAMS = 4;

/** What the programme team sees first: duties at risk, progress per field, full teams, what comes next. */
export function overview(context: PlanContext): Overview {
  const { agenda, asOf } = context;
  const duties = dutiesWithDeadline(context);
  const load = loadView(context);
  const fullest = fullestRow(load.rows);
  const sum = (key: 'availableTenths' | 'plannedTenths') =>
    fullest?.cells.reduce((total, cell) => total + cell[key], 0) ?? 0;
  return {
    plan: planInfo(context),
    agendaName: agenda.name,
    cityName: agenda.city.name,
    asOf,
    obligationsWithDeadline: duties.length,
    obligationsKept: duties.filter(({ light }) => ['onPlan', 'tight', 'done'].includes(light)).length,
    obligationsOverdue: duties.filter(({ light }) => light === 'overdue').length,
    bottleneck: fullest
      ? {
          team: fullest.team,
          name: fullest.name,
          plannedTenths: sum('plannedTenths'),
          availableTenths: sum('availableTenths'),
          until: addDays(weeksOf(agenda).start, 7 * shownWeeks(context) - 3),
        }
      : null,
    obligationsAtRisk: duties.toSorted((a, b) => (a.marginDays ?? 0) - (b.marginDays ?? 0)).slice(0, MOST_AT_RISK),
    areas: areaProgress(context),
    load: load.rows
      .toSorted((a, b) => b.percent - a.percent)
      .slice(0, MOST_TEAMS)
      .map((row) => ({ ...row, cells: row.cells.slice(0, 12) })),
    milestones: nextMilestones(context),
  };
}

function areaProgress(context: PlanContext): Overview['areas'] {
  const { agenda } = context;
  return agenda.actionFields.flatMap(({ id, name }) => {
    const projects = agenda.projects.filter((project) => project.actionField === id);
    if (projects.length === 0) return [];
    const is = (...states: Project['status'][]) => projects.filter(({ status }) => states.includes(status)).length;
    const finish = projects.reduce<string | null>((last, project) => {
      const day = finishOfProject(context, project);
      return day !== null && (last === null || day > last) ? day : last;
    }, null);
    return {
      id,
      name,
      done: is('succeeded'),
      running: is('inProgress'),
      planned: is('suggested', 'planned', 'waiting'),
      finish,
      light: worstLight(projects.map((project) => projectLight(context, project))),
    };
  });
}

function nextMilestones(context: PlanContext): Overview['milestones'] {
  const { agenda, asOf } = context;
  const list = agenda.projects.flatMap((project): Overview['milestones'] => {
    const title = project.shortName ?? project.name;
    const own = project.milestones.map(({ name, on, precision }) => ({
      project: project.id,
      name: `${title}: ${name}`,
      on,
      precision,
      kind: 'milestone' as const,
    }));
    const finish = project.finishedOn ? undefined : context.dates.get(project.id)?.finish;
    return finish
      ? [...own, { project: project.id, name: title, on: finish, precision: 'week' as const, kind: 'finish' as const }]
      : own;
  });
  return list
    .filter(({ on }) => on >= asOf)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, MOST_MILESTONES);
}
