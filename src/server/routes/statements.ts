import { z } from '@hono/zod-openapi';
import { correctedBy, releasedEditions } from '../../council/index.ts';
import { statementDocument } from '../../documents/index.ts';
import { listPublications, readRecord } from '../../store/index.ts';
import { letterheadOf, releasedFile } from '../council/release-files.ts';
import { freshDraft, type Scope } from '../council/statement-desk.ts';
import { asAttachment, documentFile, type FileFormat, MEDIA_TYPES } from '../document-file.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { fileBytes, idParams, Statement } from '../http/schemas.ts';
import { latestAssessRun, type StoredAssessRun } from '../paper-rows.ts';

/** The statement as it is being worked on; until somebody begins, the draft that came with the newest answer. */
async function statementOf(scope: Scope, paper: string): Promise<StoredAssessRun['result']['statement']> {
  const { tx } = scope;
  const begun = await readRecord(tx, 'statements', paper);
  if (begun) return begun.body.content;
  const run = await latestAssessRun(tx, paper);
  if (run) return (await freshDraft(scope, paper))?.statement ?? run.result.statement;
  throw new Problem('not-found', {
    detail: {
      de: 'Diese Vorlage ist noch nicht geprüft; bitte zuerst die Antwort berechnen.',
      en: 'This paper has not been assessed yet; please compute the answer first.',
    },
  });
}

/**
 * The file of the newest text; once that is released, the file that was kept with the release. `asked` names an edition
 * that was released: its file is had for good, withdrawn or not, by whoever may read here.
 */
async function statementFile(
  scope: Scope,
  paper: string,
  format: FileFormat,
  asked: number | undefined,
): Promise<Uint8Array> {
  const { tx, session, services } = scope;
  const work = (await readRecord(tx, 'statements', paper))?.body;
  const publications = (await listPublications(tx, paper)).map((one) => one.publication);
  const edition = asked ?? work?.edition ?? 1;
  if (asked !== undefined || work?.stage === 'released') {
    const release = publications.find((one) => one.kind === 'release' && one.edition === edition);
    if (release?.kind !== 'release') throw new Problem('not-found');
    return releasedFile(tx, release, format, () => letterheadOf(tx, session, services, paper, release));
  }
  const corrects = correctedBy(edition, releasedEditions(publications));
  const letterhead = await letterheadOf(tx, session, services, paper, { edition, corrects });
  return documentFile(tx, statementDocument(await statementOf(scope, paper), letterhead), format);
}

const fileRoute = (format: FileFormat, summary: string): Operation =>
  operation({
    method: 'get',
    path: `/api/papers/{id}/statement.${format}`,
    summary,
    permission: 'read',
    params: idParams,
    query: z.strictObject({ edition: z.coerce.number().int().min(1).max(9999).optional() }),
    answer: fileBytes,
    file: { mediaType: MEDIA_TYPES[format] },
    async handle(call) {
      const { id } = call.params;
      const { edition } = call.query;
      const name = `stellungnahme-${id}${edition === undefined ? '' : `-fassung-${edition}`}.${format}`;
      return { body: await statementFile(call, id, format, edition), headers: asAttachment(name) };
    },
  });

export const statementRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/papers/{id}/statement',
    summary: 'Draft of the statement on a paper',
    permission: 'read',
    params: idParams,
    answer: Statement,
    async handle(call) {
      return { body: await statementOf(call, call.params.id) };
    },
  }),
  fileRoute('docx', 'The statement on a paper as a Word file; a released one as it was kept'),
  fileRoute('pdf', 'The statement on a paper as an accessible PDF file (PDF/UA-1); a released one as it was kept'),
];
