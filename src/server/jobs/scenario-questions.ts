import { createHash } from 'node:crypto';
import {
  type Agenda,
  type PlanVersion,
  presentPlan,
  type Scenario,
  type Text,
  writeAgenda,
} from '../../agenda/index.ts';
import { ENGINE_VERSION, type ScenarioOutcome } from '../../planning/index.ts';
import { type CityTransaction, type StoredPlanRun, storePlanRun } from '../../store/index.ts';
import type { ScenarioResult } from '../solve-worker.ts';
import type { Prepared } from './questions.ts';

/** What a plan run about a scenario keeps. */
export interface ScenarioRun {
  question: { kind: 'scenario'; scenario: string; inputs: string };
  result: { outcome: ScenarioOutcome; plan: PlanVersion | null; reason: Text | null };
}
export type StoredScenarioRun = Omit<StoredPlanRun, 'question' | 'result'> & ScenarioRun;

/** Plan runs of the kind `scenario` are written in one place only, with this content. */
export const isScenarioRun = (run: StoredPlanRun): run is StoredScenarioRun =>
  (run.question as { kind: string }).kind === 'scenario';

/** Fingerprint of all that the outcome of a scenario rests on. */
export function scenarioInputs(agenda: Agenda, { changes }: Scenario, asOf: string): string {
  const present = presentPlan(agenda);
  const inputs = writeAgenda({ ...agenda, plans: present ? [present] : [], scenarios: [], bookings: [] });
  return createHash('sha256').update(inputs).update(JSON.stringify(changes)).update(asOf).digest('hex');
}

/** Keeps the outcome of a scenario as an immutable plan run and returns its id. */
export async function keepScenario(tx: CityTransaction, { task }: Prepared, result: ScenarioResult): Promise<string> {
  if (task.kind !== 'scenario') throw new RangeError('only a scenario is kept as one');
  const inputs = scenarioInputs(task.agenda, task.scenario, task.on);
  const question: ScenarioRun['question'] = { kind: 'scenario', scenario: task.scenario.id, inputs };
  return storePlanRun(tx, { inputsHash: inputs, engineVersion: ENGINE_VERSION, seed: task.seed, question, result });
}
