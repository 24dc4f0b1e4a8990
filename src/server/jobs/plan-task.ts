import { type Agenda, presentPlan, statusDay } from '../../agenda/index.ts';
import { DEFAULT_SEED } from '../../planning/index.ts';
import type { PlanTask, ScenarioTask } from '../solve-worker.ts';
import { localDay } from '../today.ts';
import type { Question } from './job.ts';
import type { Ask } from './plan-asks.ts';

export type PlanQuestion = Exclude<Question, Ask | { kind: 'assess' | 'scenario' }>;

/** What a worker has to compute for a question about the plan of the whole agenda. */
export function planTask(agenda: Agenda, question: PlanQuestion): PlanTask {
  const present = presentPlan(agenda);
  const task: PlanTask = {
    kind: 'plan',
    agenda,
    seed: DEFAULT_SEED,
    on: statusDay(agenda, localDay()),
    way: question.kind === 'propose' ? 'anew' : 'stay',
  };
  if (present === undefined) return task;
  if (question.kind !== 'hold') return { ...task, present };
  const { pins, frozenUntil } = question;
  const { frozenUntil: _, ...rest } = present;
  return { ...task, present: { ...rest, pins, ...(frozenUntil ? { frozenUntil } : {}) } };
}

/** What a worker has to compute for a scenario; undefined if it is gone, or there is no plan to compare with. */
export function scenarioTask(agenda: Agenda, id: string): ScenarioTask | undefined {
  const scenario = agenda.scenarios.find((one) => one.id === id);
  const present = presentPlan(agenda);
  if (scenario === undefined || present === undefined) return undefined;
  return { kind: 'scenario', agenda, scenario, present, seed: DEFAULT_SEED, on: statusDay(agenda, localDay()) };
}
