import {
  type Agenda,
  approvedPlan,
  type Deadline,
  type DroppedProject,
  daysBetween,
  deadlinesOf,
  type PlanVersion,
  type Project,
  type ScheduledPhase,
  unitNameOn,
} from '../../agenda/index.ts';
import { datesByProject } from '../translation/schedule.ts';
import type { Light, PlanInfo } from './schemas.ts';

/** Days of margin below which a deadline counts as tight. The rule is shown beside every traffic light. */
const TIGHT_DAYS = 45;

/** An agenda with one of its plans, indexed for the views. */
export interface PlanContext {
  agenda: Agenda;
  plan: PlanVersion;
  approved: PlanVersion | undefined;
  /** Day from which past and future are told apart. */
  asOf: string;
  dates: ReadonlyMap<string, { start: string; finish: string }>;
  approvedDates: ReadonlyMap<string, { start: string; finish: string }>;
  phases: ReadonlyMap<string, readonly ScheduledPhase[]>;
  /** What the plan leaves out. */
  dropped: ReadonlyMap<string, DroppedProject>;
}

export function planContext(agenda: Agenda, plan: PlanVersion, asOf: string): PlanContext {
  const approved = approvedPlan(agenda);
  return {
    agenda,
    plan,
    approved,
    asOf,
    dates: datesByProject(plan.phases),
    approvedDates: datesByProject(approved?.phases ?? []),
    phases: Map.groupBy(plan.phases, (phase) => phase.project),
    dropped: new Map((plan.dropped ?? []).map((one) => [one.project, one])),
  };
}

export function planInfo({ plan }: PlanContext): PlanInfo {
  return {
    id: plan.id,
    status: plan.status === 'approved' ? 'approved' : 'working',
    on: plan.on,
    quality: planQuality(plan),
    engineVersion: plan.engineVersion,
    seed: plan.seed,
  };
}

/** `proven` when every aim of the plan has reached its bound. */
export function planQuality({ quality }: PlanVersion): 'proven' | 'bestFound' {
  return quality?.aims.length && quality.aims.every(({ proven }) => proven) ? 'proven' : 'bestFound';
}

/** Last finish of a project: its real end, else the planned one. */
export function finishOfProject(context: PlanContext, project: Project): string | null {
  return project.finishedOn ?? context.dates.get(project.id)?.finish ?? null;
}

/** Traffic light of a deadline against a finish. */
export function deadlineLight(asOf: string, deadline: string, finish: string | null): Light {
  if (finish !== null && finish <= deadline && finish < asOf) return 'done';
  if (deadline < asOf) return 'overdue';
  if (finish === null || finish > deadline) return 'missed';
  return daysBetween(finish, deadline) < TIGHT_DAYS ? 'tight' : 'onPlan';
}

/** Traffic light of a project: its nearest deadline decides; without one, or left out by the plan, its status. */
export function projectLight(context: PlanContext, project: Project): Light {
  if (project.status === 'succeeded') return 'done';
  const days = context.dropped.has(project.id) ? [] : deadlinesOf(context.agenda, project, context.asOf);
  const deadline = nearestDeadline(days);
  if (deadline) return deadlineLight(context.asOf, deadline, finishOfProject(context, project));
  if (project.status === 'inProgress') return 'running';
  return project.status === 'waiting' ? 'waiting' : 'open';
}

export function nearestDeadline(deadlines: readonly Deadline[]): string | null {
  return deadlines.reduce<string | null>((first, { on }) => (first === null || on < first ? on : first), null);
}

export function unitName(agenda: Agenda, id: string | undefined, asOf: string): string | null {
  const unit = agenda.units.find((entry) => entry.id === id);
  return unit ? unitNameOn(unit, asOf) : null;
}

const order: readonly Light[] = ['overdue', 'missed', 'tight', 'onPlan', 'running', 'waiting', 'open', 'done'];

/** The most urgent of several lights. */
export function worstLight(lights: readonly Light[]): Light {
  return order.find((light) => lights.includes(light)) ?? 'open';
}
