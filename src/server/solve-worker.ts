import { parentPort } from 'node:worker_threads';
import type { Agenda, PlanVersion, Scenario, Text } from '../agenda/index.ts';
import { type Assessment, assess, draftStatement, type Paper, type Statement } from '../council/index.ts';
import { inputsHash } from '../formats/index.ts';
import {
  answerQuestion,
  applyChanges,
  CandidateError,
  infeasibleText,
  type Meeting,
  planAgenda,
  planScenario,
  type ScenarioOutcome,
} from '../planning/index.ts';
import { answerAsked } from './jobs/answer-asked.ts';
import type { AskResults, AskTask } from './jobs/plan-asks.ts';

/**
 * The computing thread: takes one task after the other, posts how far it is and at last the result. It has no
 * access to the database and nothing to clean up, so that it may be ended at any moment.
 */

export interface AssessTask {
  kind: 'assess';
  agenda: Agenda;
  paper: Paper;
  others: Paper[];
  seed: number;
}

export interface PlanTask {
  kind: 'plan';
  agenda: Agenda;
  seed: number;
  /** The plan whose pins hold, and that is moved as little as possible (`stay`) or only started from (`anew`). */
  present?: PlanVersion;
  way: 'anew' | 'stay';
  /** Day of the plan. */
  on: string;
  /** Given if another thread looks for the same plan. */
  meeting?: Meeting;
}

export interface ScenarioTask {
  kind: 'scenario';
  agenda: Agenda;
  scenario: Scenario;
  seed: number;
  present?: PlanVersion;
  /** Day from which past and future are told apart. */
  on: string;
}

export type SolveTask = AssessTask | PlanTask | ScenarioTask | AskTask;

export interface AssessResult {
  assessment: Assessment;
  statement: Statement;
}

export interface PlanOutcome {
  plan: PlanVersion | null;
  /** Why no plan is possible, if that is certain. */
  reason: Text | null;
}

export interface ScenarioResult {
  outcome: ScenarioOutcome;
  plan: PlanVersion | null;
  reason: Text | null;
}

export type AnyResult = AssessResult | PlanOutcome | ScenarioResult | AskResults[keyof AskResults];
export type SolveResult<T extends SolveTask> = T extends AssessTask
  ? AssessResult
  : T extends PlanTask
    ? PlanOutcome
    : T extends ScenarioTask
      ? ScenarioResult
      : AskResults[keyof AskResults];
export type SolveMessage = { progress: { done: number; total: number } } | { result: AnyResult } | { refused: Text };

const post = (message: SolveMessage): void => parentPort?.postMessage(message);
const onProgress = (done: number, total: number): void => post({ progress: { done, total } });

function assessPaper({ agenda, paper, others, seed }: AssessTask): AssessResult {
  const questions = new Set(paper.pointDecisions.flatMap((decision) => decision.candidate ?? [])).size;
  let answered = 0;
  const assessment = assess(agenda, paper, others, {
    ask: (asked, candidate) => {
      const answer = answerQuestion(asked, candidate, {
        seed,
        prove: true,
        onProgress: (done, total) => onProgress(answered * total + done, questions * total),
      });
      answered++;
      return { ...answer, engine: { ...answer.engine, inputsHash: inputsHash(asked, candidate) } };
    },
  });
  return { assessment, statement: draftStatement(agenda, paper, others, assessment) };
}

/** Search steps for a plan of the whole agenda: given as a number and not as a time, so that a plan can be repeated. */
const ITERATIONS = { anew: 10_000, stay: 5_000 };

function plan({ agenda, seed, present, way, on, meeting }: PlanTask): PlanOutcome {
  const steps = ITERATIONS[present ? way : 'anew'];
  const { plan, infeasible } = planAgenda(agenda, {
    seed,
    way,
    on,
    ...(present ? { present } : {}),
    ...(meeting ? { meeting } : {}),
    prove: true,
    limit: { iterations: steps },
    onProgress: ({ iterations }) => onProgress(iterations, steps),
  });
  return { plan, reason: infeasible && infeasibleText(agenda, infeasible) };
}

function scenario({ agenda, scenario: { changes }, seed, present, on }: ScenarioTask): ScenarioResult {
  let searches = 0;
  const { outcome, plan, infeasible } = planScenario(agenda, { changes }, present, on, {
    seed,
    limit: { iterations: ITERATIONS.anew },
    onProgress: ({ iterations }) => {
      if (iterations === 0) searches++; // the agenda as it is, then with the changes
      onProgress((searches - 1) * ITERATIONS.anew + iterations, 2 * ITERATIONS.anew);
    },
  });
  return { outcome, plan, reason: infeasible && infeasibleText(applyChanges(agenda, changes), infeasible) };
}

function compute(task: SolveTask): AnyResult {
  if (task.kind === 'assess') return assessPaper(task);
  if (task.kind === 'plan') return plan(task);
  return task.kind === 'scenario' ? scenario(task) : answerAsked(task, onProgress);
}

/** Made here and not where it is thrown: the engine knows ids, people need a sentence. */
const NOT_DATABLE: Text = {
  de: 'Das neue Vorhaben lässt sich nicht einplanen: Es hat keine Phasen, ist schon beendet oder wartet auf eine Voraussetzung ohne Termin.',
  en: 'The new project cannot be planned: it has no phases, has already ended, or waits for a prerequisite without a date.',
};

parentPort?.on('message', (task: SolveTask) => {
  try {
    post({ result: compute(task) });
  } catch (error) {
    // A class does not survive the way between threads, so that the kind of failure is told by the kind of message.
    if (!(error instanceof CandidateError)) throw error;
    post({ refused: NOT_DATABLE });
  }
});
