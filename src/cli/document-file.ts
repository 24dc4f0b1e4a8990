import type { OfficialDocument } from '../documents/index.ts';
import { Failure } from './failure.ts';
import { writeWhole } from './output.ts';

/** Writes the document to a file of this format. Throws {@link Failure} when it is too much for a PDF file. */
export async function writeDocument(file: string, format: 'docx' | 'pdf', document: OfficialDocument): Promise<void> {
  const { documentToDocx, documentToPdf, PdfRefusal } = await import('../documents/index.ts');
  if (format === 'docx') return writeWhole(file, await documentToDocx(document));
  const bytes = await documentToPdf(document).catch((error: unknown) => {
    throw error instanceof PdfRefusal ? new Failure(error.text) : error;
  });
  await writeWhole(file, bytes);
}
