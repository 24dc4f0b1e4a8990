import { provenanceOf } from '../../agenda/index.ts';
import type { Run } from '../assessment.ts';
import type { Context } from '../context.ts';
import { type Figure, figure, origin } from '../evidence.ts';
import { date } from '../figures.ts';
import { capital, paperNoun, quoted } from '../grammar.ts';
import type { Paper } from '../paper.ts';
import { relatedPapers } from '../records.ts';
import { type BlockContent, type BlockWriter, paragraph } from './block.ts';

/** What the administration has already said or the council decided on the subject. */
export const earlierPapers: BlockWriter = { id: 'earlierPapers', title: 'Frühere Papiere', write };

const RESULTS: Record<NonNullable<Paper['outcome']>['result'], string | null> = {
  adopted: 'beschlossen',
  rejected: 'abgelehnt',
  withdrawn: 'zurückgezogen',
  answered: null,
  open: null,
};

function write(context: Context): BlockContent {
  const paragraphs: BlockContent['paragraphs'] = [];
  const missing: string[] = [];
  for (const { reference, paper } of relatedPapers(context.paper, context.others)) {
    if (paper) paragraphs.push(paragraph(earlierPaper(context, paper, missing)));
    else missing.push(`${reference} ist nicht als Datensatz erfasst.`);
  }
  return { paragraphs, missing };
}

function paperFigure({ agenda }: Context, paper: Paper): Figure {
  return figure({
    key: `paper:${paper.id}`,
    value: { de: paper.reference, en: paper.reference },
    derivation: {
      de: `${paperNoun(paper.kind, 'nominative', false).de} ${quoted(paper.name)}`,
      en: `${paper.kind} ${quoted(paper.name, 'en')}`,
    },
    refs: [{ kind: 'paper', id: paper.id }],
    ...origin(agenda, provenanceOf(paper, 'name')),
  });
}

function earlierPaper(context: Context, paper: Paper, missing: string[]): Run[] {
  const { de } = context.ledger;
  const noun = capital(paperNoun(paper.kind).de);
  const head = de`${noun} ${paperFigure(context, paper)} ${quoted(paper.name)}`;
  const received = paper.receivedOn ? ` vom ${date(paper.receivedOn).de}` : '';
  if (paper.answer) {
    const on = paper.answer.on;
    if (!on) missing.push(`Tag der Antwort auf ${paper.reference} ist nicht erfasst.`);
    const answered = on ? ` am ${date(on).de}` : '';
    return de`${head}${received} betraf bereits diesen Gegenstand; die Verwaltung hat sie${answered} beantwortet: ${paper.answer.summary}`;
  }
  // What was decided later is not known on the day of the statement; without a day nobody can tell.
  const { outcome } = paper;
  const result = outcome?.on !== undefined && outcome.on <= context.asOf ? RESULTS[outcome.result] : null;
  if (outcome?.on && result) return de`${head}${received} wurde am ${date(outcome.on)} ${result}.`;
  if (outcome && !outcome.on) missing.push(`Tag des Ergebnisses zu ${paper.reference} ist nicht erfasst.`);
  return de`${head}${received} betrifft denselben Gegenstand.`;
}
