import { type Project, presentPlan } from '../../agenda/index.ts';
import { withExclusions } from '../../council/index.ts';
import {
  alternativeChoiceSchema,
  alternativesFor,
  answerQuestion,
  capacityCurve,
  capacityWorth,
  type Repaired,
  repairPlan,
  simulateRisk,
  whyNot,
} from '../../planning/index.ts';
import type { AskResults, AskTask } from './plan-asks.ts';

/** Search steps for each row of the worth of capacity: numbers and not times, so that an answer can be repeated. */
const WORTH_ITERATIONS = 3_000;
/** Search steps for where the project of a curve lies without extra capacity. */
const CURVE_ITERATIONS = 10_000;

type OnProgress = (done: number, total: number) => void;

/** Answers a question about the plan as it stands; runs in the computing thread. */
export function answerAsked(task: AskTask, onProgress: OnProgress): AskResults[keyof AskResults] {
  const { kind, seed } = task;
  const agenda = withExclusions(task.agenda, { alternatives: task.excludes });
  switch (kind) {
    case 'help':
      return answerQuestion(agenda, projectOf(task), { seed, onProgress });
    case 'curve':
      return capacityCurve(agenda, projectOf(task), { seed, limit: { iterations: CURVE_ITERATIONS } });
    case 'alternatives': {
      const choice = task.choice ?? alternativeChoiceSchema.parse({});
      return alternativesFor(agenda, projectOf(task), choice, { seed, prove: true, onProgress });
    }
    case 'worth':
      return worth(task, onProgress);
    case 'risk':
      return simulateRisk(agenda, planOf(task), { seed, ...(task.spread ? { spread: task.spread } : {}) });
    case 'repair':
      return repaired(task);
    case 'whyNot':
      return whyNot(agenda, planOf(task), { project: projectOf(task).id });
  }
}

/** One plan as it stands, and one for each team and each budget line. */
function worth({ agenda, seed }: AskTask, onProgress: OnProgress): AskResults['worth'] {
  const plans = 1 + agenda.teams.length + agenda.budgetLines.length;
  const total = plans * WORTH_ITERATIONS;
  let begun = 0;
  return capacityWorth(agenda, {
    seed,
    limit: { iterations: WORTH_ITERATIONS },
    onProgress: ({ iterations }) => {
      if (iterations === 0) begun++;
      onProgress(Math.min(total, (begun - 1) * WORTH_ITERATIONS + iterations), total);
    },
  });
}

/** What would move; the plan itself follows when the scenario is taken over into the agenda. */
function repaired(task: AskTask): Repaired | null {
  const { agenda, seed, changes = [] } = task;
  const repair = repairPlan(agenda, planOf(task), changes, { seed });
  if (repair === null) return null;
  const { plan: _, ...result } = repair;
  return result;
}

function planOf({ agenda }: AskTask): NonNullable<ReturnType<typeof presentPlan>> {
  const plan = presentPlan(agenda);
  if (plan === undefined) throw new RangeError('a question about the plan is asked where there is one');
  return plan;
}

function projectOf({ project }: AskTask): Project {
  if (project === undefined) throw new RangeError('a question about a project names it');
  return project;
}
