import { join } from 'node:path';
import { type Agenda, type Fault, type Language, pathText } from '../agenda/index.ts';
import type { Paper } from '../council/index.ts';
import {
  checkLetterhead,
  DocumentRefusal,
  paperFaultsBeside,
  type Read,
  readAgendaFile,
  readBytes,
  readPaperFile,
  readPapersBeside,
} from '../formats/index.ts';
import { Failure } from './failure.ts';
import { failureTexts } from './failure-texts.ts';
import { note } from './output.ts';

/** `projects[4].phases[1].weeks: sentence`; the sentence alone for the file as a whole. */
export function faultLine({ path, message }: Fault, language: Language): string {
  const place = pathText(path);
  return place ? `${place}: ${message[language]}` : message[language];
}

/** One sentence for a file that cannot be used: its first fault, and how to see the others. */
function refuse(file: string, [first, ...more]: readonly Fault[], command: string): Failure {
  const rest = more.length > 0 ? failureTexts.moreFaults(more.length, command) : { de: '', en: '' };
  const sentence = (language: Language): string =>
    `${file}: ${first ? faultLine(first, language) : ''} ${rest[language]}`.trimEnd();
  return new Failure({ de: sentence('de'), en: sentence('en') });
}

function accepted<T>(read: Read<T>, file: string): T {
  if ('faults' in read) throw refuse(file, read.faults, `fahrplan check ${file}`);
  return read.value;
}

/** The agenda of a file, or one sentence why it cannot be used. */
export async function agendaFrom(file: string): Promise<Agenda> {
  return accepted(await readAgendaFile(file), file);
}

/** A letterhead of the city (DOCX), or one sentence why it cannot be used. */
export async function letterheadFrom(file: string): Promise<Uint8Array> {
  const bytes = accepted(await readBytes(file), file);
  await checkLetterhead(bytes).catch((error: unknown) => {
    if (!(error instanceof DocumentRefusal)) throw error;
    throw new Failure({ de: `${file}: ${error.text.de}`, en: `${file}: ${error.text.en}` }, { cause: error });
  });
  return bytes;
}

/** A paper beside its agenda, with the other papers of its folder. */
export async function paperFrom(
  file: string,
  agendaFile: string,
  agenda: Agenda,
  language: Language,
): Promise<{ paper: Paper; others: Paper[] }> {
  const paper = accepted(await readPaperFile(file), file);
  const faults = paperFaultsBeside(agenda, paper);
  if (faults.length > 0) throw refuse(file, faults, `fahrplan check ${agendaFile} ${file}`);
  const { papers, skipped } = await readPapersBeside(file);
  for (const name of skipped) note(failureTexts.skippedPaper(name)[language]);
  return { paper, others: papers };
}

/** All papers of a folder; broken ones are named and passed over. */
export async function papersIn(folder: string, language: Language): Promise<Paper[]> {
  const { papers, skipped } = await readPapersBeside(join(folder, 'any'));
  for (const name of skipped) note(failureTexts.skippedPaper(name)[language]);
  return papers;
}
