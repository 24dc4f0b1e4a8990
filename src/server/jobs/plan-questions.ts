import { createHash } from 'node:crypto';
import { type PlanVersion, planVersionSchema, presentPlan, type Text } from '../../agenda/index.ts';
import { basePlan, ENGINE_VERSION } from '../../planning/index.ts';
import {
  agendaRevision,
  type CityTransaction,
  insertRecord,
  readRecord,
  replaceRecord,
  type StoredPlanRun,
  storePlanRun,
} from '../../store/index.ts';
import type { PlanOutcome } from '../solve-worker.ts';
import { planSoon } from './job.ts';
import type { PlanQuestion } from './plan-task.ts';
import { answerWaitingPapers, type Prepared } from './questions.ts';

/** The newest working plan of a city is always the record with this id. */
export const WORKING_PLAN = 'working';

/** What a plan run about the whole agenda keeps: a plan proposed, or the working plan before somebody changed it. */
export interface PlanOfAgendaRun {
  question: { kind: 'propose' | 'replaced' };
  result: { plan: PlanVersion };
}

/** The plan of the whole agenda that a run keeps; undefined for a run about something else. */
export function plannedBy(run: StoredPlanRun): PlanVersion | undefined {
  const { kind } = run.question as { kind: string };
  if (kind !== 'propose' && kind !== 'replaced') return undefined;
  return planVersionSchema.parse((run.result as PlanOfAgendaRun['result']).plan);
}

/** How a computation of a plan ended: the run that keeps it, or why it is not kept. */
export type Kept = { planRun: string | null } | { refused: Text };

const NO_PLAN: Text = {
  de: 'Es wurde kein Plan gefunden, der alle Vorgaben einhält.',
  en: 'No plan was found that keeps to everything that is given.',
};
const CHANGED: Text = {
  de: 'Während der Berechnung hat jemand die Agenda geändert; der Arbeitsplan ist, wie er war. Bitte noch einmal versuchen.',
  en: 'Somebody changed the agenda during the computation; the working plan is as it was. Please try again.',
};

/** Keeps a computed plan as the question asks: as a proposal beside the working plan, or as the working plan. */
export async function keepPlan(
  tx: CityTransaction,
  question: PlanQuestion,
  prepared: Prepared,
  outcome: PlanOutcome,
): Promise<Kept> {
  const unchanged = (await agendaRevision(tx)) === prepared.revision;
  if (question.kind !== 'propose' && !unchanged) {
    if (question.kind === 'hold') return { refused: CHANGED };
    await planSoon(tx); // out of date before it is kept: asked anew instead
    return { planRun: null };
  }
  const { plan } = outcome;
  if (plan === null) return { refused: outcome.reason ?? NO_PLAN };
  if (question.kind === 'propose') return { planRun: await keepRun(tx, 'propose', plan, prepared) };
  if (basePlan(prepared.task.agenda) === undefined) await answerWaitingPapers(tx);
  const before = presentPlan(prepared.task.agenda);
  await putWorkingPlan(tx, plan);
  // What somebody has changed can be taken back: the plan before it is kept, and taken over like a proposal.
  const replaced = question.kind === 'hold' && before ? await keepRun(tx, 'replaced', before, prepared) : null;
  return { planRun: replaced };
}

async function keepRun(
  tx: CityTransaction,
  kind: PlanOfAgendaRun['question']['kind'],
  plan: PlanVersion,
  { task }: Prepared,
): Promise<string> {
  const { seed } = task;
  const inputsHash = createHash('sha256').update(JSON.stringify(task)).digest('hex');
  return storePlanRun(tx, { inputsHash, engineVersion: ENGINE_VERSION, seed, question: { kind }, result: { plan } });
}

/** Makes a plan the city's working plan, whatever it was called before. */
export async function putWorkingPlan(tx: CityTransaction, plan: PlanVersion): Promise<void> {
  const working: PlanVersion = { ...plan, id: WORKING_PLAN, name: 'Arbeitsplan', status: 'working' };
  const present = await readRecord(tx, 'plans', WORKING_PLAN);
  if (present === undefined) await insertRecord(tx, 'plans', working);
  else if (JSON.stringify(present.body) !== JSON.stringify(planVersionSchema.parse(working)))
    await replaceRecord(tx, 'plans', WORKING_PLAN, present.version, working);
}
