import type { Agenda, Language } from '../../agenda/index.ts';
import { type Assessment, draftStatement, type Paper, type Statement } from '../../council/index.ts';
import { NotDatable, startComputation } from '../compute/computation.ts';
import { Failure } from '../failure.ts';
import { failureTexts } from '../failure-texts.ts';
import { agendaFrom, paperFrom } from '../inputs.ts';
import { note, print, writeWhole } from '../output.ts';
import { renderAnswer } from '../render/answer.ts';
import { terminalFormat } from '../render/terminal.ts';

interface Options {
  json?: boolean;
  /** Print the draft of the statement instead of the answer. */
  statement?: boolean;
  docx?: string;
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
  if (options.docx !== undefined) await writeStatement(options.docx, agenda, paper, others, assessment);
  if (options.statement) await print(await statementText(draftStatement(agenda, paper, others, assessment)));
  else if (options.json) await print(`${JSON.stringify(assessment, null, 2)}\n`);
  else await print(renderAnswer(assessment, agenda, terminalFormat(process.stdout, language)));
  if (options.docx !== undefined)
    note({ de: `Geschrieben: ${options.docx}`, en: `Written: ${options.docx}` }[language]);
}

async function statementText(statement: Statement): Promise<string> {
  const { statementToText } = await import('../../documents/index.ts');
  return `${statementToText(statement, { width: 80 })}\n`;
}

async function writeStatement(
  file: string,
  agenda: Agenda,
  paper: Paper,
  others: readonly Paper[],
  assessment: Assessment,
): Promise<void> {
  const { statementToDocx } = await import('../../documents/index.ts');
  const statement = draftStatement(agenda, paper, others, assessment);
  const office = paper.signatory?.office;
  await writeWhole(file, await statementToDocx(statement, { city: agenda.city.name, ...(office ? { office } : {}) }));
}
