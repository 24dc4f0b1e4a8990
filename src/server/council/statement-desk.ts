import { createHash } from 'node:crypto';
import { canonicalJson } from '../../agenda/index.ts';
import {
  arranged,
  draftStatement,
  type Paper,
  type Publication,
  releasedEditions,
  STATEMENT_REFUSALS,
  type StaleFigure,
  type Statement,
  type StatementCommand,
  type StatementFile,
  staleFigures,
  statementSchema,
  stepStatement,
  withPublishedAnswer,
} from '../../council/index.ts';
import {
  type CityTransaction,
  listPublications,
  listRecords,
  publish,
  readRecord,
  replaceRecord,
  type Session,
  type StoredRecord,
} from '../../store/index.ts';
import { Problem } from '../http/problems.ts';
import { changedSince, latestAssessRun } from '../paper-rows.ts';
import type { Services } from '../services.ts';
import { councilSettings, loadDesk } from './desk.ts';
import { filesToKeep, hashesOf, letterheadOf } from './release-files.ts';

/** SHA-256 of the canonical text of a statement: the same for equal texts, whatever the order of their fields. */
export const hashOf = (content: Statement): string =>
  createHash('sha256').update(canonicalJson(statementSchema, content)).digest('hex');

export type StoredFile = StoredRecord<'statements'>;

/** The statement that is being worked on. Throws {@link Problem} `not-found` while nobody has begun one. */
async function statementFile(tx: CityTransaction, paper: string): Promise<StoredFile> {
  const stored = await readRecord(tx, 'statements', paper);
  if (stored) return stored;
  throw new Problem('not-found', {
    detail: {
      de: 'Diese Stellungnahme ist noch nicht begonnen.',
      en: 'This statement has not been begun yet.',
    },
  });
}

/** Whoever asks, in the transaction of the request. */
export interface Scope {
  tx: CityTransaction;
  session: Session;
  services: Services;
}

/**
 * The draft as the records have it now: what rests on a record is of today, what was computed is of the newest answer
 * until it is computed again. Undefined if the paper was never assessed, or only by a version of the program that did
 * not name its figures yet.
 */
export async function freshDraft(
  { tx, session, services }: Scope,
  id: string,
): Promise<{ statement: Statement; planRun: string } | undefined> {
  const loaded = await services.agendas.load(tx, session);
  const run = await latestAssessRun(tx, id);
  const paper = (await readRecord(tx, 'papers', id))?.body;
  if (run === undefined || paper === undefined) return undefined;
  const { statement, assessment } = run.result;
  if (!statementSchema.safeParse(statement).success) return undefined;
  const changed = changedSince(loaded, paper, run);
  // The answer to what the paper said before is no answer to what it says now: that has to be computed.
  const redraft = changed.agenda && !changed.paper;
  const others = redraft ? (await listRecords(tx, 'papers')).map((one) => one.body).filter((one) => one.id !== id) : [];
  const present = redraft ? draftStatement(loaded.agenda, paper, others, assessment) : statement;
  return { statement: await inTemplate(tx, paper, present), planRun: run.id };
}

/** The draft in the order and with the words that the city wants for this kind of paper. */
async function inTemplate(tx: CityTransaction, { kind }: Paper, statement: Statement): Promise<Statement> {
  const { settings } = await councilSettings(tx);
  return arranged(
    statement,
    settings.templates.find((one) => one.kind === kind),
  );
}

/** Figures of the text that the records of now, or the newest computation, contradict. */
export async function staleIn(scope: Scope, file: StatementFile): Promise<StaleFigure[]> {
  const fresh = await freshDraft(scope, file.paper);
  return fresh ? staleFigures(file.content, fresh.statement, file.kept) : [];
}

/**
 * Does one step with the statement in the version that the editor saw, and publishes what comes of it with its files,
 * in one transaction. Throws {@link Problem} with the reason when the step cannot be done.
 */
export async function stepFile(
  scope: Scope,
  paper: string,
  expectedVersion: number,
  commandFor: (file: StatementFile) => StatementCommand,
): Promise<StoredFile> {
  const { tx, session, services } = scope;
  const { body: file, version } = await statementFile(tx, paper);
  // Judged on the text that the person saw, never on a newer one: the store would refuse it too late for the message.
  if (version !== expectedVersion) throw new Problem('version-stale');
  const { today } = await loadDesk(tx);
  const stale = (await staleIn(scope, file)).length;
  const released = releasedEditions((await listPublications(tx, paper)).map((one) => one.publication));
  const outcome = stepStatement(file, commandFor(file), { person: session.actor, today, stale, released });
  if ('refused' in outcome) throw new Problem('conflict', { detail: STATEMENT_REFUSALS[outcome.refused] });
  const stored = await replaceRecord(tx, 'statements', paper, expectedVersion, outcome.file);
  const { publication } = outcome;
  if (publication?.kind === 'release') {
    const loaded = await services.agendas.load(tx, session);
    const letterhead = await letterheadOf(tx, session, services, paper, publication);
    const files = await filesToKeep(tx, loaded, publication, letterhead);
    await publish(tx, { ...publication, files: hashesOf(files) }, files);
  } else if (publication) await publish(tx, publication, {});
  if (publication) await enterAnswer(tx, publication, released.at(-1)?.edition ?? 0);
  return stored;
}

/** What is published about an inquiry stands in its own record, too: nobody enters the answer a second time. */
async function enterAnswer(tx: CityTransaction, publication: Publication, newest: number): Promise<void> {
  const stored = await readRecord(tx, 'papers', publication.paper);
  if (stored === undefined) return;
  const paper = withPublishedAnswer(stored.body, publication, newest);
  if (paper !== stored.body) await replaceRecord(tx, 'papers', paper.id, stored.version, paper);
}
