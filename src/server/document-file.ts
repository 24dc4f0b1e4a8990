import { documentToDocx, documentToPdf, type OfficialDocument, PdfRefusal } from '../documents/index.ts';
import { putInto } from '../formats/index.ts';
import { type CityTransaction, readLetterhead } from '../store/index.ts';
import { councilSettings } from './council/desk.ts';
import { Problem } from './http/problems.ts';

/** Media types of the files that official documents leave the house as. */
export const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type FileFormat = keyof typeof MEDIA_TYPES;

/**
 * The document as a file, a Word file on the letterhead of the city. Throws {@link Problem} when it is too much for a
 * PDF file.
 */
export async function documentFile(
  tx: CityTransaction,
  content: OfficialDocument,
  format: FileFormat,
): Promise<Uint8Array> {
  if (format === 'docx') {
    const { letterhead } = (await councilSettings(tx)).settings;
    const template = letterhead && (await readLetterhead(tx, letterhead.sha256));
    const plain = await documentToDocx(content);
    return template ? putInto(template, plain) : plain;
  }
  try {
    return await documentToPdf(content);
  } catch (error) {
    if (error instanceof PdfRefusal) throw new Problem('conflict', { detail: error.text });
    throw error;
  }
}

/** Headers that make a browser keep the file under this name, which must have no character that needs quoting. */
export const asAttachment = (name: string): Record<string, string> => ({
  'Content-Disposition': `attachment; filename="${name}"`,
});
