import type { OfficialDocument } from '../documents/index.ts';
import { Failure } from './failure.ts';
import { letterheadFrom } from './inputs.ts';
import { writeWhole } from './output.ts';

/**
 * Writes the document to a file of this format, a Word file on the letterhead `template` if there is one. Throws
 * {@link Failure} when it is too much for a PDF file, or when the letterhead does not fit.
 */
export async function writeDocument(
  file: string,
  format: 'docx' | 'pdf',
  document: OfficialDocument,
  template?: string,
): Promise<void> {
  const { documentToDocx, documentToPdf, PdfRefusal } = await import('../documents/index.ts');
  if (format === 'docx') {
    const plain = await documentToDocx(document);
    if (template === undefined) return writeWhole(file, plain);
    const { putInto } = await import('../formats/index.ts');
    return writeWhole(file, putInto(await letterheadFrom(template), plain));
  }
  const bytes = await documentToPdf(document).catch((error: unknown) => {
    throw error instanceof PdfRefusal ? new Failure(error.text) : error;
  });
  await writeWhole(file, bytes);
}
