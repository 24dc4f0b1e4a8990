import { statementToDocx } from '../../documents/index.ts';
import { type CityTransaction, readRecord } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { fileBytes, idParams, Statement } from '../http/schemas.ts';
import { latestAssessRun, type StoredAssessRun } from '../paper-rows.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The statement as it is being worked on; until somebody begins, the draft that came with the newest answer. */
async function statementOf(tx: CityTransaction, paper: string): Promise<StoredAssessRun['result']['statement']> {
  const begun = await readRecord(tx, 'statements', paper);
  if (begun) return begun.body.content;
  const run = await latestAssessRun(tx, paper);
  if (run) return run.result.statement;
  throw new Problem('not-found', {
    detail: {
      de: 'Diese Vorlage ist noch nicht geprüft; bitte zuerst die Antwort berechnen.',
      en: 'This paper has not been assessed yet; please compute the answer first.',
    },
  });
}

export const statementRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/papers/{id}/statement',
    summary: 'Draft of the statement on a paper',
    permission: 'read',
    params: idParams,
    answer: Statement,
    async handle({ tx, params }) {
      return { body: await statementOf(tx, params.id) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/papers/{id}/statement.docx',
    summary: 'Draft of the statement as a Word file',
    permission: 'read',
    params: idParams,
    answer: fileBytes,
    file: { mediaType: DOCX },
    async handle({ tx, params }) {
      const body = await statementToDocx(await statementOf(tx, params.id));
      const name = `stellungnahme-${params.id}.docx`; // an id has no character that needs quoting
      return { body, headers: { 'Content-Disposition': `attachment; filename="${name}"` } };
    },
  }),
];
