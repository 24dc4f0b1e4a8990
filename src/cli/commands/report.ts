import { extname } from 'node:path';
import { type Language, statusDay } from '../../agenda/index.ts';
import type { ReportKind, ReportOptions } from '../../documents/index.ts';
import { writeDocument } from '../document-file.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { agendaFrom, papersIn } from '../inputs.ts';
import { note, writeWhole } from '../output.ts';

interface Options {
  /** Folder with the papers of the city. */
  papers?: string;
  body?: string;
  faction?: string;
  year?: number;
  /** Project whose fact sheet is written. */
  project?: string;
  /** Letterhead for a Word file. */
  template?: string;
  language: Language;
}

/** `fahrplan report KIND AGENDA FILE`: a report as a Word, PDF or CSV file, in German as councils read it. */
export async function report(kind: string, agendaFile: string, file: string, options: Options): Promise<void> {
  const { factSheet, reportCsv, reportDocument, reportKinds, reportTable, roadmapDocument } = await import(
    '../../documents/index.ts'
  );
  const known = reportKinds.find((one): one is ReportKind => one === kind);
  if (known === undefined && kind !== 'project' && kind !== 'roadmap') {
    throw new Failure(failureTexts.unknownReport(kind, [...reportKinds, 'project', 'roadmap'].join(', ')));
  }
  const agenda = await agendaFrom(agendaFile);
  const papers = options.papers === undefined ? [] : await papersIn(options.papers, options.language);
  const today = statusDay(agenda, new Date().toISOString().slice(0, 10));
  const { body, faction, year } = options;
  const choice: ReportOptions = { body, faction, year };
  const facts = { agenda, papers, resolutions: [], today };
  const ending = extname(file);
  const rows = known ? reportTable(known, facts, choice) : null;
  if (ending === '.docx' || ending === '.pdf') {
    const format = ending === '.pdf' ? 'pdf' : 'docx';
    const beside = () => (kind === 'roadmap' ? roadmapDocument(facts) : factSheet(facts, options.project ?? ''));
    const document = known ? reportDocument(known, facts, choice) : beside();
    if (!document) throw new Failure(failureTexts.unknownId(options.project ?? '', '--project'));
    await writeDocument(file, format, document, options.template);
  } else if (ending === '.csv' && rows) await writeWhole(file, reportCsv(rows));
  else throw new Failure(failureTexts.reportEnding(file));
  note({ de: `Geschrieben: ${file}`, en: `Written: ${file}` }[options.language]);
}
