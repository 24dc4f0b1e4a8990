import { createHash } from 'node:crypto';
import { canonicalJson } from '../../agenda/index.ts';
import {
  arranged,
  type Publication,
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
  publish,
  readRecord,
  replaceRecord,
  type Session,
  type StoredRecord,
} from '../../store/index.ts';
import { Problem } from '../http/problems.ts';
import { latestAssessRun } from '../paper-rows.ts';
import type { Services } from '../services.ts';
import { councilSettings, loadDesk } from './desk.ts';
import { hashesOf, letterheadOf, renderedFiles } from './release-files.ts';

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

/**
 * The draft that the newest computation came with; undefined if the paper was never assessed, or only by a version of
 * the program that did not name its figures yet.
 */
export async function freshDraft(
  tx: CityTransaction,
  paper: string,
): Promise<{ statement: Statement; planRun: string } | undefined> {
  const run = await latestAssessRun(tx, paper);
  if (run === undefined) return undefined;
  const { statement } = run.result;
  if (!statementSchema.safeParse(statement).success) return undefined;
  return { statement: await inTemplate(tx, paper, statement), planRun: run.id };
}

/** The draft in the order and with the words that the city wants for this kind of paper. */
async function inTemplate(tx: CityTransaction, paper: string, statement: Statement): Promise<Statement> {
  const kind = (await readRecord(tx, 'papers', paper))?.body.kind;
  const { settings } = await councilSettings(tx);
  return arranged(
    statement,
    settings.templates.find((one) => one.kind === kind),
  );
}

/** Figures of the text that the newest computation contradicts. */
export async function staleIn(tx: CityTransaction, file: StatementFile): Promise<StaleFigure[]> {
  const fresh = await freshDraft(tx, file.paper);
  return fresh ? staleFigures(file.content, fresh.statement, file.kept) : [];
}

/**
 * Does one step with the statement in the version that the editor saw, and publishes what comes of it with its files,
 * in one transaction. Throws {@link Problem} with the reason when the step cannot be done.
 */
export async function stepFile(
  { tx, session, services }: { tx: CityTransaction; session: Session; services: Services },
  paper: string,
  expectedVersion: number,
  commandFor: (file: StatementFile) => StatementCommand,
): Promise<StoredFile> {
  const { body: file, version } = await statementFile(tx, paper);
  // Judged on the text that the person saw, never on a newer one: the store would refuse it too late for the message.
  if (version !== expectedVersion) throw new Problem('version-stale');
  const { today } = await loadDesk(tx);
  const stale = (await staleIn(tx, file)).length;
  const outcome = stepStatement(file, commandFor(file), { person: session.actor, today, stale });
  if ('refused' in outcome) throw new Problem('conflict', { detail: STATEMENT_REFUSALS[outcome.refused] });
  const stored = await replaceRecord(tx, 'statements', paper, expectedVersion, outcome.file);
  const { publication } = outcome;
  if (publication?.kind === 'release') {
    const files = await renderedFiles(tx, publication.content, await letterheadOf(tx, session, services, paper));
    await publish(tx, { ...publication, files: hashesOf(files) }, files);
  } else if (publication) await publish(tx, publication, {});
  if (publication) await enterAnswer(tx, publication);
  return stored;
}

/** What is published about an inquiry stands in its own record, too: nobody enters the answer a second time. */
async function enterAnswer(tx: CityTransaction, publication: Publication): Promise<void> {
  const stored = await readRecord(tx, 'papers', publication.paper);
  if (stored === undefined) return;
  const paper = withPublishedAnswer(stored.body, publication);
  if (paper !== stored.body) await replaceRecord(tx, 'papers', paper.id, stored.version, paper);
}
