import { z } from '@hono/zod-openapi';
import { type Paper as PaperType, paperByReference, paperIdOf, suggestPaper } from '../../council/index.ts';
import {
  DocumentRefusal,
  limits,
  paperFaultsBeside,
  parsePaper,
  readDocument,
  textLines,
} from '../../formats/index.ts';
import { type CityTransaction, insertRecord, listRecords } from '../../store/index.ts';
import { councilSettings } from '../council/desk.ts';
import { PaperSuggestions } from '../council/schemas.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { Paper, PaperRecord } from '../http/schemas.ts';
import { refuseFaults } from '../http/validation.ts';

/** Two papers cannot bear one number, however it is spelt. */
export async function refuseTakenNumber(tx: CityTransaction, id: string, reference: string): Promise<void> {
  const others = (await listRecords(tx, 'papers')).map((one) => one.body).filter((paper) => paper.id !== id);
  const taken = paperByReference(others, reference);
  if (taken === undefined) return;
  const detail = {
    de: `Die Nummer ${taken.reference} trägt schon „${taken.name}“. Bitte die Nummer prüfen oder jenes Papier bearbeiten.`,
    en: `The number ${taken.reference} is already that of “${taken.name}”. Please check the number or edit that paper.`,
  };
  throw new Problem('conflict', { detail, errors: [{ pointer: '/reference', detail }] });
}

const base64 = z.base64().max(Math.ceil((limits.documentBytes * 4) / 3) + 4);

export const paperIntakeRoutes: Operation[] = [
  operation({
    method: 'post',
    path: '/api/papers',
    summary: 'Add a council paper to the register; without an id it gets one from its number',
    permission: 'writePapers',
    body: Paper.partial({ id: true }),
    answer: PaperRecord,
    async handle({ tx, session, services, body: given }) {
      const body: PaperType = { ...given, id: given.id ?? paperIdOf(given.reference) };
      const loaded = await services.agendas.load(tx, session);
      const parsed = parsePaper(body);
      refuseFaults('faults' in parsed ? parsed.faults : paperFaultsBeside(loaded.agenda, body));
      await refuseTakenNumber(tx, body.id, body.reference);
      const { body: paper, version } = await insertRecord(tx, 'papers', body);
      return { body: { paper, version, planRun: null, assessment: null } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/papers/read',
    summary: 'What a pasted text, a Word file or a PDF suggests for the register; nothing is stored',
    permission: 'writePapers',
    body: z.union([z.strictObject({ text: z.string().max(500_000) }), z.strictObject({ file: base64 })]),
    bodyBytes: limits.documentBytes * 1.4,
    answer: z.strictObject({ suggestions: PaperSuggestions, lines: z.array(z.string()) }),
    async handle({ tx, body }) {
      const { settings } = await councilSettings(tx);
      try {
        const lines =
          'text' in body ? textLines(body.text) : await readDocument(new Uint8Array(Buffer.from(body.file, 'base64')));
        const suggestions = suggestPaper(lines, settings.numberForms);
        return { body: { suggestions, lines: lines.map((line) => line.text) } };
      } catch (error) {
        if (!(error instanceof DocumentRefusal)) throw error;
        throw new Problem('document-unreadable', { detail: error.text });
      }
    },
  }),
];
