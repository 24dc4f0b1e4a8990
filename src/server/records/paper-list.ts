import { type PaperList, type PaperTarget, readPaperList, readSheet, SheetRefusal } from '../../formats/index.ts';
import {
  auditHead,
  holdRecords,
  insertRecord,
  keepMapping,
  listRecords,
  readMapping,
  replaceRecord,
} from '../../store/index.ts';
import { councilSettings } from '../council/desk.ts';
import { Problem } from '../http/problems.ts';
import type { Work } from './edit.ts';
import type { ListFile } from './import-list.ts';

type Chosen = Record<string, PaperTarget | null>;

const headingsOf = (list: PaperList): string[] => list.columns.map((one) => one.heading);

/** Reads a list of council papers beside the register; nothing is stored. */
export async function readPapers({ tx, session, services }: Work, { file, mapping }: ListFile): Promise<PaperList> {
  const { agenda } = await services.agendas.load(tx, session);
  const { settings } = await councilSettings(tx);
  const papers = (await listRecords(tx, 'papers')).map((one) => one.body);
  const register = { agenda, papers, numberForms: settings.numberForms };
  const rows = await readSheet(Buffer.from(file, 'base64')).catch((error: unknown) => {
    if (error instanceof SheetRefusal) throw new Problem('invalid-request', { detail: error.text });
    throw error;
  });
  const first = readPaperList(register, rows, mapping as Chosen | undefined);
  if (mapping !== undefined) return first;
  return readPaperList(register, rows, (await readMapping(tx, headingsOf(first))) as Chosen);
}

/**
 * Takes a list of council papers over: all lines without faults in one step. Remembers what its columns mean, and says by
 * which changes it is taken back.
 */
export async function importPapers(work: Work, file: ListFile): Promise<{ list: PaperList; entries: number[] }> {
  const { tx } = work;
  await holdRecords(tx);
  const list = await readPapers(work, file);
  const versions = new Map((await listRecords(tx, 'papers')).map((one) => [one.id, one.version]));
  const entries: number[] = [];
  for (const { paper, state } of list.rows) {
    if (paper === null || state === 'unchanged') continue;
    const version = versions.get(paper.id);
    if (version === undefined) await insertRecord(tx, 'papers', paper);
    else await replaceRecord(tx, 'papers', paper.id, version, paper);
    entries.push((await auditHead(tx))?.seq ?? 0);
  }
  const mapping = Object.fromEntries(list.columns.filter((one) => one.heading).map((one) => [one.heading, one.target]));
  await keepMapping(tx, headingsOf(list), mapping);
  return { list, entries };
}
