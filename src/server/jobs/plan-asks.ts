import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { type Agenda, type Project, presentPlan, type ScenarioChange, writeAgenda } from '../../agenda/index.ts';
import { candidatesOf, type Paper } from '../../council/index.ts';
import {
  type AlternativeChoice,
  type Alternatives,
  type Answer,
  alternativeChoiceSchema,
  type Curve,
  DEFAULT_SEED,
  ENGINE_VERSION,
  type Repaired,
  type Risk,
  spreadSchema,
  type WhyNot,
  type Worth,
} from '../../planning/index.ts';
import { type CityTransaction, latestRunAbout, readRecord, storePlanRun } from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';

/**
 * Questions about the plan as it stands: what would help a project, what a post or more money is worth, how sure the
 * dates are, what an earlier end of a paper's project would take and which ways there are to it, what a scenario moves if it comes true, why a deadline
 * cannot be met. Each is
 * computed as a job and kept as an immutable plan run, with the fingerprint of what it rests on.
 */
export const askSchemas = [
  z.strictObject({ kind: z.literal('help'), project: z.string() }),
  z.strictObject({ kind: z.literal('worth') }),
  z.strictObject({ kind: z.literal('risk'), spread: spreadSchema.optional() }),
  z.strictObject({ kind: z.literal('curve'), paper: z.string() }),
  z.strictObject({ kind: z.literal('alternatives'), paper: z.string(), choice: alternativeChoiceSchema.optional() }),
  z.strictObject({ kind: z.literal('repair'), scenario: z.string() }),
  z.strictObject({ kind: z.literal('whyNot'), project: z.string() }),
] as const;
export type Ask = z.infer<(typeof askSchemas)[number]>;

const ASK_KINDS: ReadonlySet<string> = new Set(askSchemas.map(({ shape }) => shape.kind.value));

export const isAsk = (question: { kind: string }): question is Ask => ASK_KINDS.has(question.kind);

/** What comes out, by kind. */
export interface AskResults {
  help: Answer;
  worth: Worth;
  risk: Risk;
  curve: Curve;
  alternatives: Alternatives;
  repair: Repaired | null;
  whyNot: WhyNot;
}

/** What the computing thread needs: the agenda with the plan as it stands as the approved one, and what the question is about. */
export interface AskTask {
  kind: Ask['kind'];
  agenda: Agenda;
  seed: number;
  /** The project of `help`, `curve`, `alternatives` and `whyNot`. */
  project?: Project;
  /** What the project of a paper excludes, for `curve` and `alternatives`. */
  excludes?: NonNullable<Paper['alternatives']>;
  /** The changes of `repair`. */
  changes?: readonly ScenarioChange[];
  /** How far durations of `risk` turn out shorter or longer. */
  spread?: z.infer<typeof spreadSchema>;
  /** What a person has chosen for the `alternatives`. */
  choice?: AlternativeChoice;
}

type AskSubject = Pick<AskTask, 'project' | 'excludes' | 'changes' | 'spread' | 'choice'>;

/** What a question is about; undefined if that is not there (any more). */
export async function subjectOf(tx: CityTransaction, agenda: Agenda, ask: Ask): Promise<AskSubject | undefined> {
  switch (ask.kind) {
    case 'worth':
      return {};
    case 'risk':
      // Parsed anew, because the database keeps no order of fields, and the fingerprint is one of text.
      return ask.spread ? { spread: spreadSchema.parse(ask.spread) } : {};
    case 'repair': {
      const scenario = await readRecord(tx, 'scenarios', ask.scenario);
      return scenario && { changes: scenario.body.changes };
    }
    case 'whyNot':
    case 'help': {
      const project = agenda.projects.find(({ id }) => id === ask.project);
      return project && { project };
    }
    case 'curve': {
      return subjectOfPaper(await readRecord(tx, 'papers', ask.paper));
    }
    case 'alternatives': {
      const subject = subjectOfPaper(await readRecord(tx, 'papers', ask.paper));
      return subject && { ...subject, choice: alternativeChoiceSchema.parse(ask.choice ?? {}) };
    }
  }
}

/** The first new project of a paper, and what it excludes. */
function subjectOfPaper(paper: { body: Paper } | undefined): AskSubject | undefined {
  const [project] = paper ? candidatesOf(paper.body) : [];
  const excludes = paper?.body.alternatives;
  return project && (excludes ? { project, excludes } : { project });
}

/** What a worker has to compute; undefined if there is no plan, or nothing that the question is about. */
export async function askTask(tx: CityTransaction, agenda: Agenda, ask: Ask): Promise<AskTask | undefined> {
  const present = presentPlan(agenda);
  const subject = await subjectOf(tx, agenda, ask);
  if (present === undefined || subject === undefined) return undefined;
  const plans = [{ ...present, status: 'approved' as const }];
  return { kind: ask.kind, agenda: { ...agenda, plans, scenarios: [], bookings: [] }, seed: DEFAULT_SEED, ...subject };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Fingerprint of all that an answer rests on; `agenda` is that of the agenda alone. */
function askInputs({ project, excludes, changes, spread, choice }: AskTask, agenda: string): string {
  const more = [choice, excludes].filter((one) => one !== undefined);
  return sha256(`${agenda}${JSON.stringify([project, changes, spread, ...more])}`);
}

/** Keeps an answer as an immutable plan run and returns its id. */
export async function keepAsked(
  tx: CityTransaction,
  ask: Ask,
  task: AskTask,
  answer: AskResults[Ask['kind']],
): Promise<string> {
  const inputsHash = askInputs(task, sha256(writeAgenda(task.agenda)));
  const run = { inputsHash, engineVersion: ENGINE_VERSION, seed: task.seed, question: ask, result: { answer } };
  return storePlanRun(tx, run);
}

/** An answer as it was last computed. */
export interface Asked<K extends Ask['kind']> {
  createdAt: string;
  /** Something that it rests on has changed since. */
  outdated: boolean;
  answer: AskResults[K];
}

/** The newest answer to a question, with whatever spread it was asked; null if it never was. */
export async function latestAsked<A extends Ask>(
  tx: CityTransaction,
  loaded: LoadedAgenda,
  ask: A,
): Promise<Asked<A['kind']> | null> {
  const run = await latestRunAbout(tx, ask);
  if (run === undefined) return null;
  // Runs of these kinds are written in one place only, with this content.
  const { question, result } = run as { question: A; result: { answer: AskResults[A['kind']] } };
  const task = await askTask(tx, loaded.agenda, question);
  const present =
    task &&
    askInputs(
      task,
      loaded.once('asked agenda', () => sha256(writeAgenda(task.agenda))),
    );
  return { createdAt: run.createdAt, outdated: present !== run.inputsHash, answer: result.answer };
}
