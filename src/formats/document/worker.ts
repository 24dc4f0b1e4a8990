import { checkTemplate } from '../letterhead/put-into.ts';
import { answerOnce } from '../reading-process/answer-once.ts';
import { docxLines } from './docx-text.ts';
import { type PageLine, pdfLines } from './pdf-text.ts';
import type { DocumentQuestion } from './read-document.ts';
import { DocumentRefusal } from './refusal.ts';

/** A process of its own that reads one document. */
async function read(
  question: DocumentQuestion,
  bytes: Uint8Array,
): Promise<{ text: string; page: number | null }[] | PageLine[]> {
  if (question === 'letterhead') {
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

await answerOnce(read, (error) => (error instanceof DocumentRefusal ? error.code : 'documentBroken'));
