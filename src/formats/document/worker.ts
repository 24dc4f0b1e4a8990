import { once } from 'node:events';
import { checkTemplate } from '../letterhead/put-into.ts';
import { docxLines } from './docx-text.ts';
import { type PageLine, pdfLines } from './pdf-text.ts';
import type { DocumentTask } from './read-document.ts';
import { DocumentRefusal } from './refusal.ts';

/** A process of its own that reads one document; its memory is bounded, and it can be ended from outside. */
const [{ kind, bytes }] = (await once(process, 'message')) as [DocumentTask];

async function read(): Promise<{ text: string; page: number | null }[] | PageLine[]> {
  if (kind === 'letterhead') {
    checkTemplate(bytes);
    return [];
  }
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.includes('%PDF-')) return pdfLines(bytes);
  if (start.startsWith('PK')) {
    const lines = docxLines(bytes).map((text) => ({ text, page: null }));
    if (lines.every((line) => line.text.trim() === '')) throw new DocumentRefusal('documentWithoutText');
    return lines;
  }
  // A Word file with a password is no zip archive but a compound file, as every file before DOCX was.
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new DocumentRefusal(encrypted ? 'documentEncrypted' : 'documentOld');
  }
  throw new DocumentRefusal('documentUnknown');
}

process.send?.('started');
try {
  process.send?.({ lines: await read() });
} catch (error) {
  process.send?.({ refused: error instanceof DocumentRefusal ? error.code : 'documentBroken' });
}
