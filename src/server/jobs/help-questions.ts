import { createHash } from 'node:crypto';
import { type Agenda, presentPlan, writeAgenda } from '../../agenda/index.ts';
import { type Answer, ENGINE_VERSION } from '../../planning/index.ts';
import { type CityTransaction, latestHelpRun, type StoredPlanRun, storePlanRun } from '../../store/index.ts';
import type { Prepared } from './questions.ts';

/** What a plan run keeps that says what would help a project. */
interface HelpRun {
  question: { kind: 'help'; project: string; inputs: string };
  result: { answer: Answer };
}

/** Fingerprint of the agenda with the plan in which the project lies. */
export function helpInputs(agenda: Agenda): string {
  const present = presentPlan(agenda);
  const plans = present ? [{ ...present, status: 'approved' as const }] : [];
  return createHash('sha256')
    .update(writeAgenda({ ...agenda, plans, scenarios: [] }))
    .digest('hex');
}

/** Keeps what would help a project as an immutable plan run and returns its id. */
export async function keepHelp(tx: CityTransaction, { task }: Prepared, answer: Answer): Promise<string> {
  if (task.kind !== 'help') throw new RangeError('only what helps is kept as such');
  const inputs = helpInputs(task.agenda);
  const question: HelpRun['question'] = { kind: 'help', project: task.project.id, inputs };
  const run = { inputsHash: inputs, engineVersion: ENGINE_VERSION, seed: task.seed, question, result: { answer } };
  return storePlanRun(tx, run);
}

/** The newest answer about a project, if it was ever asked. */
export async function latestHelp(
  tx: CityTransaction,
  project: string,
): Promise<(Omit<StoredPlanRun, 'question' | 'result'> & HelpRun) | undefined> {
  // Runs of this kind are written in one place only, with this content.
  return (await latestHelpRun(tx, project)) as (StoredPlanRun & HelpRun) | undefined;
}
