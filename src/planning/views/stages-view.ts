import {
  type Agenda,
  approvedPlan,
  entryParts,
  entryState,
  isEnded,
  type PlanVersion,
  presentPlan,
  type Stage,
} from '../../agenda/index.ts';
import { datesByProject } from '../translation/schedule.ts';
import type { DatedProject, StageCondition, StageRow, StagesView } from './stages-schema.ts';

type Dates = ReturnType<typeof datesByProject>;

/** An agenda with the dates of the plan that stages are told by. */
interface Told {
  agenda: Agenda;
  asOf: string;
  dates: Dates;
}

/**
 * The steps of the agenda: what must hold before each begins, what of it holds today, when the rest is expected, and
 * what the plan begins too early. The plan is the approved one: an entry is a promise like every other date. A stage
 * binds no project by itself; whoever wants that gives the project the prerequisite.
 */
export function stagesView(agenda: Agenda, asOf: string): StagesView {
  const plan: PlanVersion | undefined = approvedPlan(agenda) ?? presentPlan(agenda);
  const told = { agenda, asOf, dates: datesByProject(plan?.phases ?? []) };
  const status = plan?.status === 'approved' ? 'approved' : 'working';
  const fields = new Map(agenda.actionFields.map(({ id, name }) => [id, name]));
  return {
    asOf,
    plan: plan ? { status, on: plan.on } : null,
    stages: stageRows(told),
    without: agenda.actionFields.filter(({ stage }) => stage === undefined).map(({ id, name }) => ({ id, name })),
    goals: agenda.goals.map((goal) => {
      const [part] = entryParts(agenda, { text: goal.name, projects: [], prerequisites: [], goals: [goal.id] }, asOf);
      const measurable = goal.indicators.some(({ target }) => target !== undefined);
      return {
        id: goal.id,
        name: goal.name,
        actionField: fields.get(goal.actionField) ?? goal.actionField,
        indicators: goal.indicators.length,
        reached: measurable ? part?.met === true : null,
      };
    }),
  };
}

/** A stage cannot be entered before the one in front of it. */
function stageRows(told: Told): StageRow[] {
  let before: Pick<StageRow, 'state' | 'entryOn'> = { state: 'entered', entryOn: null };
  return told.agenda.stages.map((stage) => {
    const row = stageRow(told, stage, before);
    before = row;
    return row;
  });
}

function stageRow(told: Told, stage: Stage, before: Pick<StageRow, 'state' | 'entryOn'>): StageRow {
  const { agenda, asOf } = told;
  const from = stage.from ?? null;
  const conditions = stage.entryConditions.map((one) => conditionOf(told, one));
  const unmet = conditions.filter(({ state }) => state !== 'met');
  const entered = unmet.length === 0 && before.state === 'entered' && (from ?? asOf) <= asOf;
  const awaited = [
    ...unmet.map(({ expectedOn }) => expectedOn),
    ...(before.state === 'waiting' ? [before.entryOn] : []),
  ];
  const holdsOn = lastOf(awaited);
  const entryOn = entered ? from : holdsOn === undefined ? null : lastOf([holdsOn ?? from, from ?? holdsOn]);
  const projects = openProjects(told, stage);
  const tooSoon = (start: string | null): boolean => start !== null && (entryOn == null || start < entryOn);
  return {
    id: stage.id,
    name: stage.name,
    description: stage.description ?? null,
    from,
    state: entered ? 'entered' : 'waiting',
    entryOn: entryOn ?? null,
    conditions,
    actionFields: agenda.actionFields.filter((one) => one.stage === stage.id).map(({ id, name }) => ({ id, name })),
    projects,
    tooEarly: entered ? [] : projects.filter(({ start }) => tooSoon(start)).map(({ id }) => id),
    beginTooEarly: !entered && from !== null && (holdsOn === undefined || (holdsOn !== null && from < holdsOn)),
  };
}

/** The last of several days; undefined if one of them is not known, null if there is none. */
function lastOf(days: readonly (string | null)[]): string | null | undefined {
  if (days.includes(null)) return undefined;
  return days.reduce((last, day) => (last === null || (day ?? '') > last ? day : last), null);
}

function conditionOf({ agenda, asOf, dates }: Told, condition: Stage['entryConditions'][number]): StageCondition {
  const parts = entryParts(agenda, condition, asOf, (id) => dates.get(id)?.finish ?? null);
  const state = entryState(condition, parts, asOf);
  const { metOn } = condition;
  const open = parts.filter(({ met }) => !met).map(({ expectedOn }) => later(expectedOn, asOf));
  const expected = metOn ?? (parts.length === 0 ? null : (lastOf(open) ?? null));
  return {
    text: condition.text,
    state,
    foundOn: state === 'met' ? (metOn ?? null) : null,
    expectedOn: state === 'met' ? null : expected,
    parts,
  };
}

/** What was expected on a day that has passed has not come: nobody knows when it will. */
const later = (expectedOn: string | null, asOf: string): string | null =>
  expectedOn !== null && expectedOn >= asOf ? expectedOn : null;

function openProjects({ agenda, dates }: Told, stage: Stage): DatedProject[] {
  const fields = new Set(agenda.actionFields.filter((one) => one.stage === stage.id).map(({ id }) => id));
  return agenda.projects
    .filter((project) => fields.has(project.actionField) && !isEnded(project))
    .map((project) => datedProject(project, dates));
}

/** A project with its dates by a plan. */
export function datedProject(project: Agenda['projects'][number], dates: Dates): DatedProject {
  const { id, name, shortName, finishedOn } = project;
  const planned = dates.get(id);
  return { id, name: shortName ?? name, start: planned?.start ?? null, finish: finishedOn ?? planned?.finish ?? null };
}
