import {
  type Agenda,
  daysBetween,
  lastEndWeekBy,
  type PlanVersion,
  type Project,
  type Text,
  weekOf,
} from '../../agenda/index.ts';
import { datesByProject } from '../translation/schedule.ts';
import { weeksOf } from '../translation/supply.ts';
import { dutiesWithDeadline } from '../views/obligation-view.ts';
import { planContext, planQuality } from '../views/plan-context.ts';
import { moneyDifferences, teamDifferences } from './compare-use.ts';
import type { DutyDifference, PlanDifference, PlanRef, ProjectDifference } from './difference.ts';
import { droppedText } from './dropped-text.ts';
import { planFigures } from './figures.ts';

/**
 * What distinguishes two plans of one agenda. Names, work and money of a plan that carries its own figures are those of
 * the time when it was made, so that projects which are changed or deleted by now are compared too; deadlines, capacity
 * and duties are today's for both.
 *
 * @param asOf day from which past and future are told apart
 * @param changed the agenda of the second plan, where that is another one (a scenario)
 */
export function comparePlans(
  agenda: Agenda,
  before: PlanVersion,
  after: PlanVersion,
  asOf: string,
  changed: Agenda = agenda,
): PlanDifference {
  const [one, other] = [before.figures ?? planFigures(agenda, before), after.figures ?? planFigures(changed, after)];
  const names = { ...one.names, ...other.names };
  const both = { ...agenda, projects: [...agenda.projects, ...changed.projects] };
  const { projects, unchanged } = projectDifferences(both, before, after, names);
  return {
    before: planRef(before),
    after: planRef(after),
    projects,
    unchanged,
    duties: dutyDifferences([agenda, before], [changed, after], asOf),
    late: {
      statutory: { before: lateWeeks(agenda, before, 'statutory'), after: lateWeeks(changed, after, 'statutory') },
      promised: { before: lateWeeks(agenda, before, 'promised'), after: lateWeeks(changed, after, 'promised') },
    },
    teams: teamDifferences([agenda, one], [changed, other]),
    money: moneyDifferences(agenda, one, other),
    finish: { before: lastFinish(before), after: lastFinish(after) },
  };
}

export function planRef(plan: PlanVersion): PlanRef {
  const { id, name, status, on, approvedBy } = plan;
  return { id, name, status, on, quality: planQuality(plan), approvedBy: approvedBy ?? null };
}

function projectDifferences(
  agenda: Agenda,
  before: PlanVersion,
  after: PlanVersion,
  names: Readonly<Record<string, string>>,
): { projects: ProjectDifference[]; unchanged: number } {
  const known = new Map(agenda.projects.map((project) => [project.id, project]));
  const [old, now] = [spans(before), spans(after)];
  const pinned = new Set(after.pins?.map((pin) => pin.project));
  const left = { before: droppedBy(agenda, before), after: droppedBy(agenda, after) };
  let unchanged = 0;
  const projects = [...new Set([...old.keys(), ...now.keys()])].flatMap((id): ProjectDifference[] => {
    const [was, is] = [old.get(id) ?? null, now.get(id) ?? null];
    if (was && is && JSON.stringify(was) === JSON.stringify(is)) {
      unchanged++;
      return [];
    }
    const project = known.get(id);
    const modeName = (mode: string) => project?.modes.find((one) => one.id === mode)?.name ?? mode;
    const shown = (span: Span | null) => span && { start: span.start, finish: span.finish, mode: modeName(span.mode) };
    const shift = (key: 'start' | 'finish') => (was && is ? Math.round(daysBetween(was[key], is[key]) / 7) : 0);
    return [
      {
        project: id,
        name: names[id] ?? project?.shortName ?? project?.name ?? id,
        kind:
          was && is
            ? 'changed'
            : was
              ? goneKind(left.after.has(id), project)
              : left.before.has(id)
                ? 'restored'
                : 'new',
        commitmentClass: project?.commitmentClass ?? null,
        before: shown(was),
        after: shown(is),
        startWeeks: shift('start'),
        finishWeeks: shift('finish'),
        modeChanged: was !== null && is !== null && was.mode !== is.mode,
        pinned: pinned.has(id),
        why: left.after.get(id) ?? left.before.get(id) ?? null,
      },
    ];
  });
  const size = (one: ProjectDifference) =>
    one.kind === 'changed' ? Math.max(Math.abs(one.startWeeks), Math.abs(one.finishWeeks)) : Number.MAX_SAFE_INTEGER;
  return {
    projects: projects.toSorted((a, b) => size(b) - size(a) || (a.project < b.project ? -1 : 1)),
    unchanged,
  };
}

function goneKind(isLeftOut: boolean, project: Project | undefined): ProjectDifference['kind'] {
  if (isLeftOut) return 'dropped';
  return project ? 'removed' : 'deleted';
}

/** Projects that a plan leaves out, with the reasons. */
function droppedBy(agenda: Agenda, plan: PlanVersion): Map<string, Text> {
  return new Map((plan.dropped ?? []).map((one) => [one.project, droppedText(agenda, plan, one)]));
}

interface Span {
  start: string;
  finish: string;
  mode: string;
  /** Every phase with its dates: the gaps between phases count as well. */
  phases: string;
}

function spans({ phases }: PlanVersion): Map<string, Span> {
  const dates = datesByProject(phases);
  const byProject = Map.groupBy(phases, ({ project }) => project);
  return new Map(
    [...byProject].map(([id, list]) => {
      const { start, finish } = dates.get(id) ?? { start: '', finish: '' };
      const lines = list.map((one) => `${one.phase} ${one.start} ${one.finish}`).sort();
      return [id, { start, finish, mode: list[0]?.mode ?? '', phases: lines.join() }];
    }),
  );
}

type Planned = readonly [agenda: Agenda, plan: PlanVersion];

function dutyDifferences(before: Planned, after: Planned, asOf: string): DutyDifference[] {
  const margins = ([agenda, plan]: Planned) =>
    dutiesWithDeadline(planContext(agenda, plan, asOf)).map((row) => ({ row, project: row.projects[0]?.id ?? '' }));
  const old = new Map(margins(before).map(({ row, project }) => [`${row.id} ${project}`, row.marginDays]));
  const loss = (one: DutyDifference) => (one.after ?? -100_000) - (one.before ?? -100_000);
  return margins(after)
    .flatMap(({ row, project }): DutyDifference[] => {
      const was = old.get(`${row.id} ${project}`) ?? null;
      if (was === row.marginDays || row.deadline === null) return [];
      const { id, name, law, paragraph, deadline } = row;
      return [{ obligation: id, name, law, paragraph, project, deadline, before: was, after: row.marginDays }];
    })
    .toSorted((a, b) => loss(a) - loss(b));
}

/** Weeks by which the planned projects end after their deadlines of one kind, in sum. */
export function lateWeeks(agenda: Agenda, plan: PlanVersion, kind: 'statutory' | 'promised'): number {
  const dates = datesByProject(plan.phases);
  const weeks = weeksOf(agenda);
  return agenda.projects.reduce((sum, project) => {
    const finish = dates.get(project.id)?.finish;
    if (finish === undefined) return sum;
    const end = weekOf(weeks, finish) + 1;
    const late = project.deadlines
      .filter((deadline) => deadline.kind === kind)
      .map(({ on }) => Math.max(0, end - lastEndWeekBy(weeks, on)));
    return sum + late.reduce((total, one) => total + one, 0);
  }, 0);
}

export function lastFinish({ phases }: PlanVersion): string | null {
  return phases.reduce<string | null>((last, { finish }) => (last === null || finish > last ? finish : last), null);
}
