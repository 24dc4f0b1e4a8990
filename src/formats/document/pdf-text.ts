import { getDocumentProxy } from 'unpdf';
import { limits } from '../limits.ts';
import { DocumentRefusal } from './refusal.ts';

/** A line of a PDF with its page. */
export interface PageLine {
  text: string;
  page: number;
}

/** Items whose base lines differ by less than this share of the letter height stand on one line. */
const SAME_LINE = 0.5;

interface Item {
  str: string;
  transform: number[];
  height: number;
  width: number;
}

/** The text layer of a PDF as lines with their pages. Nothing in the file is executed, and no address is opened. */
export async function pdfLines(bytes: Uint8Array): Promise<PageLine[]> {
  const document = await open(bytes);
  const lines: PageLine[] = [];
  for (let number = 1; number <= Math.min(document.numPages, limits.documentPages); number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const text of linesOf(items.filter((item): item is typeof item & Item => 'str' in item))) {
      if (lines.length < limits.documentLines) lines.push({ text, page: number });
    }
  }
  if (lines.every((line) => line.text.trim() === '')) throw new DocumentRefusal('documentWithoutText');
  return lines;
}

async function open(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    return await getDocumentProxy(bytes, {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new DocumentRefusal(name === 'PasswordException' ? 'documentEncrypted' : 'documentBroken', { cause: error });
  }
}

/** Pieces of text put into lines by where they stand; a wide gap between two becomes a space. */
function linesOf(items: readonly Item[]): string[] {
  const lines: string[] = [];
  let last: { y: number; end: number } | null = null;
  for (const item of items) {
    const [x = 0, y = 0] = [item.transform[4], item.transform[5]];
    const height = item.height || 10;
    const same: boolean = last !== null && Math.abs(last.y - y) < height * SAME_LINE;
    if (!same) lines.push(item.str);
    else {
      const gap: boolean = last !== null && x - last.end > height * 0.15;
      const line = lines.at(-1) ?? '';
      lines[lines.length - 1] = gap && !line.endsWith(' ') ? `${line} ${item.str}` : line + item.str;
    }
    last = { y, end: x + item.width };
  }
  return lines.map((line) => line.trim());
}
