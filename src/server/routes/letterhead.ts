import { z } from '@hono/zod-openapi';
import type { CouncilSettings } from '../../council/index.ts';
import { checkLetterhead, DocumentRefusal, limits } from '../../formats/index.ts';
import { type CityTransaction, keepLetterhead, readLetterhead } from '../../store/index.ts';
import { councilSettings, saveCouncilSettings } from '../council/desk.ts';
import { asAttachment, MEDIA_TYPES } from '../document-file.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { fileBytes } from '../http/schemas.ts';

const path = '/api/council-settings/letterhead';
const base64 = z.base64().max(Math.ceil((limits.templateBytes * 4) / 3) + 4);
const seenVersion = z.int().min(0);
/** Version of the settings after the change. */
const changed = z.strictObject({ version: z.int().min(1) });

async function change(
  tx: CityTransaction,
  version: number,
  letterhead: CouncilSettings['letterhead'],
): Promise<z.input<typeof changed>> {
  const { letterhead: _, ...present } = (await councilSettings(tx)).settings;
  const settings = letterhead ? { ...present, letterhead } : present;
  const stored = await saveCouncilSettings(tx, version, settings);
  return { version: stored.version };
}

/** The letterhead that the Word files of the city are written on. */
export const letterheadRoutes: Operation[] = [
  operation({
    method: 'get',
    path: `${path}.docx`,
    summary: 'The letterhead of the city as it was uploaded',
    permission: 'read',
    answer: fileBytes,
    file: { mediaType: MEDIA_TYPES.docx },
    async handle({ tx }) {
      const { letterhead } = (await councilSettings(tx)).settings;
      const body = letterhead && (await readLetterhead(tx, letterhead.sha256));
      if (!body) throw new Problem('not-found');
      return { body, headers: asAttachment('briefkopf.docx') };
    },
  }),
  operation({
    method: 'put',
    path,
    summary: 'Use this Word file as letterhead: its header, footer, page and styles, our text at the mark {{Inhalt}}',
    permission: 'writePapers',
    body: z.strictObject({ name: z.string().trim().min(1).max(200), file: base64, version: seenVersion }),
    bodyBytes: limits.templateBytes * 1.4,
    answer: changed,
    async handle({ tx, body: { name, file, version } }) {
      const content = new Uint8Array(Buffer.from(file, 'base64'));
      try {
        await checkLetterhead(content);
      } catch (error) {
        if (!(error instanceof DocumentRefusal)) throw error;
        throw new Problem('document-unreadable', { detail: error.text });
      }
      const sha256 = await keepLetterhead(tx, content);
      return { body: await change(tx, version, { name, sha256 }) };
    },
  }),
  operation({
    method: 'post',
    path: `${path}/remove`,
    summary: 'Write Word files without letterhead again',
    permission: 'writePapers',
    body: z.strictObject({ version: z.int().min(1) }),
    answer: changed,
    async handle({ tx, body }) {
      return { body: await change(tx, body.version, undefined) };
    },
  }),
];
