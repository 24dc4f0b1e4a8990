import { createHash } from 'node:crypto';
import { type Agenda, canonicalJson, writeAgenda } from '../../agenda/index.ts';
import { type Assessment, type Paper, paperSchema, type Statement } from '../../council/index.ts';
import { basePlan, DEFAULT_SEED, ENGINE_VERSION } from '../../planning/index.ts';
import {
  agendaRevision,
  type CityTransaction,
  latestVerdicts,
  listRecords,
  loadAgenda,
  storePlanRun,
} from '../../store/index.ts';
import type { AssessResult, SolveTask } from '../solve-worker.ts';
import { type Question, startJob } from './job.ts';
import { askTask, isAsk } from './plan-asks.ts';
import { planTask, scenarioTask } from './plan-task.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Fingerprint of all that an answer to a paper rests on; equal fingerprints mean that nothing has changed. */
export interface InputHashes {
  agenda: string;
  paper: string;
}

/**
 * SHA-256 over the canonical text of agenda and paper, each on its own; of the plans only the one that dates rest on, and
 * nothing of what was paid.
 */
export function hashInputs(agenda: Agenda, paper: Paper): InputHashes {
  const base = basePlan(agenda);
  const inputs = { ...agenda, bookings: [], plans: base ? [base] : [] };
  return { agenda: sha256(writeAgenda(inputs)), paper: sha256(canonicalJson(paperSchema, paper)) };
}

/** What a plan run about a paper keeps. The statement is kept with it: it says what was known when it was drafted. */
export interface AssessRun {
  question: { kind: 'assess'; paper: string; inputs: InputHashes };
  result: { assessment: Assessment; statement: Statement };
}

/** What a worker has to compute, and what it has to know again when it is done. */
export interface Prepared {
  task: SolveTask;
  revision: number;
}

/** Reads what the question is about; undefined if that is gone by now. */
export async function prepare(tx: CityTransaction, question: Question): Promise<Prepared | undefined> {
  const revision = await agendaRevision(tx);
  const agenda = await loadAgenda(tx);
  if (agenda === undefined) return undefined;
  if (question.kind === 'scenario') {
    const task = scenarioTask(agenda, question.scenario);
    return task && { revision, task };
  }
  if (isAsk(question)) {
    const task = await askTask(tx, agenda, question);
    return task && { revision, task };
  }
  if (question.kind !== 'assess') return { revision, task: planTask(agenda, question) };
  const papers = (await listRecords(tx, 'papers')).map((record) => record.body);
  const paper = papers.find((one) => one.id === question.paper);
  if (paper === undefined || basePlan(agenda) === undefined) return undefined;
  const others = papers.filter((one) => one !== paper);
  return { revision, task: { kind: 'assess', agenda, paper, others, seed: DEFAULT_SEED } };
}

/** Keeps an answer as an immutable plan run and returns its id. */
export async function keepAnswer(tx: CityTransaction, task: SolveTask, result: AssessResult): Promise<string> {
  if (task.kind !== 'assess') throw new RangeError('only an answer is kept as a plan run');
  const inputs = hashInputs(task.agenda, task.paper);
  const question: AssessRun['question'] = { kind: 'assess', paper: task.paper.id, inputs };
  const others = task.others.map((paper) => canonicalJson(paperSchema, paper));
  const inputsHash = sha256([inputs.agenda, inputs.paper, ...others.map(sha256).sort()].join('\n'));
  return storePlanRun(tx, { inputsHash, engineVersion: ENGINE_VERSION, seed: task.seed, question, result });
}

/** Has every paper answered that has no answer yet: for the moment when there is a plan that answers can rest on. */
export async function answerWaitingPapers(tx: CityTransaction): Promise<void> {
  const answered = new Set((await latestVerdicts(tx)).map((one) => one.paper));
  for (const { id } of await listRecords(tx, 'papers')) {
    if (!answered.has(id)) await startJob(tx, { kind: 'assess', paper: id }, { background: true });
  }
}
