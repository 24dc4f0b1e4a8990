import { addDays, isEnded, type Project } from '../../agenda/index.ts';
import type { PlanContext } from '../views/plan-context.ts';
import type { StatusAnswer, StatusFlag } from './request.ts';

/** Answers within a month of what the plan says are no surprise: plans are made of weeks, rounds are monthly. */
const TOLERANCE_DAYS = 28;

/** A project that this one waits for, and that is not finished, by the kind of link that forbids a start before it. */
function waitsForOpen({ agenda }: PlanContext, project: Project): boolean {
  return project.dependencies.some(({ predecessor, type, lagWeeks }) => {
    const before = agenda.projects.find((one) => one.id === predecessor);
    return type === 'finishStart' && lagWeeks >= 0 && before !== undefined && !isEnded(before);
  });
}

/** What in an answer does not fit the plan; nothing of it is refused, all of it is shown to the programme team. */
export function statusFlags(context: PlanContext, project: Project, answer: StatusAnswer, today: string): StatusFlag[] {
  const planned = context.dates.get(project.id);
  const { status, dateRight, expectedFinish } = answer;
  const flags: StatusFlag[] = [];
  const begun = status === 'inProgress' || status === 'succeeded';
  if (begun && waitsForOpen(context, project)) flags.push('predecessorOpen');
  if (isEnded(project) && !['succeeded', 'stopped'].includes(status)) flags.push('reopened');
  const deadline = project.deadlines.map(({ on }) => on).sort()[0];
  const finish = expectedFinish ?? (dateRight === 'yes' ? planned?.finish : undefined);
  if (finish !== undefined && deadline !== undefined && finish > deadline) flags.push('afterDeadline');
  if (planned === undefined) return flags;
  const [late, soon] = [addDays(today, -TOLERANCE_DAYS), addDays(today, TOLERANCE_DAYS)];
  if (status === 'succeeded' && planned.finish > soon) flags.push('finishedTooEarly');
  if (status === 'inProgress' && planned.start > soon) flags.push('beganTooEarly');
  if (['planned', 'waiting'].includes(status) && planned.start < late) flags.push('shouldHaveBegun');
  const running = !['succeeded', 'stopped'].includes(status);
  if (running && dateRight === 'yes' && planned.finish < today) flags.push('finishIsPast');
  if (running && expectedFinish !== undefined && expectedFinish < today) flags.push('finishIsPast');
  if (running && expectedFinish !== undefined && expectedFinish < planned.finish) flags.push('earlierThanPlan');
  return flags;
}

/**
 * Whether an answer may stand in the project without anybody looking at it: nothing in it is odd, and it changes no
 * more than whether the project waits or runs. An end, another date or a problem is for the programme team.
 */
export function takenAtOnce(answer: StatusAnswer, flags: readonly StatusFlag[]): boolean {
  const ends = answer.status === 'succeeded' || answer.status === 'stopped';
  return flags.length === 0 && !ends && answer.dateRight === 'yes' && answer.problem === undefined;
}
