import type { Agenda, Language } from '../../agenda/index.ts';
import { draftStatement, type Paper, type Statement } from '../../council/index.ts';
import { NotDatable, startComputation } from '../compute/computation.ts';
import { writeDocument } from '../document-file.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { agendaFrom, paperFrom } from '../inputs.ts';
import { note, print } from '../output.ts';
import { renderAnswer } from '../render/answer.ts';
import { terminalFormat } from '../render/terminal.ts';

interface Options {
  json?: boolean;
  /** Print the draft of the statement instead of the answer. */
  statement?: boolean;
  docx?: string;
  pdf?: string;
  /** Letterhead for the Word file. */
  template?: string;
  /** Settle the date by a complete search with proof. */
  prove?: boolean;
  seed: number;
  /** Seconds to compute at most. */
  time?: number;
  language: Language;
}

/** `fahrplan assess AGENDA PAPER`: the answer to a council paper. */
export async function assess(agendaFile: string, paperFile: string, options: Options): Promise<void> {
  const computation = startComputation();
  const agenda = await agendaFrom(agendaFile);
  const { paper, others } = await paperFrom(paperFile, agendaFile, agenda, options.language);
  const { seed, time: seconds = null, prove = false, language } = options;
  const assessment = await computation
    .run({ kind: 'assess', agenda, paper, others, seed, seconds, prove }, language)
    .catch((error: unknown) => {
      throw error instanceof NotDatable ? new Failure(failureTexts.candidate(paperFile)) : error;
    });
  if (assessment.answer?.engine.complete === false && assessment.answer.kept === null) {
    throw new Failure(failureTexts.noAnswerYet);
  }
  const draft = (): Statement => draftStatement(agenda, paper, others, assessment);
  const written = await writeStatement(options, agenda, paper, draft);
  if (options.statement) await print(await statementText(draft()));
  else if (options.json) await print(`${JSON.stringify(assessment, null, 2)}\n`);
  else await print(renderAnswer(assessment, agenda, terminalFormat(process.stdout, language)));
  for (const file of written) note({ de: `Geschrieben: ${file}`, en: `Written: ${file}` }[language]);
}

async function statementText(statement: Statement): Promise<string> {
  const { statementToText } = await import('../../documents/index.ts');
  return `${statementToText(statement, { width: 80 })}\n`;
}

/** Writes the draft to the files that were asked for, and names them. */
async function writeStatement(
  { docx, pdf, template }: Options,
  agenda: Agenda,
  paper: Paper,
  draft: () => Statement,
): Promise<string[]> {
  if (docx === undefined && pdf === undefined) return [];
  const { statementDocument } = await import('../../documents/index.ts');
  const office = paper.signatory?.office;
  const document = statementDocument(draft(), { city: agenda.city.name, ...(office ? { office } : {}) });
  if (docx !== undefined) await writeDocument(docx, 'docx', document, template);
  if (pdf !== undefined) await writeDocument(pdf, 'pdf', document);
  return [docx, pdf].filter((file) => file !== undefined);
}
