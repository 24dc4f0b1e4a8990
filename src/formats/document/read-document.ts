import type { TextLine } from '../../council/index.ts';
import { limits } from '../limits.ts';
import { type Ending, readerApart, Unread } from '../reading-process/read-apart.ts';
import { DocumentRefusal, type DocumentRefusalCode } from './refusal.ts';

/**
 * The text of a DOCX or of a PDF with a text layer, line by line. A file that cannot be read, or that is built to do
 * harm, is refused by name after two seconds of computing at most. It is read in a process of its own with little
 * memory.
 * Throws {@link DocumentRefusal}.
 */
export async function readDocument(bytes: Uint8Array): Promise<TextLine[]> {
  if (bytes.byteLength > limits.documentBytes) throw new DocumentRefusal('documentTooLarge');
  return bounded('lines', bytes);
}

/** Says whether a Word file of the city can be its letterhead, within the same bounds. Throws {@link DocumentRefusal}. */
export async function checkLetterhead(bytes: Uint8Array): Promise<void> {
  if (bytes.byteLength > limits.templateBytes) throw new DocumentRefusal('templateTooLarge');
  await bounded('letterhead', bytes);
}

/** What is asked of a document: its lines, or whether it can be a letterhead (then none). */
export type DocumentQuestion = 'lines' | 'letterhead';

const read = readerApart<DocumentQuestion, TextLine[]>(new URL('./worker.ts', import.meta.url), {
  heapMegabytes: limits.documentHeapMegabytes,
  moreMegabytes: limits.documentMegabytes,
  milliseconds: limits.documentMilliseconds,
  atOnce: 2,
});

async function bounded(question: DocumentQuestion, bytes: Uint8Array): Promise<TextLine[]> {
  try {
    return await read(question, bytes);
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    throw new DocumentRefusal(codeOf(error.ending), { cause: error });
  }
}

function codeOf(ending: Ending): DocumentRefusalCode {
  if (ending === 'tooMuch') return 'documentHostile';
  if (ending === 'tooSlow') return 'documentTooSlow';
  return ending === 'broken' ? 'documentBroken' : (ending.refused as DocumentRefusalCode);
}

/** Lines of a text that was pasted. */
export function textLines(text: string): TextLine[] {
  return text
    .split(/\r\n?|\n/)
    .slice(0, limits.documentLines)
    .map((line) => ({ text: line, page: null }));
}
