import { html, raw } from 'hono/html';
import {
  documentToDocx,
  documentToHtml,
  documentToPdf,
  type OfficialDocument,
  PdfRefusal,
} from '../documents/index.ts';
import { putInto } from '../formats/index.ts';
import { type CityTransaction, readLetterhead } from '../store/index.ts';
import { councilSettings } from './council/desk.ts';
import { Problem } from './http/problems.ts';
import { PUBLIC_STYLE } from './public/layout.ts';

/** Media types of the files that official documents leave the house as. */
export const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
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
  if (format === 'html') return htmlFile(content);
  try {
    return await documentToPdf(content);
  } catch (error) {
    if (error instanceof PdfRefusal) throw new Problem('conflict', { detail: error.text });
    throw error;
  }
}

/** One page that needs nothing else: its style stands in it, and there is no script. */
async function htmlFile(content: OfficialDocument): Promise<Uint8Array> {
  const page = await html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title}</title>
<style>${raw(PUBLIC_STYLE)}</style>
</head>
<body>
<main>
${raw(await documentToHtml(content))}</main>
</body>
</html>
`;
  return new TextEncoder().encode(String(page));
}

/** Headers that make a browser keep the file under this name, which must have no character that needs quoting. */
export const asAttachment = (name: string): Record<string, string> => ({
  'Content-Disposition': `attachment; filename="${name}"`,
});
