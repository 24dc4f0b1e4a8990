import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import type { Text } from '../../agenda/index.ts';
import type { OfficialDocument } from '../model.ts';

/** Letters of the document as JSON; the largest statement that we know has 0.2 million. */
const MOST_LETTERS = 8_000_000;
/** Milliseconds for one file on a busy machine; a statement takes about 300. */
const MOST_TIME = 30_000;
/** Bytes of memory that a compilation may take; a statement takes about 120 MB. */
const MOST_MEMORY = 768 * 1024 * 1024;
/** Milliseconds between two looks at the memory. */
const LOOK_EVERY = 100;
/** Bytes of a page of memory on the machines that we run on. */
const MEMORY_PAGE = 4096;
/** PDF files made at the same time in one process; further ones wait. */
const MOST_AT_ONCE = 2;

const TEXTS = {
  tooLarge: {
    de: 'Das Dokument ist zu groß für eine PDF-Datei. Bitte weniger auswählen oder die Word-Datei verwenden.',
    en: 'The document is too large for a PDF file. Please choose less, or use the Word file.',
  },
  tooCostly: {
    de: 'Das Erstellen der PDF-Datei dauert zu lange oder braucht zu viel Speicher und wurde beendet. Bitte die Word-Datei verwenden.',
    en: 'Making the PDF file takes too long or too much memory and was stopped. Please use the Word file.',
  },
} satisfies Record<string, Text>;

/** A document that no PDF file is made of, with the reason and the way out. */
export class PdfRefusal extends Error {
  readonly text: Text;

  constructor(reason: keyof typeof TEXTS) {
    super(TEXTS[reason].de);
    this.name = 'PdfRefusal';
    this.text = TEXTS[reason];
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/**
 * The document as a tagged, accessible PDF file (PDF/UA-1), made in a process of its own whose time and memory are
 * bounded, so that a server stays responsive. The same document gives the same bytes. Throws {@link PdfRefusal}.
 */
export async function documentToPdf(content: OfficialDocument): Promise<Uint8Array> {
  const json = JSON.stringify(content);
  if (json.length > MOST_LETTERS) throw new PdfRefusal('tooLarge');
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await inProcess(json);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

async function inProcess(json: string): Promise<Uint8Array> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts')], { env: {} });
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(stop, MOST_TIME);
  const look = async (): Promise<void> => {
    if ((await memoryOf(child.pid)) > MOST_MEMORY) stop();
  };
  const looks = setInterval(() => void look(), LOOK_EVERY);
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    child.stdin.on('error', () => {}); // a child that is gone says why in its end
    child.stdin.end(json);
    const [bytes, complaint, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
    if (stopped) throw new PdfRefusal('tooCostly');
    if (code !== 0) throw new Error(`PDF not made: ${complaint.slice(0, 2_000)}`);
    return bytes;
  } finally {
    clearTimeout(timer);
    clearInterval(looks);
  }
}

/** Resident bytes of a process; 0 where the system does not tell (no /proc) and only the time is bounded. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0');
  return Number(statm.split(' ')[1]) * MEMORY_PAGE;
}
